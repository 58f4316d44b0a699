package dev.essha.blueprint.cfn;

import java.util.stream.Stream;

/** An attribute of a resource. */
record GetAtt(String logicalId, String attribute) implements Reference {

    @Override
    public String inSub() {
        return logicalId + "." + attribute;
    }

    @Override
    public Stream<String> references() {
        return Stream.of(logicalId);
    }
}
