package dev.essha.cloud;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a stack should become.
 *
 * @param parameters values by parameter name; lists are comma-separated
 * @param tags on the stack and everything in it
 */
public record StackRequest(
        String stackName, String templateBody, SortedMap<String, String> parameters, SortedMap<String, String> tags) {

    public StackRequest {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }
}
