package dev.essha.blueprint.cfn;

import java.util.stream.Stream;

/** The name or id of a resource, or the value of a parameter. */
record Ref(String logicalName) implements Reference {

    @Override
    public String inSub() {
        return logicalName;
    }

    @Override
    public Stream<String> references() {
        return Stream.of(logicalName);
    }
}
