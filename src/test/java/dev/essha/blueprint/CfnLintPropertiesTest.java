package dev.essha.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.plan.AnyPlan;
import dev.essha.plan.Plan;
import dev.essha.plan.RegionName;
import dev.essha.plan.ValidPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** The linter takes seconds where rendering takes none: another sample in each run. */
class CfnLintPropertiesTest {

    private static final int PLANS = 10;

    @Property(tries = 1, shrinking = ShrinkingMode.OFF)
    void aSampleOfPlansIsClean(@ForAll("sample") List<Plan> plans) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory(Path.of("target"), "lint-");
        Map<RegionName, Set<Path>> templates = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (Plan plan : plans) {
            for (Stage stage : Blueprint.of(ValidPlan.of(plan)).stages()) {
                if (stage.work() instanceof Work.Stack stack && seen.add(stack.region() + stack.templateBody())) {
                    Path file = directory.resolve(seen.size() + "-" + stage.id().label() + ".yaml");
                    templates
                            .computeIfAbsent(stack.region(), _ -> new LinkedHashSet<>())
                            .add(Files.writeString(file, stack.templateBody()));
                }
            }
        }
        StringBuilder found = new StringBuilder();
        for (Map.Entry<RegionName, Set<Path>> some : templates.entrySet()) {
            found.append(
                    CfnLint.find().check(some.getValue(), Set.of(some.getKey().value())));
        }
        System.out.printf("cfn-lint: a sample of %d plans has %d distinct templates%n", plans.size(), seen.size());
        assertThat(found).asString().isEmpty();
    }

    @Provide
    Arbitrary<List<Plan>> sample() {
        return AnyPlan.valid().list().ofSize(PLANS);
    }
}
