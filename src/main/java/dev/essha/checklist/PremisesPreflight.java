package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.Network.Endpoint;
import dev.essha.inventory.Network.Subnet;
import dev.essha.inventory.Network.Vpc;
import dev.essha.inventory.Preparation;
import dev.essha.plan.AddressNeed;
import dev.essha.plan.NetworkPlan.Zone;
import dev.essha.plan.Plan;
import dev.essha.wording.Phrase;
import java.util.List;
import java.util.Map;

/** Whether a VPC that was there before is what the plan says, and has what R1 to R4 and the cluster need. */
final class PremisesPreflight {

    private static final Ruling OWN = Ruling.pass("vpc.own");

    private PremisesPreflight() {}

    /** Private names, of endpoints and hosted zones, are answered only with both DNS settings on. */
    static Ruling vpc(Plan plan, Preparation found) {
        return plan.network()
                .existingVpc()
                .map(id -> Ruling.onThe(
                        Phrase.of("missing.vpc-in", id, plan.region()),
                        found.premises().vpc(),
                        vpc -> vpc(plan, vpc)))
                .orElse(OWN);
    }

    private static Ruling vpc(Plan plan, Vpc vpc) {
        return new Facts()
                .check(
                        vpc.cidr().equals(plan.network().vpcCidr()),
                        "vpc.addresses",
                        vpc.id(),
                        vpc.cidr(),
                        plan.network().vpcCidr())
                .check(vpc.dnsSupport(), "vpc.dns-resolution", Words.onOff(vpc.dnsSupport()))
                .check(vpc.dnsHostnames(), "vpc.dns-host-names", Words.onOff(vpc.dnsHostnames()))
                .ruling();
    }

    static Ruling subnets(Plan plan, Preparation found) {
        return plan.network().existingVpc().map(_ -> namedSubnets(plan, found)).orElse(OWN);
    }

    private static Ruling namedSubnets(Plan plan, Preparation found) {
        return Ruling.on(found.premises().subnets(), found.stacks(), (subnets, stacks) -> {
            Facts facts = new Facts();
            OwnSubnets own = OwnSubnets.of(plan, subnets, List.of());
            own.standAsNamed(facts);
            own.named().forEach(one -> own.find(one).ifPresent(s -> hasRoom(plan, one, s, stacks, facts)));
            return facts.ruling();
        });
    }

    /** What stands already has its addresses. */
    private static void hasRoom(
            Plan plan, OwnSubnets.Named one, Subnet subnet, Map<String, String> stacks, Facts facts) {
        boolean stands = NetworkChecks.stands(stacks.getOrDefault(one.isPublic() ? "edge" : "compute", ""));
        long needed =
                one.isPublic() ? AddressNeed.ofPublicSubnet() : AddressNeed.ofPrivateSubnet(plan, zone(plan, one));
        facts.check(
                stands || subnet.freeAddresses() >= needed,
                stands ? "subnet.room-not-needed" : "subnet.room",
                one.said(),
                subnet.freeAddresses(),
                needed);
    }

    private static Zone zone(Plan plan, OwnSubnets.Named one) {
        return plan.network().zones().stream()
                .filter(z -> z.name().value().equals(one.zone()))
                .findFirst()
                .orElseThrow();
    }

    static Ruling routes(Plan plan, Preparation found) {
        return plan.network().existingVpc().map(_ -> namedRoutes(plan, found)).orElse(OWN);
    }

    private static Ruling namedRoutes(Plan plan, Preparation found) {
        return Ruling.on(found.premises().subnets(), found.premises().routeTables(), (subnets, tables) -> {
            OwnSubnets own = OwnSubnets.of(plan, subnets, tables);
            Facts facts = new Facts();
            own.areRoutedAsNamed(facts);
            new WaysOut(plan, own.topology(), facts).anyhow();
            facts.lookAt(found.premises().endpoints(), all -> facts.note(wayToS3(all)));
            return facts.ruling();
        });
    }

    private static Phrase wayToS3(List<Endpoint> endpoints) {
        return EgressChecks.s3Endpoint(endpoints)
                .map(e -> Phrase.of("endpoint.s3-used", e.id()))
                .orElseGet(() -> Phrase.of("endpoint.s3-unused"));
    }

    static Ruling publicSubnets(Plan plan, Preparation found) {
        return plan.network()
                .existingVpc()
                .map(_ -> PublicSubnets.judge(plan, found.premises()))
                .orElse(OWN);
    }
}
