package dev.essha.export;

import dev.essha.plan.Plan;

/** The names to add where DNS is kept, as a zone file. The load balancer's own name exists only after the install. */
final class ZoneFile {

    private static final int TTL_SECONDS = 300;

    private ZoneFile() {}

    static String render(Plan plan) {
        String domain = plan.domain().name() + ".";
        return """
            ; Records that lead to the load balancer of deployment %1$s (R8).
            ; Replace LOAD-BALANCER by its name: `./deploy.sh names` prints it once the edge stage stands.
            ; The record that proves the ownership of the certificate's domain is printed during the deployment.
            $TTL %3$d
            %2$s IN CNAME LOAD-BALANCER.
            *.%2$s IN CNAME LOAD-BALANCER.
            """.formatted(plan.name(), domain, TTL_SECONDS);
    }
}
