package dev.essha.cloud.rehearsal;

import dev.essha.cloud.rehearsal.template.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The resource types that a rehearsal knows. Each is a line with the form of its physical id, and below it
 *
 * <ul>
 *   <li>{@code has}: the form of each attribute; a semicolon makes it a list,
 *   <li>{@code replaced-by}: the properties whose change replaces the resource,
 *   <li>{@code may-be-replaced-by}: those of which a change set says that the change may replace it,
 *   <li>{@code only-in}: the partitions that have the type; without it all of them.
 * </ul>
 *
 * <p>{@link Naming} fills in the forms. How long they take is in {@link dev.essha.cloud.TypicalTimes}.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html">Resource
 *     types: return values and "update requires"</a>
 * @see <a href="https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html">Schemas of resource
 *     types: {@code createOnlyProperties}, {@code conditionalCreateOnlyProperties}</a>
 */
final class ResourceTypes {

    static final ResourceTypes TABLE =
            new ResourceTypes(ComputeTypes.TABLE + DataTypes.TABLE + EdgeTypes.TABLE + NetworkTypes.TABLE);

    private final Map<String, ResourceType> byName = new LinkedHashMap<>();

    private ResourceTypes(String table) {
        List<String> block = new ArrayList<>();
        for (String line : table.lines().toList()) {
            if (!line.startsWith(" ")) {
                add(block);
                block = new ArrayList<>();
            }
            block.add(line.strip());
        }
        add(block);
    }

    ResourceType get(String type) {
        return find(type).orElseThrow(() -> new IllegalArgumentException("unknown resource type " + type));
    }

    private Optional<ResourceType> find(String type) {
        return Optional.ofNullable(byName.get(type));
    }

    /** What a template may use in a partition. */
    Types offeredIn(String partition) {
        return new Types() {

            @Override
            public boolean knows(String type) {
                return find(type).filter(t -> t.isIn(partition)).isPresent();
            }

            @Override
            public boolean hasAttribute(String type, String attribute) {
                return get(type).attributeForms().containsKey(attribute);
            }
        };
    }

    private void add(List<String> block) {
        if (block.isEmpty()) {
            return;
        }
        String[] head = block.getFirst().split("\\s+", 2);
        Map<String, String> attributes = new LinkedHashMap<>();
        words(block, "has")
                .forEach(w -> attributes.put(w.substring(0, w.indexOf('=')), w.substring(w.indexOf('=') + 1)));
        byName.put(
                head[0],
                new ResourceType(
                        head[0],
                        head[1],
                        attributes,
                        words(block, "replaced-by"),
                        words(block, "may-be-replaced-by"),
                        words(block, "only-in")));
    }

    private static List<String> words(List<String> block, String column) {
        return block.stream()
                .filter(line -> line.startsWith(column + " "))
                .flatMap(line ->
                        Arrays.stream(line.substring(column.length()).strip().split("\\s+")))
                .toList();
    }
}
