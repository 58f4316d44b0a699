package dev.essha.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.plan.Partition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CfnLintTest {

    /**
     * Each in every region of its partition in which any plan has any template: what stands in one region may stand in the
     * others, and the linter takes no longer for several. Partitions do not know the same types and properties.
     */
    @Test
    void findsNeitherErrorNorWarningInAnyGolden() throws IOException, InterruptedException {
        Map<Partition, SortedSet<String>> regions = new EnumMap<>(Partition.class);
        Map<Partition, List<Path>> templates = new EnumMap<>(Partition.class);
        Goldens.rendered()
                .files()
                .forEach((path, golden) -> golden.regions().forEach(region -> {
                    Partition partition = Partition.of(region).orElseThrow();
                    regions.computeIfAbsent(partition, _ -> new TreeSet<>()).add(region.value());
                    List<Path> known = templates.computeIfAbsent(partition, _ -> new ArrayList<>());
                    if (!known.contains(GoldenTest.file(path))) {
                        known.add(GoldenTest.file(path));
                    }
                }));
        CfnLint lint = CfnLint.find();
        StringBuilder found = new StringBuilder();

        long start = System.nanoTime();
        for (Map.Entry<Partition, List<Path>> group : templates.entrySet()) {
            found.append(lint.check(group.getValue(), regions.get(group.getKey())));
        }

        System.out.printf(
                "cfn-lint: %d templates, in %s, in %.1f s%n",
                Goldens.rendered().files().size(), regions, (System.nanoTime() - start) / 1e9);
        assertThat(regions.keySet()).containsExactly(Partition.values());
        assertThat(found).asString().isEmpty();
    }

    @Test
    void wouldHaveFoundAWrongProperty(@TempDir Path directory) throws IOException, InterruptedException {
        Path wrong = Files.writeString(directory.resolve("wrong.yaml"), """
            Resources:
              Bucket:
                Type: AWS::S3::Bucket
                Properties:
                  BucketNaem: wrong
            """);

        assertThat(CfnLint.find().check(List.of(wrong), Set.of("eu-central-1"))).contains("BucketNaem");
    }

    /** Every region's own schemas are asked, not just the first one's. */
    @Test
    void wouldHaveFoundATypeThatAPartitionDoesNotHave(@TempDir Path directory) throws Exception {
        Path template = Files.writeString(directory.resolve("accelerator.yaml"), """
            Resources:
              Accelerator:
                Type: AWS::GlobalAccelerator::Accelerator
                Properties:
                  Name: demo
            """);

        CfnLint lint = CfnLint.find();

        assertThat(lint.check(List.of(template), Set.of("us-west-2"))).isEmpty();
        assertThat(lint.check(List.of(template), List.of("us-west-2", "cn-north-1")))
                .contains("cn-north-1");
    }
}
