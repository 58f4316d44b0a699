package dev.essha.cloud.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.cloud.StackStatus;
import dev.essha.cloud.StackView;
import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.Edge;
import dev.essha.plan.RegionName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands before the load balancers in the account in memory: accelerator, distribution, web ACL. */
class RehearsedFrontTest {

    private static final String ACCELERATOR = """
        Resources:
          Balancer:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties: {Name: zone-a, Type: network, Subnets: [subnet-1], SecurityGroups: [sg-1]}
          Open:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties: {LoadBalancerArn: {Ref: Balancer}, Port: 443, Protocol: TLS}
          Accelerator:
            Type: AWS::GlobalAccelerator::Accelerator
            Properties: {Name: front, Enabled: true}
          Listener:
            Type: AWS::GlobalAccelerator::Listener
            Properties:
              AcceleratorArn: {Ref: Accelerator}
              Protocol: TCP
              PortRanges: [{FromPort: 443, ToPort: 443}]
          Group:
            Type: AWS::GlobalAccelerator::EndpointGroup
            DependsOn: Open
            Properties:
              ListenerArn: {Ref: Listener}
              EndpointGroupRegion: {Ref: AWS::Region}
              EndpointConfigurations:
                - {EndpointId: {Ref: Balancer}, Weight: 128, ClientIPPreservationEnabled: false}
        Outputs:
          Arn: {Value: {Ref: Accelerator}}
          Name: {Value: {'Fn::GetAtt': [Accelerator, DnsName]}}
          First: {Value: {'Fn::Select': [0, {'Fn::GetAtt': [Accelerator, Ipv4Addresses]}]}}
          Balancer: {Value: {Ref: Balancer}}
        """;

    private static final String GATEWAY = """
        Resources:
          Certificate:
            Type: AWS::CertificateManager::Certificate
            Properties:
              DomainName: ess.example.com
              SubjectAlternativeNames: ['*.ess.example.com']
              DomainValidationOptions: [{DomainName: ess.example.com, HostedZoneId: Z1}]
              ValidationMethod: DNS
          Clients:
            Type: AWS::WAFv2::IPSet
            Properties: {Name: clients, Scope: CLOUDFRONT, IPAddressVersion: IPV4, Addresses: [192.0.2.0/24]}
          Acl:
            Type: AWS::WAFv2::WebACL
            Properties:
              Name: front
              Scope: CLOUDFRONT
              DefaultAction: {Block: {}}
              Rules:
                - {Name: second, Priority: 1, Statement: {IPSetReferenceStatement: {Arn: {'Fn::GetAtt': [Clients, Arn]}}}}
                - {Name: first, Priority: 0}
          Log: {Type: AWS::Logs::LogGroup, Properties: {LogGroupName: aws-waf-logs-front}}
          Logging:
            Type: AWS::WAFv2::LoggingConfiguration
            Properties:
              ResourceArn: {'Fn::GetAtt': [Acl, Arn]}
              LogDestinationConfigs:
                - {'Fn::Sub': 'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${Log}'}
          Distribution:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                Aliases: ['ess.example.com', '*.ess.example.com']
                WebACLId: {'Fn::GetAtt': [Acl, Arn]}
                ViewerCertificate:
                  AcmCertificateArn: {Ref: Certificate}
                  MinimumProtocolVersion: TLSv1.2_2021
                Origins:
                  - {Id: edge, DomainName: edge.example.net, CustomOriginConfig: {OriginProtocolPolicy: https-only}}
                DefaultCacheBehavior:
                  TargetOriginId: edge
                  ViewerProtocolPolicy: https-only
                  AllowedMethods: [PUT, GET]
                  OriginRequestPolicyId: 216adef6-5c7f-47e4-b989-5492eafa07d3
        Outputs:
          Id: {Value: {Ref: Distribution}}
          Name: {Value: {'Fn::GetAtt': [Distribution, DomainName]}}
          Acl: {Value: {'Fn::GetAtt': [Acl, Arn]}}
          Certificate: {Value: {Ref: Certificate}}
        """;

    private final Rehearsal rehearsal = Rehearsal.withZone();

    @Test
    void anAcceleratorIsSeenWithItsEndpoints() {
        StackView stack = rehearsal.make("front", ACCELERATOR);

        String arn = stack.outputs().get("Arn");
        assertThat(arn).startsWith("arn:aws:globalaccelerator::111122223333:accelerator/");
        assertThat(rehearsal.cloud.lookups().accelerator(arn))
                .hasValueSatisfying(a -> assertThat(a)
                        .returns("front", Edge.Accelerator::name)
                        .returns(stack.outputs().get("Name"), Edge.Accelerator::dnsName)
                        .returns("DEPLOYED", Edge.Accelerator::status)
                        .returns(List.of(443), Edge.Accelerator::ports)
                        .returns(
                                List.of(new Edge.AcceleratorEndpoint(
                                        stack.outputs().get("Balancer"), "eu-central-1", 128, false, "UNHEALTHY")),
                                Edge.Accelerator::endpoints)
                        .satisfies(seen -> assertThat(seen.addresses())
                                .hasSize(2)
                                .contains(stack.outputs().get("First"))));
        assertThat(rehearsal.cloud.resolver().lookUp(stack.outputs().get("Name"), "A"))
                .returns(DnsAnswer.Status.FOUND, DnsAnswer::status)
                .satisfies(a -> assertThat(a.values()).hasSize(2));
    }

    @Test
    void theAddressesOfClientsAreNotKeptWhereTheLoadBalancerEndsTls() {
        StackView stack = rehearsal.make(
                "front",
                ACCELERATOR.replace("ClientIPPreservationEnabled: false", "ClientIPPreservationEnabled: true"));

        assertThat(stack.status()).isEqualTo(StackStatus.CREATE_FAILED);
        assertThat(rehearsal.reasons(stack))
                .singleElement()
                .satisfies(r -> assertThat(r).startsWith("Client IP preservation is not supported"));
    }

    @Test
    void aDistributionIsSeenWithItsWebAcl() {
        StackView stack = rehearsal.make(Rehearsal.ABROAD, "gateway", GATEWAY);

        assertThat(rehearsal.cloud.lookups().distribution(stack.outputs().get("Id")))
                .contains(new Edge.Distribution(
                        stack.outputs().get("Id"),
                        stack.outputs().get("Name"),
                        true,
                        "Deployed",
                        List.of("*.ess.example.com", "ess.example.com"),
                        List.of("edge.example.net"),
                        "https-only",
                        "https-only",
                        List.of("GET", "PUT"),
                        true,
                        stack.outputs().get("Acl"),
                        stack.outputs().get("Certificate"),
                        "TLSv1.2_2021"));
        String acl = stack.outputs().get("Acl");
        assertThat(acl).startsWith("arn:aws:wafv2:us-east-1:111122223333:global/webacl/front/");
        assertThat(rehearsal.cloud.lookups().webAcl(acl))
                .contains(new Edge.WebAcl(acl, "front", "block", List.of("first", "second"), true));
        assertThat(rehearsal.cloud.lookups().certificate(stack.outputs().get("Certificate")))
                .hasValueSatisfying(c -> assertThat(c.renewal()).isEqualTo("ELIGIBLE"));
        assertThat(rehearsal
                        .cloud
                        .resolver()
                        .lookUp(stack.outputs().get("Name"), "A")
                        .values())
                .hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        eu-central-1 | ''                         | ''                                      | The scope is not valid
        us-east-1    | log-group:${Log}'          | log-group:${Log}:*'                     | The ARN isn't valid
        us-east-1    | aws-waf-logs-front         | other-logs                              | The ARN isn't valid
        us-east-1    | '[''*.ess.example.com'']'  | '[other.example.com]'                   | trusted certificate
        us-east-1    | {Ref: Certificate}         | arn:aws:acm:eu-central-1:1:certificate/2 | isn't in us-east-1 region
        """)
    void whatCloudFrontOrWafWouldRefuseIsRefused(String region, String what, String by, String reason) {
        String template = what.isEmpty() ? GATEWAY : GATEWAY.replace(what, by);

        StackView stack = rehearsal.make(new RegionName(region), "gateway", template);

        assertThat(stack.status()).isEqualTo(StackStatus.CREATE_FAILED);
        assertThat(stack.reason()).isNotEmpty();
        assertThat(rehearsal.cloud.stacks(new RegionName(region)).events(stack.id(), Optional.empty()))
                .anyMatch(e -> e.reason().contains(reason));
    }

    @Test
    void aNameBelongsToOneDistributionOnly() {
        rehearsal.make(Rehearsal.ABROAD, "gateway", GATEWAY);

        StackView second = rehearsal.make(
                Rehearsal.ABROAD,
                "second",
                GATEWAY.replace("Name: front", "Name: second")
                        .replace("Name: clients", "Name: others")
                        .replace("logs-front", "logs-second"));

        assertThat(second.status()).isEqualTo(StackStatus.CREATE_FAILED);
    }

    @Test
    void aChangeThatCannotBeMadeInPlaceReplaces() {
        rehearsal.make("front", ACCELERATOR);

        assertThat(rehearsal.changes("front", ACCELERATOR.replace("Name: front", "Name: other")))
                .containsExactly("MODIFY Accelerator NO");
        assertThat(rehearsal.changes("front", ACCELERATOR.replace("{Ref: AWS::Region}", "eu-west-1")))
                .containsExactly("MODIFY Group YES");
        assertThat(rehearsal.changes("front", ACCELERATOR.replace("Weight: 128", "Weight: 64")))
                .containsExactly("MODIFY Group NO");
    }

    @Test
    void aLoadBalancersNameIsTakenWhileItStands() {
        rehearsal.make("front", ACCELERATOR);

        StackView other = rehearsal.make("other", """
            Resources:
              Balancer:
                Type: AWS::ElasticLoadBalancingV2::LoadBalancer
                Properties: {Name: zone-a, Type: network, Subnets: [subnet-2]}
            """);

        assertThat(rehearsal.reasons(other))
                .singleElement()
                .satisfies(r -> assertThat(r).endsWith("already exists"));
    }
}
