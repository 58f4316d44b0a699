package dev.essha.ui.run;

import dev.essha.checklist.report.Report;
import dev.essha.cloud.Identity;
import dev.essha.pipeline.Event;

/** How a run ended, or why it did not begin. */
public sealed interface RunEnd {

    /** The engine came to its end; cancelled before its first event, nothing was touched. */
    record Finished(Event.Outcome outcome) implements RunEnd {}

    /** Nothing was touched: it would have failed. */
    record Refused(Report failed) implements RunEnd {}

    /** Nothing was touched: somebody else is signed in than when it was ordered. */
    record OtherAccount(Identity expected, Identity found) implements RunEnd {}

    /** Something that is no event of the engine ended it. */
    record Broken(Throwable failure) implements RunEnd {}
}
