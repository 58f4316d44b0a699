package dev.essha.pipeline;

import dev.essha.blueprint.Lookup;
import dev.essha.blueprint.Work;
import dev.essha.inventory.Offer;
import dev.essha.plan.DomainName;
import dev.essha.wording.Phrase;
import java.util.List;
import java.util.SortedMap;

/** The one place where a stack's parameters get their values: outputs of earlier stages, and what is looked up. */
final class Parameters {

    private final StageContext context;
    private final DomainName domain;
    private final Outputs outputs;

    Parameters(StageContext context, DomainName domain, Outputs outputs) {
        this.context = context;
        this.domain = domain;
        this.outputs = outputs;
    }

    /** @throws StageException naming what is missing, before anything is touched */
    SortedMap<String, String> of(Work.Stack work) throws InterruptedException {
        SortedMap<String, String> values = outputs.all(work.inputs());
        for (Lookup lookup : work.lookups()) {
            values.put(lookup.key(), found(lookup));
        }
        return values;
    }

    private String found(Lookup lookup) throws InterruptedException {
        return switch (lookup) {
            case HOSTED_ZONE_ID -> hostedZoneId();
            case CLOUDFRONT_PREFIX_LIST_ID -> cloudFrontPrefixListId();
        };
    }

    private String cloudFrontPrefixListId() throws InterruptedException {
        return context.retry()
                .get(() -> context.cloud().offers().cloudFrontPrefixList())
                .orElseThrow(
                        () -> new StageException(Phrase.of("gateway.no-list"), Phrase.of("gateway.no-list.advice")));
    }

    private String hostedZoneId() throws InterruptedException {
        List<Offer.HostedZone> zones =
                context.retry().get(() -> context.cloud().offers().hostedZones(domain));
        return HostedZones.closest(domain, zones).id();
    }
}
