package dev.essha.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.blueprint.NameRecord.Place;
import dev.essha.blueprint.NameRecord.Target;
import dev.essha.plan.DomainPlan.Dns;
import dev.essha.plan.EdgePlan.Gateway;
import dev.essha.plan.EdgePlan.LoadBalancing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The records that are promised are those that the templates hold. */
class NameRecordsTest {

    private static final String RECORD = "AWS::Route53::RecordSet";

    private final StagePlans plan = new StagePlans();

    static Stream<Arguments> shapes() {
        return Stream.of(LoadBalancing.values())
                .flatMap(l -> Stream.of(Gateway.values())
                        .filter(g -> l != LoadBalancing.FRONTED || g == Gateway.NONE)
                        .flatMap(g -> Stream.of(true, false).map(apex -> Arguments.of(l, g, apex))));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void inRoute53TheTemplatesHoldThemAll(LoadBalancing loadBalancing, Gateway gateway, boolean apex) {
        plan.loadBalancing = loadBalancing;
        plan.gateway = gateway;
        plan.apex = apex;
        plan.privateZone = true;

        List<String> promised = NameRecords.of(plan.plan().plan()).stream()
                .filter(r -> r.target() != Target.PROOF)
                .map(r -> r.name() + " " + r.type() + " " + (r.alias() ? "alias" : "plain") + " " + r.place())
                .distinct()
                .toList();

        assertThat(held()).containsExactlyInAnyOrderElementsOf(promised);
    }

    private List<String> held() {
        List<String> held = new ArrayList<>();
        for (Stage stage : Blueprint.of(plan.plan()).stages()) {
            if (stage.work() instanceof Work.Stack stack) {
                Rendered template = new Rendered(stack);
                template.ids(RECORD).stream()
                        .map(id -> line(template, id))
                        .filter(line -> !held.contains(line))
                        .forEach(held::add);
            }
        }
        return held;
    }

    private static String line(Rendered template, String id) {
        boolean inside = Map.of("Ref", "PrivateZone").equals(template.property(id, "HostedZoneId"));
        return template.property(id, "Name") + " " + template.property(id, "Type") + " "
                + (template.property(id, "AliasTarget") == null ? "plain" : "alias") + " "
                + (inside ? Place.VPC : Place.PUBLIC_ZONE);
    }

    @Test
    void elsewhereAnApexGetsWhatTheProviderHas() {
        plan.dns = Dns.ELSEWHERE;
        plan.apex = true;

        assertThat(NameRecords.of(plan.plan().plan()))
                .containsExactly(
                        new NameRecord("ess.example.com", "CNAME", false, Target.PROOF, Place.PUBLIC_ZONE),
                        new NameRecord("ess.example.com", "ALIAS", true, Target.BALANCER, Place.PUBLIC_ZONE),
                        new NameRecord("*.ess.example.com", "CNAME", false, Target.BALANCER, Place.PUBLIC_ZONE));
    }
}
