package dev.essha.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.plan.RegionName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CfnLintTest {

    /** Each in the regions of the plans that have it: partitions do not know the same types and properties. */
    @Test
    void findsNeitherErrorNorWarningInAnyGolden() throws IOException, InterruptedException {
        Map<SortedSet<RegionName>, List<Path>> byRegions = new HashMap<>();
        Goldens.rendered()
                .files()
                .forEach((path, golden) -> byRegions
                        .computeIfAbsent(golden.regions(), _ -> new ArrayList<>())
                        .add(GoldenTest.file(path)));
        CfnLint lint = CfnLint.find();
        StringBuilder found = new StringBuilder();

        long start = System.nanoTime();
        for (Map.Entry<SortedSet<RegionName>, List<Path>> group : byRegions.entrySet()) {
            found.append(lint.check(group.getValue(), names(group.getKey())));
        }

        int templates = Goldens.rendered().files().size();
        System.out.printf(
                "cfn-lint: %d templates for %d sets of regions in %.1f s%n",
                templates, byRegions.size(), (System.nanoTime() - start) / 1e9);
        assertThat(templates).isPositive();
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

    private static List<String> names(SortedSet<RegionName> regions) {
        return regions.stream().map(RegionName::value).toList();
    }
}
