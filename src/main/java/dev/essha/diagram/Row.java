package dev.essha.diagram;

/** What stands side by side in the subnets of the zones, or spans them; from top to bottom. */
enum Row {
    BALANCER,
    NAT,
    NODES,
    INTERNAL_BALANCER,
    DATABASE,
    BROKERS,
    ENDPOINTS
}
