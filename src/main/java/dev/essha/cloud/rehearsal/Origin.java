package dev.essha.cloud.rehearsal;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a resource comes from.
 *
 * @param stackId empty for what no stack made
 * @param stackName empty for what no stack made
 * @param stackTags the tags that CloudFormation hands down
 */
record Origin(Place place, String stackId, String stackName, SortedMap<String, String> stackTags) {

    Origin {
        stackTags = Collections.unmodifiableSortedMap(new TreeMap<>(stackTags));
    }

    static Origin of(RehearsedStack stack) {
        return new Origin(
                stack.place(), stack.id(), stack.name(), stack.request().tags());
    }

    /** What was made without CloudFormation. */
    static Origin byHand(Place place) {
        return new Origin(place, "", "", Collections.emptySortedMap());
    }

    boolean isStack() {
        return !stackId.isEmpty();
    }
}
