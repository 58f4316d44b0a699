package dev.essha.cloud.rehearsal;

import dev.essha.cloud.StackStatus;
import java.time.Instant;

/** A status that a stack has from a time on. */
record Phase(StackStatus status, Instant at, String reason) {}
