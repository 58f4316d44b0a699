package dev.essha.cli;

import dev.essha.blueprint.StageId;
import dev.essha.pipeline.Event;
import dev.essha.plan.DnsRecord;
import java.util.List;
import java.util.stream.Collectors;

/** The records that a person has to add, as text to copy. */
final class Records {

    private Records() {}

    static String text(StageId stage, Event.Purpose purpose, List<DnsRecord> records) {
        String why = switch (purpose) {
            case CERTIFICATE_VALIDATION -> "to prove that the domain is yours, for its certificate";
            case SERVICE_NAMES -> "so that the names lead to the deployment";
        };
        String lines = records.stream()
                .map(r -> "    %s %d IN %s %s".formatted(dotted(r.name()), r.ttlSeconds(), r.type(), dotted(r.value())))
                .collect(Collectors.joining("\n"));
        String alias = records.stream().anyMatch(r -> r.type().equals("ALIAS"))
                ? "%n    (ALIAS, also called ANAME or a flattened CNAME: an apex cannot have a CNAME)".formatted()
                : "";
        return "%-11s ADD AT YOUR DNS PROVIDER, %s; the run waits for it and goes on by itself:%n%s"
                .formatted(stage.label(), why, lines + alias);
    }

    private static String dotted(String name) {
        return name.endsWith(".") ? name : name + ".";
    }
}
