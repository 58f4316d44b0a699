package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KafkaPropertiesTest {

    @Test
    void propertiesAreReadAsKafkaReadsThem() {
        String text = """
            # the comment
            auto.create.topics.enable = true
            min.insync.replicas=2\s\s
            default.replication.factor: 3
            """;
        assertThat(KafkaLookups.parse(text.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(
                        entry("auto.create.topics.enable", "true"),
                        entry("default.replication.factor", "3"),
                        entry("min.insync.replicas", "2"));
    }
}
