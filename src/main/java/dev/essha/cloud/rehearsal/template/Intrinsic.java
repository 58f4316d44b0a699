package dev.essha.cloud.rehearsal.template;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The intrinsic functions that a rehearsal knows, in the long form. */
enum Intrinsic {
    REF("Ref"),
    GET_ATT("Fn::GetAtt"),
    SUB("Fn::Sub"),
    JOIN("Fn::Join"),
    SELECT("Fn::Select"),
    SPLIT("Fn::Split"),
    BASE64("Fn::Base64");

    private final String key;

    Intrinsic(String key) {
        this.key = key;
    }

    /** A resource and one of its attributes, as the argument of a GetAtt. */
    record Attribute(String logicalId, String name) {}

    /**
     * Which intrinsic an object is; empty for a plain object.
     *
     * @throws dev.essha.cloud.CloudException for a function that is not known
     */
    static Optional<Intrinsic> of(Map<?, ?> node) {
        if (node.size() != 1) {
            return Optional.empty();
        }
        String only = node.keySet().iterator().next().toString();
        Optional<Intrinsic> found =
                Arrays.stream(values()).filter(i -> i.key.equals(only)).findFirst();
        if (found.isEmpty() && (only.startsWith("Fn::") || only.equals("Condition"))) {
            throw Refusal.of("Template format error: Unresolved function " + only + " (unknown to a rehearsal).");
        }
        return found;
    }

    static Attribute attribute(Object argument) {
        if (argument instanceof String text && text.contains(".")) {
            int dot = text.indexOf('.');
            return new Attribute(text.substring(0, dot), text.substring(dot + 1));
        }
        if (argument instanceof List<?> pair && pair.size() == 2) {
            return new Attribute(pair.getFirst().toString(), pair.getLast().toString());
        }
        throw Refusal.of("Template error: every Fn::GetAtt object requires two non-empty parameters, "
                + "the resource name and the resource attribute");
    }

    /** The argument of a Sub: its text, and the variables of its second form. */
    record Substitution(String text, Map<?, ?> variables) {

        static Substitution of(Object argument) {
            if (argument instanceof String text) {
                return new Substitution(text, Map.of());
            }
            if (argument instanceof List<?> pair
                    && pair.size() == 2
                    && pair.getFirst() instanceof String text
                    && pair.getLast() instanceof Map<?, ?> variables) {
                return new Substitution(text, variables);
            }
            throw Refusal.of(
                    "Template error: One or more Fn::Sub intrinsic functions don't specify expected arguments. Specify"
                        + " a string as first argument, and an optional second argument to specify a mapping of values"
                        + " to replace in the string");
        }
    }
}
