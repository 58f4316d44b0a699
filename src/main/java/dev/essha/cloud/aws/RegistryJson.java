package dev.essha.cloud.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;

/** What a registry gives as JSON. */
final class RegistryJson {

    private RegistryJson() {}

    /** @return empty if it is none; what is wrong with it is not told, as the parser would quote it */
    static Optional<JsonNode> read(byte[] bytes) {
        try {
            return Optional.ofNullable(new JsonMapper().readTree(bytes));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
