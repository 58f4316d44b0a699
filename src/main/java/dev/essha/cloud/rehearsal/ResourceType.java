package dev.essha.cloud.rehearsal;

import dev.essha.cloud.ResourceChange.Replacement;
import dev.essha.cloud.rehearsal.template.Intrinsics;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How resources of a type behave.
 *
 * @param idForm form of the physical id, which is also what Ref gives
 * @param attributeForms form of each attribute for GetAtt
 * @param replacedBy paths of the properties that cannot be changed in place
 * @param mayBeReplacedBy paths of the properties of which only some changes can be made in place
 * @param partitions that have the type; empty for all of them
 */
record ResourceType(
        String name,
        String idForm,
        Map<String, String> attributeForms,
        List<String> replacedBy,
        List<String> mayBeReplacedBy,
        List<String> partitions) {

    ResourceType {
        attributeForms = Map.copyOf(attributeForms);
        replacedBy = List.copyOf(replacedBy);
        mayBeReplacedBy = List.copyOf(mayBeReplacedBy);
        partitions = List.copyOf(partitions);
    }

    boolean isIn(String partition) {
        return partitions.isEmpty() || partitions.contains(partition);
    }

    String physicalId(Naming naming) {
        return naming.fill(idForm);
    }

    /** Whether a person may name it, so that the name may be taken. */
    boolean isNamed() {
        return idForm.contains("{name:") || idForm.contains("{lower:");
    }

    /** The physical id without what the service makes up: there can be only one of each. */
    String unique(Naming naming) {
        return naming.fill(idForm.replaceAll("\\{(hex\\d+|HEX\\d+|uuid|ip)}", ""));
    }

    Optional<String> attribute(String attribute, Naming naming) {
        return Optional.ofNullable(attributeForms.get(attribute)).map(naming::fill);
    }

    boolean isList(String attribute) {
        return attributeForms.getOrDefault(attribute, "").contains(";");
    }

    /** Whether an update in place changes the attribute. */
    boolean changesWithUpdate(String attribute) {
        return attributeForms.getOrDefault(attribute, "").contains("{version}");
    }

    /** What a change set says, in which values may not be known yet. */
    Replacement replacement(Properties before, Properties after) {
        List<String> changed = changed(replacedBy, before, after);
        boolean known = changed.stream().anyMatch(path -> isKnown(after.at(path)));
        if (known) {
            return Replacement.YES;
        }
        boolean perhaps =
                !changed.isEmpty() || !changed(mayBeReplacedBy, before, after).isEmpty();
        return perhaps ? Replacement.MAYBE : Replacement.NO;
    }

    /** Whether the change is made by a new resource, when all values are known. */
    boolean replaces(Properties before, Properties after) {
        return !changed(replacedBy, before, after).isEmpty();
    }

    private static List<String> changed(List<String> paths, Properties before, Properties after) {
        return paths.stream()
                .filter(path -> !before.at(path).equals(after.at(path)))
                .toList();
    }

    private static boolean isKnown(Optional<Object> value) {
        return !value.map(Object::toString).orElse("").contains(Intrinsics.UNKNOWN);
    }
}
