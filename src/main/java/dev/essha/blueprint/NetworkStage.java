package dev.essha.blueprint;

import dev.essha.blueprint.cfn.ResourceRef;
import dev.essha.blueprint.cfn.Tags;
import dev.essha.blueprint.cfn.Value;
import dev.essha.plan.NetworkPlan;
import dev.essha.plan.NetworkPlan.Egress;
import dev.essha.plan.ValidPlan;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One VPC over all zones of the plan, with a public and a private subnet in each (R1-R4), and who may talk to whom in it.
 *
 * <p>In a VPC that was there before only the latter is made: its subnets, routes and flow logs are its owner's.
 */
final class NetworkStage implements StageTemplate.OfStack {

    @Override
    public StageId id() {
        return StageId.NETWORK;
    }

    @Override
    public Set<StageId> after(ValidPlan plan) {
        return Set.of(StageId.ADOPTION);
    }

    @Override
    public void describe(StackDraft stack) {
        NetworkPlan plan = stack.plan().network();
        Site site = plan.existingVpc().isPresent() ? Site.existing(plan) : NewVpc.add(stack);
        ResourceRef nodes = SecurityGroups.add(stack, site.vpc());
        if (plan.egress() == Egress.NONE) {
            PrivateEndpoints.add(stack, site, nodes);
        }
        stack.deliver(Output.VPC_ID, site.vpc());
        stack.deliver(Output.PUBLIC_SUBNET_IDS, site.publicSubnets());
        stack.deliver(Output.PRIVATE_SUBNET_IDS, site.privateSubnets());
    }

    /**
     * Where everything stands.
     *
     * @param publicSubnets in the order of the plan's zones
     * @param privateSubnets likewise
     */
    record Site(Value vpc, List<? extends Value> publicSubnets, List<? extends Value> privateSubnets) {

        private static Site existing(NetworkPlan plan) {
            List<NetworkPlan.ExistingSubnets> subnets =
                    plan.zones().stream().map(z -> z.existing().orElseThrow()).toList();
            return new Site(
                    Value.text(plan.existingVpc().orElseThrow()),
                    subnets.stream().map(s -> Value.text(s.publicId())).toList(),
                    subnets.stream().map(s -> Value.text(s.privateId())).toList());
        }
    }

    /** The letter that tells a zone's resources from those of the others. */
    static String suffix(NetworkPlan.Zone zone) {
        return zone.name().letter().toUpperCase(Locale.ROOT);
    }

    /** The name that the console shows. */
    static Value named(StackDraft stack, String what) {
        return Tags.named(stack.names().prefix() + "-" + what);
    }
}
