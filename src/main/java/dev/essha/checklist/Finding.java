package dev.essha.checklist;

import java.util.List;

/**
 * The answer of one check.
 *
 * @param id of the check, stable: {@code R9-multi-az}
 * @param requirement {@code R1} to {@code R15}, or {@code practice}
 * @param title what has to hold, in a sentence
 * @param why what is lost without it, in a sentence
 * @param evidence what was seen, with ids; for an unknown, what could not be seen
 * @param remedy what to do; empty for a pass
 * @param source the calls that the evidence comes from
 */
public record Finding(
        String id,
        String requirement,
        String title,
        Verdict verdict,
        String why,
        List<String> evidence,
        String remedy,
        String source) {

    public Finding {
        evidence = List.copyOf(evidence);
    }
}
