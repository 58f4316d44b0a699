package dev.essha.export;

import dev.essha.blueprint.NameRecord;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.DomainPlan.Dns;
import dev.essha.plan.Plan;

/**
 * The names to add where DNS is kept, as a zone file. What they lead to is named only after the install. What zone files
 * cannot say, aliases and weights, stands in comments.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1035#section-5">RFC 1035, 5: master files</a>
 */
final class ZoneFile {

    private final Plan plan;
    private final Front front;

    private ZoneFile(Plan plan) {
        this.plan = plan;
        this.front = Front.of(plan.edge());
    }

    static String render(Plan plan) {
        return new ZoneFile(plan).render();
    }

    private String render() {
        return """
            ; Records that lead to %s of deployment %s (R8).
            %s$TTL %d
            %s*.%s. IN CNAME %s.
            %s\
            """.formatted(
                        front.words(),
                        plan.name(),
                        replacement() + proof(),
                        NameRecord.TTL_SECONDS,
                        domainRecord(),
                        plan.domain().name(),
                        target(),
                        privateZone());
    }

    private String replacement() {
        return front == Front.ZONAL_LOAD_BALANCERS
                ? """
                ; %s. has a weighted record for the load balancer of each zone, with its health: Route 53 keeps
                ; these, and the template of the edge stage has them.
                """.formatted(target())
                : """
                ; Replace %s by its name: `./deploy.sh names` prints it once the stage %s stands.
                """.formatted(target(), front.names().producer().label());
    }

    private String proof() {
        return plan.domain().dns() == Dns.ELSEWHERE
                ? "; The record that proves the ownership of the certificate's domain is printed during the"
                        + " deployment.\n"
                : "; Route 53 gets them from the template of the dns stage: nobody has to add them.\n";
    }

    private String target() {
        return front == Front.ZONAL_LOAD_BALANCERS ? plan.domain().name().origin() : front.placeholder();
    }

    private String domainRecord() {
        DomainPlan domain = plan.domain();
        return domain.apex()
                ? """
                ; The apex of a zone cannot have a CNAME. What takes its place is called ALIAS, ANAME or flattening:
                ; %s. IN ALIAS %s.
                """.formatted(domain.name(), target())
                : "%s. IN CNAME %s.\n".formatted(domain.name(), target());
    }

    private String privateZone() {
        return plan.domain().privateZone()
                ? "; Inside the VPC a private hosted zone of the same name answers, and leads to a load balancer"
                        + " there.\n"
                : "";
    }
}
