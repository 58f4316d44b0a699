package dev.essha.pipeline;

import dev.essha.blueprint.Output;
import dev.essha.inventory.DnsAnswer;
import dev.essha.plan.DnsRecord;
import dev.essha.plan.DomainName;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where DNS is elsewhere: shows the records for the domain and everything below it (R8), and waits until both lead to the
 * load balancers, several looks in a row, because name servers do not all change at the same moment.
 */
final class RecordsStep implements Step {

    private static final int TTL_SECONDS = 300;
    private static final int IN_A_ROW = 3;

    private final StageContext context;
    private final DomainName domain;
    private final List<String> loadBalancers;
    private int looks;

    RecordsStep(StageContext context, DomainName domain, Outputs outputs) {
        this.context = context;
        this.domain = domain;
        this.loadBalancers = outputs.list(Output.LOAD_BALANCER_NAMES);
    }

    @Override
    public StageResult run() throws InterruptedException {
        boolean waited = !bothLead();
        if (waited) {
            context.needs(Event.Purpose.SERVICE_NAMES, records());
            await();
            context.found(Event.Purpose.SERVICE_NAMES);
        }
        return new StageResult.Completed(waited, Map.of());
    }

    @Override
    public Observation observe() {
        boolean leads = bothLead();
        return new Observation(
                leads,
                "%s and %s %s to the load balancers"
                        .formatted(domain, domain.wildcard(), leads ? "lead" : "do not both lead"));
    }

    private void await() throws InterruptedException {
        Pace pace = Pace.ofRecords();
        int seen = 0;
        while (seen < IN_A_ROW) {
            if (context.cancellation().requested()) {
                throw new InterruptedException("cancelled while a person adds records");
            }
            context.time().sleep(pace.next());
            seen = bothLead() ? seen + 1 : 0;
        }
    }

    private List<DnsRecord> records() {
        return Stream.of(domain.value(), domain.wildcard())
                .flatMap(name -> loadBalancers.stream().map(lb -> new DnsRecord(name, "CNAME", lb, TTL_SECONDS)))
                .toList();
    }

    private boolean bothLead() {
        return leads(domain.value()) && leads(probe());
    }

    /** A new name each time: a resolver on the way may remember that the last one did not exist. */
    private String probe() {
        looks++;
        String seed = domain + " " + loadBalancers + " " + looks;
        return "probe-" + Integer.toHexString(seed.hashCode()) + "." + domain;
    }

    /** An apex cannot have a CNAME; there the provider answers with the load balancers' addresses. */
    private boolean leads(String name) {
        DnsAnswer alias = lookUp(name, "CNAME");
        if (alias.values().stream().anyMatch(this::isLoadBalancer)) {
            return true;
        }
        DnsAnswer address = lookUp(name, "A");
        return address.chain().stream().anyMatch(this::isLoadBalancer)
                || (!address.values().isEmpty() && addresses().containsAll(address.values()));
    }

    private boolean isLoadBalancer(String name) {
        return loadBalancers.stream().anyMatch(name::equalsIgnoreCase);
    }

    private Set<String> addresses() {
        Set<String> addresses = new HashSet<>();
        loadBalancers.forEach(lb -> addresses.addAll(lookUp(lb, "A").values()));
        return addresses;
    }

    private DnsAnswer lookUp(String name, String type) {
        return context.cloud().resolver().lookUp(name, type);
    }
}
