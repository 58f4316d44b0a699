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
 */
record ResourceType(String name, String idForm, Map<String, String> attributeForms, List<String> replacedBy) {

    ResourceType {
        attributeForms = Map.copyOf(attributeForms);
        replacedBy = List.copyOf(replacedBy);
    }

    String physicalId(Naming naming) {
        return naming.fill(idForm);
    }

    /** Whether a person may name it, so that the name may be taken. */
    boolean isNamed() {
        return idForm.contains("{name:") || idForm.contains("{lower:");
    }

    Optional<String> attribute(String attribute, Naming naming) {
        return Optional.ofNullable(attributeForms.get(attribute)).map(naming::fill);
    }

    /** Whether an update in place changes the attribute. */
    boolean changesWithUpdate(String attribute) {
        return attributeForms.getOrDefault(attribute, "").contains("{version}");
    }

    Replacement replacement(Properties before, Properties after) {
        List<Object> changed = replacedBy.stream()
                .filter(path -> !before.at(path).equals(after.at(path)))
                .map(path -> after.at(path).orElse(""))
                .toList();
        if (changed.isEmpty()) {
            return Replacement.NO;
        }
        boolean allUnknown = changed.stream().allMatch(v -> v.toString().contains(Intrinsics.UNKNOWN));
        return allUnknown ? Replacement.MAYBE : Replacement.YES;
    }
}
