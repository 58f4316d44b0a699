package dev.essha.cloud.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.cloud.StackView;
import dev.essha.plan.DomainName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the person at another DNS provider does while a deployment changes its shape. */
class PersonElsewhereTest {

    private static final String EDGE = """
        Resources:
          Certificate:
            Type: AWS::CertificateManager::Certificate
            Properties: {DomainName: example.com, SubjectAlternativeNames: ['*.example.com'], ValidationMethod: DNS}
          Balancer:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties: {Name: edge, Type: network, Subnets: [subnet-1], SecurityGroups: [sg-edge]}
        Outputs:
          Name: {Value: {'Fn::GetAtt': [Balancer, DNSName]}}
          Arn: {Value: {Ref: Balancer}}
        """;

    private static final String FRONT = """
        Resources:
          Accelerator: {Type: AWS::GlobalAccelerator::Accelerator, Properties: {Name: front}}
          Listener:
            Type: AWS::GlobalAccelerator::Listener
            Properties: {AcceleratorArn: {Ref: Accelerator}, Protocol: TCP, PortRanges: [{FromPort: 443, ToPort: 443}]}
          Group:
            Type: AWS::GlobalAccelerator::EndpointGroup
            Properties:
              ListenerArn: {Ref: Listener}
              EndpointGroupRegion: eu-central-1
              EndpointConfigurations: [{EndpointId: 'BALANCER', Weight: 1}]
        Outputs: {Name: {Value: {'Fn::GetAtt': [Accelerator, DnsName]}}}
        """;

    private Rehearsal rehearsal;

    @Test
    void aPersonElsewhereFollowsWhatComesToStandInFront() {
        rehearsal = Rehearsal.with(s -> s.withZoneElsewhere(new DomainName("example.com"))
                .withRecordsAddedAfter(Optional.of(Duration.ofMinutes(3))));
        StackView single = rehearsal.make("edge", EDGE);
        ask();
        assertThat(lookUp("CNAME", "any.example.com"))
                .containsExactly(single.outputs().get("Name"));
        assertThat(rehearsal.cloud.resolver().lookUp("example.com", "CNAME").values())
                .isEmpty();
        assertThat(lookUp("A", "example.com"))
                .isEqualTo(lookUp("A", single.outputs().get("Name")));

        StackView front = rehearsal.make(
                "accelerator", FRONT.replace("BALANCER", single.outputs().get("Arn")));
        assertThat(lookUp("CNAME", "any.example.com"))
                .containsExactly(single.outputs().get("Name"));
        ask();
        assertThat(lookUp("CNAME", "any.example.com"))
                .containsExactly(front.outputs().get("Name"));
        assertThat(lookUp("A", "example.com"))
                .isEqualTo(lookUp("A", front.outputs().get("Name")));
    }

    @Test
    void aPersonElsewhereLeavesAGatewayWhenClientsAreLetInPastIt() {
        rehearsal = Rehearsal.with(s -> s.withZoneElsewhere(new DomainName("elsewhere.com")));
        StackView single = rehearsal.make("edge", EDGE.replace("*.example", "*.ess.example"));
        StackView gateway = rehearsal.make(
                Rehearsal.ABROAD,
                "gateway",
                "Resources: {D: {Type: AWS::CloudFront::Distribution, Properties: {DistributionConfig: {Enabled:"
                        + " true}}}}\n"
                        + "Outputs: {Name: {Value: {'Fn::GetAtt': [D, DomainName]}}}");
        ask();
        assertThat(lookUp("CNAME", "example.com"))
                .containsExactly(gateway.outputs().get("Name"));

        rehearsal.make("access", """
            Resources:
              Clients:
                Type: AWS::EC2::SecurityGroupIngress
                Properties: {GroupId: sg-edge, IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0}
            """);

        ask();
        assertThat(lookUp("CNAME", "example.com"))
                .containsExactly(single.outputs().get("Name"));
    }

    /** A look asks the person, who then takes a while. */
    private void ask() {
        rehearsal.cloud.resolver().lookUp("example.com", "A");
        rehearsal.clock.advance(Duration.ofMinutes(3));
    }

    private List<String> lookUp(String type, String name) {
        return rehearsal.cloud.resolver().lookUp(name, type).values();
    }
}
