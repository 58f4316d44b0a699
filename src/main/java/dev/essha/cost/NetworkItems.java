package dev.essha.cost;

import dev.essha.cost.Product.Kind;
import dev.essha.plan.InterfaceEndpoint;
import dev.essha.plan.Plan;

/** The ways out of the VPC and what passes through them. What an existing VPC has already is on its owner's bill. */
final class NetworkItems {

    private NetworkItems() {}

    static void add(BillDraft bill, Plan plan) {
        switch (plan.network().egress()) {
            case NAT_PER_ZONE -> {
                gateways(bill, plan, "nat-gateway", Kind.NAT_GATEWAY);
                bill.byUse(Section.NETWORK, "nat-gateway-data", Kind.NAT_GATEWAY_DATA);
            }
            case REGIONAL_NAT -> {
                gateways(bill, plan, "regional-nat-gateway", Kind.REGIONAL_NAT_GATEWAY);
                bill.byUse(Section.NETWORK, "regional-nat-gateway-data", Kind.REGIONAL_NAT_GATEWAY_DATA);
            }
            case NONE -> endpoints(bill, plan);
            case EXISTING -> {
                // Its price is its owner's.
            }
        }
        bill.byUse(Section.TRANSFER, "transfer-out", Kind.TRANSFER_OUT);
        bill.byUse(Section.TRANSFER, "transfer-between-zones", Kind.TRANSFER_BETWEEN_ZONES);
    }

    static int zones(Plan plan) {
        return plan.network().zones().size();
    }

    /**
     * A regional NAT gateway is charged for each zone that it is in, as if it were one in each.
     *
     * @see <a href="https://aws.amazon.com/vpc/pricing/">Amazon VPC pricing</a>
     */
    private static void gateways(BillDraft bill, Plan plan, String id, Kind kind) {
        bill.hourly(Section.NETWORK, id, Product.of(kind), zones(plan));
        bill.hourly(Section.NETWORK, "nat-address", Product.of(Kind.PUBLIC_ADDRESS), zones(plan));
    }

    private static void endpoints(BillDraft bill, Plan plan) {
        int services = InterfaceEndpoint.in(plan.region()).size();
        Product endpoint = Product.of(Kind.INTERFACE_ENDPOINT);
        bill.hourly(Section.NETWORK, "interface-endpoint", endpoint, (long) services * zones(plan), services);
        bill.byUse(Section.NETWORK, "interface-endpoint-data", Kind.INTERFACE_ENDPOINT_DATA);
    }
}
