package dev.essha.survey;

import dev.essha.blueprint.Blueprint;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.Identity;
import dev.essha.cloud.Lookups;
import dev.essha.inventory.Inventory;
import dev.essha.plan.Plan;
import dev.essha.plan.ResourceNames;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Looks at everything that a deployment consists of. Ids come from the outputs of its stacks; what is in the VPC is then
 * looked for there, so that what was made by hand is seen too.
 */
public final class Survey {

    private final Supplier<String> randomLabel;

    /** @param randomLabel a DNS label that nobody can have a record for; asked once for each survey */
    public Survey(Supplier<String> randomLabel) {
        this.randomLabel = randomLabel;
    }

    /** A DNS label that nobody can have a record for; another one each time. */
    public String randomLabel() {
        return randomLabel.get();
    }

    /**
     * Looks once at everything. What cannot be seen is part of the answer, with the reason.
     *
     * @param observedAt the time that the inventory will carry
     * @throws dev.essha.cloud.CloudException only if it cannot be told which account this is
     */
    public Inventory take(Blueprint blueprint, Cloud cloud, Instant observedAt) {
        Identity identity = cloud.identity();
        try (Observer observer = new Observer()) {
            Installed installed = Installed.find(blueprint, cloud, observer);
            Ids ids = new Ids(installed, observer);
            return start(blueprint.plan().plan(), cloud, ids).inventory(observedAt, identity);
        }
    }

    /** The resources of the stacks come last: they are the only ones that are waited for here. */
    private Round start(Plan plan, Cloud cloud, Ids ids) {
        Lookups lookups = cloud.lookups();
        ResourceNames names = new ResourceNames(plan.name());
        NetworkPart network = NetworkPart.start(ids, lookups);
        EdgePart edge = EdgePart.start(ids, lookups);
        NamePart dns = NamePart.start(ids, cloud, plan, randomLabel.get(), edge.loadBalancers());
        FrontPart front = FrontPart.start(ids, cloud, plan, dns.records());
        DataPart data = DataPart.start(ids, lookups, names);
        ComputePart compute = ComputePart.start(ids, lookups, names);
        Installed installed = ids.installed();
        return new Round(
                installed.statuses(),
                installed.resources(cloud, ids.observer()),
                network,
                edge,
                front,
                dns,
                data,
                compute);
    }
}
