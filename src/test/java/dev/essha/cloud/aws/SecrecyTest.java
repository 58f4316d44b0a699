package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecrecyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        /MasterUserPassword              | x
        /SecretString                    | x
        /GenerateSecretString/Exclude    | x
        /LaunchTemplateData/UserData     | x
        /AuthToken                       | x
        /PrivateKey                      | x
        /credentials/0                   | x
        /Login                           | {"User":"me","password":"x"}
        /Environment                     | [{"API_TOKEN" : "x"}]
        """)
    void whatMayBeSecretIsHidden(String path, String value) {
        assertThat(Secrecy.shown(path, value)).isEqualTo(Secrecy.HIDDEN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        /DeletionProtection | true
        /KmsKeyId           | arn:aws:kms:eu-central-1:111122223333:key/1
        /Tags/0             | {"Key":"secret","Value":"none"}
        """)
    void everythingElseIsShown(String path, String value) {
        assertThat(Secrecy.shown(path, value)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"/MasterUserPassword", "/Name"})
    void whatIsNotThereStaysAbsent(String path) {
        assertThat(Secrecy.shown(path, "")).isEmpty();
    }
}
