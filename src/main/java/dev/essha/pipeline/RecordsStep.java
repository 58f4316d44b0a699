package dev.essha.pipeline;

import dev.essha.blueprint.NameRecord;
import dev.essha.blueprint.Work;
import dev.essha.plan.DnsRecord;
import dev.essha.plan.DomainName;
import dev.essha.wording.Phrase;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where DNS is elsewhere: shows the records for the domain and everything below it (R8), and waits until both lead to where
 * clients come in, several looks in a row, because name servers do not all change at the same moment.
 *
 * <p>At the apex of a zone DNS allows no CNAME. Providers have a kind of record for it that answers with the addresses of
 * another name, and call it ALIAS, ANAME or a flattened CNAME.
 */
final class RecordsStep implements Step {

    private static final int IN_A_ROW = 3;

    private final StageContext context;
    private final DomainName domain;
    private final String domainType;
    private final List<String> targets;
    private final LeadsTo leads;
    private int looks;

    RecordsStep(StageContext context, Work.AnnounceRecords work, Outputs outputs) {
        this.context = context;
        this.domain = work.domain();
        this.domainType = work.domainType();
        this.targets = outputs.list(work.target());
        this.leads = new LeadsTo(context.cloud().resolver(), targets);
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
        boolean both = bothLead();
        return new Observation(
                both,
                Phrase.of(
                        both ? "records.lead" : "records.do-not-lead",
                        domain,
                        domain.wildcard(),
                        String.join(", ", targets)),
                both ? List.of() : records().stream().map(RecordsStep::line).toList());
    }

    private static Phrase line(DnsRecord record) {
        return Phrase.of("records.waits", record.name(), record.type(), record.value());
    }

    private void await() throws InterruptedException {
        Pace pace = Pace.ofRecords();
        int seen = 0;
        while (seen < IN_A_ROW) {
            if (context.cancellation().requested()) {
                throw new InterruptedException("cancelled while a person adds records");
            }
            context.pause(pace);
            seen = bothLead() ? seen + 1 : 0;
        }
    }

    private List<DnsRecord> records() {
        return Stream.of(domain.value(), domain.wildcard())
                .flatMap(name -> targets.stream().map(t -> new DnsRecord(name, type(name), t, NameRecord.TTL_SECONDS)))
                .toList();
    }

    private String type(String name) {
        return name.equals(domain.value()) ? domainType : NameRecord.CNAME;
    }

    private boolean bothLead() {
        return leads.from(domain.value()) && leads.from(probe());
    }

    /** A new name each time: a resolver on the way may remember that the last one did not exist. */
    private String probe() {
        looks++;
        String seed = domain + " " + targets + " " + looks;
        return "probe-" + Integer.toHexString(seed.hashCode()) + "." + domain;
    }
}
