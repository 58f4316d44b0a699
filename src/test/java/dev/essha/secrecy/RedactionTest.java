package dev.essha.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    private final Redaction redaction = new Redaction(List.of("correct horse battery staple", "short"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        the key AKIAIOSFODNN7EXAMPLE is denied          | the key [removed] is denied
        ASIAIOSFODNN7EXAMPLE                            | [removed]
        it said correct horse battery staple            | it said [removed]
        password=hunter2hunter2, next                   | password=[removed], next
        MasterUserPassword: 'hunter2'                   | MasterUserPassword: '[removed]'
        {"SecretString": "{\\"a\\":\\"b\\"}", "Name":"x"} | {"SecretString": "[removed]", "Name":"x"}
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG   | aws_secret_access_key = [removed]
        AWS_SESSION_TOKEN=FwoGZXIvYXdz//8=              | AWS_SESSION_TOKEN=[removed]
        Authorization: Bearer abc.def                   | Authorization: [removed]
        entitlement: 0123456789abcdef                   | entitlement: [removed]
        https://user:pa55word@registry.example/v2/      | https://[removed]@registry.example/v2/
        the token IQoJb3JpZ2luX2VjEJr//w8aCXVz== is old  | the token [removed] is old
        x-amz-security-token:FwoGZXIvYXdzEJr            | x-amz-security-token:[removed]
        https://b/k?X-Amz-Signature=0a1b2c&X=1          | https://b/k?X-Amz-Signature=[removed]
        eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln       | [removed]
        """)
    void secretsAreTakenOut(String text, String clean) {
        assertThat(redaction.clean(text)).isEqualTo(clean);
    }

    @Test
    void aWordWithoutEndTakesNoTimeWithoutEnd() {
        String word = "a".repeat(1_000_000);
        assertThat(redaction.clean(word + " password=hunter2hunter2")).isEqualTo(word + " password=[removed]");
    }

    @Test
    void aPrivateKeyGoesAsAWhole() {
        String pem = "before -----BEGIN RSA PRIVATE KEY-----\nMIIE\nabc\n-----END RSA PRIVATE KEY----- after";
        assertThat(redaction.clean(pem)).isEqualTo("before [removed] after");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:secretsmanager:eu-central-1:111122223333:secret:ess-demo/database/openid-AbCdEf",
                "\"logicalId\":\"KafkaSecret\",\"type\":\"AWS::SecretsManager::Secret\"",
                "secretsmanager:GetSecretValue is not allowed",
                "a short word",
                "{\"manageMasterUserPassword\":true,\"password\":null}",
                "the token of a change set is its name",
                "ess-demo-1764000000000",
            })
    void whatIsNoSecretStays(String text) {
        assertThat(redaction.clean(text)).isEqualTo(text);
    }
}
