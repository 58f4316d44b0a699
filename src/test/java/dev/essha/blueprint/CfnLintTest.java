package dev.essha.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CfnLintTest {

    @Test
    void findsNeitherErrorNorWarningInAnyGolden() throws IOException, InterruptedException {
        List<Path> goldens = GoldenTest.all().toList();

        assertThat(goldens).isNotEmpty();
        assertThat(CfnLint.find().check(goldens)).isEmpty();
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

        assertThat(CfnLint.find().check(List.of(wrong))).contains("BucketNaem");
    }
}
