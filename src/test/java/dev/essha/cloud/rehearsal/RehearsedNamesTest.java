package dev.essha.cloud.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.essha.cloud.StackStatus;
import dev.essha.cloud.StackView;
import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.Edge;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records, zones and health checks in the account in memory. */
class RehearsedNamesTest {

    private static final String BALANCERS = """
        Resources:
          A:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties: {Name: zone-a, Type: network, Subnets: [subnet-a]}
          B:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties: {Name: zone-b, Type: network, Subnets: [subnet-b]}
          CheckA:
            Type: AWS::Route53::HealthCheck
            Properties:
              HealthCheckConfig: {Type: TCP, FullyQualifiedDomainName: {'Fn::GetAtt': [A, DNSName]}, Port: 443}
          RecordA:
            Type: AWS::Route53::RecordSet
            Properties:
              HostedZoneId: Z1
              Name: origin.ess.example.com
              Type: A
              SetIdentifier: a
              Weight: 1
              HealthCheckId: {Ref: CheckA}
              AliasTarget: {DNSName: {'Fn::GetAtt': [A, DNSName]}, HostedZoneId: {'Fn::GetAtt': [A, CanonicalHostedZoneID]}}
          RecordB:
            Type: AWS::Route53::RecordSet
            Properties:
              HostedZoneId: Z1
              Name: origin.ess.example.com
              Type: A
              SetIdentifier: b
              Weight: 1
              AliasTarget: {DNSName: {'Fn::GetAtt': [B, DNSName]}, HostedZoneId: {'Fn::GetAtt': [B, CanonicalHostedZoneID]}}
        Outputs:
          A: {Value: {'Fn::GetAtt': [A, DNSName]}}
          B: {Value: {'Fn::GetAtt': [B, DNSName]}}
          Zone: {Value: {'Fn::GetAtt': [A, CanonicalHostedZoneID]}}
          Check: {Value: {Ref: CheckA}}
        """;

    private static final String RECORD = """
            Type: AWS::Route53::RecordSet
            Properties: {HostedZoneId: %s, Name: %s, Type: %s, TTL: '300', ResourceRecords: [%s]}
        """;

    private static final String PRIVATE = """
        Resources:
          Zone:
            Type: AWS::Route53::HostedZone
            Properties: {Name: ess.example.com, VPCs: [{VPCId: vpc-1, VPCRegion: eu-central-1}]}
          Balancer:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties: {Name: inside, Type: network, Scheme: internal, Subnets: [subnet-a]}
          Apex:
            Type: AWS::Route53::RecordSet
            Properties:
              HostedZoneId: {Ref: Zone}
              Name: ess.example.com
              Type: A
              AliasTarget:
                DNSName: {'Fn::GetAtt': [Balancer, DNSName]}
                HostedZoneId: {'Fn::GetAtt': [Balancer, CanonicalHostedZoneID]}
        Outputs:
          Zone: {Value: {Ref: Zone}}
          Servers: {Value: {'Fn::Join': [',', {'Fn::GetAtt': [Zone, NameServers]}]}}
          Name: {Value: {'Fn::GetAtt': [Balancer, DNSName]}}
        """;

    private final Rehearsal rehearsal = Rehearsal.withZone();

    @Test
    void weightedRecordsShareTheQuestionsOut() {
        StackView stack = rehearsal.make("balancers", BALANCERS);
        rehearsal.make(
                "names",
                "Resources:\n  Wildcard:\n"
                        + RECORD.formatted("Z1", "'*.ess.example.com'", "CNAME", "origin.ess.example.com"));
        String a = address(stack.outputs().get("A"));
        String b = address(stack.outputs().get("B"));

        List<DnsAnswer> answers = IntStream.range(0, 40)
                .mapToObj(i -> rehearsal.cloud.resolver().lookUp("name-" + i + ".ess.example.com", "A"))
                .toList();

        assertThat(answers).allSatisfy(x -> assertThat(x.chain()).containsExactly("origin.ess.example.com"));
        assertThat(answers).flatExtracting(DnsAnswer::values).contains(a, b).hasSize(40);
        assertThat(rehearsal.cloud.resolver().lookUp("name-1.ess.example.com", "A"))
                .isEqualTo(answers.get(1));
    }

    @Test
    void weightsAndHealthChecksAreSeen() {
        StackView stack = rehearsal.make("balancers", BALANCERS);
        String check = stack.outputs().get("Check");

        assertThat(rehearsal.cloud.lookups().records("Z1", List.of("origin.ess.example.com")))
                .containsExactly(
                        record("a", stack.outputs().get("A"), check),
                        record("b", stack.outputs().get("B"), ""));
        assertThat(rehearsal.cloud.lookups().healthChecks(List.of(check, "nothing")))
                .containsExactly(
                        new Edge.HealthCheck(check, "TCP", stack.outputs().get("A"), 443, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Z1     | origin.ess.example.com | A     | 192.0.2.1   | cannot be created as other RRSets exist with the same name and type
        Z1     | origin.ess.example.com | CNAME | example.net | conflicts with other records with the same DNS name
        Z1     | example.net            | CNAME | example.net | is not permitted in zone example.com.
        Z1     | example.com            | CNAME | example.net | is not permitted at apex
        Zother | ess.example.com        | CNAME | example.net | No hosted zone found with ID: Zother
        """)
    void whatRoute53WouldRefuseIsRefused(String zone, String name, String type, String value, String reason) {
        rehearsal.make("balancers", BALANCERS);

        StackView stack =
                rehearsal.make("names", "Resources:\n  Record:\n" + RECORD.formatted(zone, name, type, value));

        assertThat(stack.status()).isEqualTo(StackStatus.CREATE_FAILED);
        assertThat(rehearsal.reasons(stack)).singleElement().asString().contains(reason);
    }

    @Test
    void aSimpleRecordStandsInTheWayOfAWeightedOneUntilItIsGone() {
        rehearsal.make(
                "names",
                "Resources:\n  Record:\n" + RECORD.formatted("Z1", "origin.ess.example.com", "A", "192.0.2.1"));

        StackView refused = rehearsal.make("balancers", BALANCERS);

        assertThat(rehearsal.reasons(refused))
                .allSatisfy(r -> assertThat(r).contains("cannot be created as a non-weighted set exists"));
        rehearsal.delete(rehearsal.cloud.stacks().find("names").orElseThrow());
        assertThat(rehearsal.make("balancers", BALANCERS).status()).isEqualTo(StackStatus.UPDATE_COMPLETE);
    }

    @Test
    void weightedRecordsCannotBecomeOneSimpleRecordInOneChange() {
        rehearsal.make("balancers", BALANCERS);
        String one = BALANCERS
                .replaceAll("(?s)  RecordB:.*Outputs:", "Outputs:")
                .replace("      SetIdentifier: a\n      Weight: 1\n", "");

        StackView stack = rehearsal.make("balancers", one);

        assertThat(stack.status()).isEqualTo(StackStatus.UPDATE_FAILED);
        assertThat(rehearsal.reasons(stack)).singleElement().asString().contains("other RRSets exist");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Z1       | origin.ess.example.com        | CREATE_COMPLETE
        Z1       | nothing.ess.example.com       | CREATE_FAILED
        ZONE     | BALANCER                      | CREATE_COMPLETE
        ZONE     | other.elb.amazonaws.com       | CREATE_FAILED
        Z2FDTNDATAQYW2 | d1.cloudfront.net       | CREATE_COMPLETE
        Z2FDTNDATAQYW2 | a1.awsglobalaccelerator.com | CREATE_FAILED
        Z2BJ6XQ5FK7U4H | a1.awsglobalaccelerator.com | CREATE_COMPLETE
        """)
    void anAliasNamesTheZoneOfItsTarget(String zone, String target, StackStatus end) {
        StackView balancers = rehearsal.make("balancers", BALANCERS);

        StackView stack = rehearsal.make("names", """
            Resources:
              Apex:
                Type: AWS::Route53::RecordSet
                Properties: {HostedZoneId: Z1, Name: example.com, Type: A, AliasTarget: {DNSName: %s, HostedZoneId: %s}}
            """.formatted(
                        target.replace("BALANCER", balancers.outputs().get("A")),
                        zone.replace("ZONE", balancers.outputs().get("Zone"))));

        assertThat(stack.status()).isEqualTo(end);
    }

    @Test
    void anAliasAtTheApexIsAnsweredWithAddresses() {
        StackView balancers = rehearsal.make("balancers", BALANCERS);
        rehearsal.make("names", """
            Resources:
              Apex:
                Type: AWS::Route53::RecordSet
                Properties:
                  HostedZoneId: Z1
                  Name: example.com
                  Type: A
                  AliasTarget: {DNSName: %s, HostedZoneId: %s}
            """.formatted(
                        balancers.outputs().get("A"), balancers.outputs().get("Zone")));

        assertThat(rehearsal.cloud.resolver().lookUp("example.com", "A"))
                .returns(List.of(), DnsAnswer::chain)
                .returns(List.of(address(balancers.outputs().get("A"))), DnsAnswer::values);
        assertThat(rehearsal.cloud.resolver().lookUp("example.com", "CNAME").status())
                .isEqualTo(DnsAnswer.Status.NO_DATA);
    }

    @Test
    void aPrivateZoneIsSeenWithItsRecordsAndByNobodyElse() {
        StackView stack = rehearsal.make("inside", PRIVATE);

        assertThat(rehearsal.cloud.lookups().privateZone(stack.outputs().get("Zone")))
                .hasValueSatisfying(z -> assertThat(z)
                        .returns("ess.example.com", Edge.PrivateZone::name)
                        .returns(List.of("vpc-1"), Edge.PrivateZone::vpcIds)
                        .satisfies(zone -> assertThat(zone.records())
                                .extracting(Edge.HostedRecord::type, Edge.HostedRecord::aliasTo)
                                .containsExactly(tuple("A", stack.outputs().get("Name")), tuple("NS", ""))));
        assertThat(stack.outputs().get("Servers").split(",")).hasSize(4);
        assertThat(rehearsal.cloud.resolver().lookUp("ess.example.com", "A").status())
                .isEqualTo(DnsAnswer.Status.NO_SUCH_NAME);
        assertThat(rehearsal.cloud.lookups().privateZone("Z1")).isEmpty();
    }

    private String address(String name) {
        return rehearsal.cloud.resolver().lookUp(name, "A").values().getFirst();
    }

    private static Edge.HostedRecord record(String set, String target, String check) {
        return new Edge.HostedRecord("origin.ess.example.com", "A", List.of(), target, set, Optional.of(1L), check);
    }
}
