package dev.essha.blueprint;

import dev.essha.plan.PlanFile;
import dev.essha.plan.RegionName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The templates of every shape of the architecture, each distinct one once.
 *
 * @param files the templates by their paths below the goldens
 * @param index says which plan has which
 * @param plans how many were rendered
 * @param refusals the keys of the problems for which combinations were left out
 */
record Goldens(SortedMap<String, Golden> files, String index, int plans, SortedSet<String> refusals) {

    private static final String SUFFIX = ".yaml";

    /** @param regions where plans have it */
    record Golden(String body, SortedSet<RegionName> regions) {}

    /** Everything, rendered once for all tests. */
    static Goldens rendered() {
        return Once.RENDERED;
    }

    private static final class Once {
        private static final Goldens RENDERED = new Rendering().goldens();
    }

    private static final class Rendering {

        private final SortedMap<String, Golden> files = new TreeMap<>();
        private final Map<String, String> pathOf = new HashMap<>();
        private final Map<String, SortedSet<RegionName>> regions = new HashMap<>();
        private final SortedSet<String> refusals = new TreeSet<>();
        private final StringBuilder index = new StringBuilder();
        private int plans;

        Goldens goldens() {
            Map<StageId, List<GoldenTree.Case>> cases = cross();
            int refused = Dimension.cross().size() - plans;
            cases.forEach(this::addStage);
            for (OtherGolden other : OtherGolden.values()) {
                addPlan(other);
            }
            return new Goldens(files, head(refused) + index, plans, refusals);
        }

        private String head(int refused) {
            return """
                Which plan has which template. %d plans, %d distinct templates; %d combinations are refused.
                Written by: mvn test -Dtest=GoldenTest -Dgoldens=write
                """.formatted(plans, files.size(), refused);
        }

        /** Of what cannot be chosen together, nothing is rendered. */
        private Map<StageId, List<GoldenTree.Case>> cross() {
            Map<StageId, List<GoldenTree.Case>> cases = new EnumMap<>(StageId.class);
            for (List<Dimension.Option> chosen : Dimension.cross()) {
                List<String> labels =
                        chosen.stream().map(Dimension.Option::label).toList();
                bodies(Dimension.file(chosen))
                        .ifPresent(bodies ->
                                bodies.forEach((stage, body) -> cases.computeIfAbsent(stage, _ -> new ArrayList<>())
                                        .add(new GoldenTree.Case(labels, body))));
            }
            return cases;
        }

        private void addStage(StageId stage, List<GoldenTree.Case> cases) {
            index.append('\n').append(stage.label()).append('\n');
            GoldenTree.named(cases).forEach((name, body) -> line(name, add(stage, name, body)));
        }

        private void addPlan(OtherGolden other) {
            index.append('\n').append(other.label()).append('\n');
            other.described()
                    .forEach(setting -> index.append("    ").append(setting).append('\n'));
            bodies(other.file())
                    .orElseThrow(() -> new IllegalStateException(other + " is refused: " + refusals))
                    .forEach((stage, body) -> line(stage.label(), add(stage, other.label(), body)));
        }

        private void line(String name, String path) {
            index.append("    %-44s %s\n".formatted(name, path));
        }

        /** The path of the template, which may have been there under another name. */
        private String add(StageId stage, String name, String body) {
            return pathOf.computeIfAbsent(stage + body, key -> {
                String path = stage.label() + "/" + name + SUFFIX;
                files.put(path, new Golden(body, regions.get(key)));
                return path;
            });
        }

        private Optional<Map<StageId, String>> bodies(PlanFile file) {
            file.read().problems().forEach(p -> refusals.add(p.problem().key()));
            return file.read().valid().map(Blueprint::of).map(blueprint -> {
                plans++;
                return blueprint.stages().stream()
                        .filter(s -> s.work() instanceof Work.Stack)
                        .collect(Collectors.toMap(
                                Stage::id, this::body, (a, _) -> a, () -> new EnumMap<>(StageId.class)));
            });
        }

        private String body(Stage stage) {
            Work.Stack stack = (Work.Stack) stage.work();
            regions.computeIfAbsent(stage.id() + stack.templateBody(), _ -> new TreeSet<>())
                    .add(stack.region());
            return stack.templateBody();
        }
    }
}
