package dev.essha.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.essha.cloud.signin.Login;
import dev.essha.cloud.signin.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretsInJsonTest {

    private static final Login KEYS =
            new Login.Keys("AKIAKEYS", new Secret("keys-secret"), Optional.of(new Secret("keys-token")));

    @Test
    void aLoginIsWrittenWithoutItsSecrets() {
        assertThat(Json.line(new Places.Choice(false, 1, false, Optional.empty(), KEYS, Optional.empty())))
                .contains("\"login\":{\"id\":\"AKIAKEYS\",\"secret\":\"(hidden)\",\"sessionToken\":\"(hidden)\"}");
    }

    @Test
    void aMapperThatKnowsNothingOfSecretsRefusesThem() {
        assertThatExceptionOfType(JsonProcessingException.class)
                .isThrownBy(() -> new JsonMapper().writeValueAsString(new Secret("keys-secret")))
                .withMessageNotContaining("keys-secret");
    }
}
