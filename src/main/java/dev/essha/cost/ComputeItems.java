package dev.essha.cost;

import dev.essha.cost.Product.Kind;
import dev.essha.plan.ComputePlan;
import dev.essha.plan.Plan;

/** The cluster and its nodes. */
final class ComputeItems {

    private ComputeItems() {}

    static void add(BillDraft bill, Plan plan) {
        ComputePlan compute = plan.compute();
        bill.hourly(Section.COMPUTE, "kubernetes", Product.of(Kind.KUBERNETES), 1);
        bill.byUse(Section.COMPUTE, "kubernetes-extended", Kind.KUBERNETES_EXTENDED);
        nodes(bill, compute, (long) NetworkItems.zones(plan) * compute.nodesPerZone());
    }

    private static void nodes(BillDraft bill, ComputePlan compute, long nodes) {
        String type = compute.instanceType();
        bill.hourly(Section.COMPUTE, "node", Product.of(Kind.NODE, type), nodes, type);
        Product disk = Product.of(Kind.NODE_DISK);
        bill.stored(Section.COMPUTE, "node-disk", disk, nodes, compute.diskGiB(), compute.diskGiB());
        if (compute.maxNodesPerZone() > compute.nodesPerZone()) {
            Product more = Product.of(Kind.NODE, type);
            bill.byUse(Section.COMPUTE, "node-more", more, compute.maxNodesPerZone());
        }
        Burst.family(type)
                .ifPresent(family -> bill.byUse(Section.COMPUTE, "node-burst", Product.of(Kind.NODE_BURST, family)));
    }
}
