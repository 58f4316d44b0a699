package dev.essha.checklist;

/** What a check found. */
public enum Verdict {
    PASS,
    FAIL,
    /** The evidence is missing; not a pass. */
    UNKNOWN
}
