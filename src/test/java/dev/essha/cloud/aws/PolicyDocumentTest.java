package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.essha.cloud.CloudException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyDocumentTest {

    private static final String DENY = """
        {"Version": "2012-10-17", "Statement": [{
          "Sid": "TlsOnly", "Effect": "Deny", "Principal": "*", "Action": "s3:*",
          "Resource": ["arn:aws:s3:::data", "arn:aws:s3:::data/*"],
          "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}
        """;

    @Test
    void aDenialOfEverythingWithoutTlsIsRecognized() {
        assertThat(deniesWithoutTls(DENY)).isTrue();
    }

    @Test
    void thePartitionDoesNotMatter() {
        assertThat(deniesWithoutTls(DENY.replace("arn:aws:", "arn:aws-us-gov:")))
                .isTrue();
    }

    @Test
    void aPrincipalMayBeWrittenAsAMap() {
        assertThat(deniesWithoutTls(DENY.replace("\"Principal\": \"*\"", "\"Principal\": {\"AWS\": [\"*\"]}")))
                .isTrue();
    }

    @Test
    void valuesMayStandAloneAndBucketAndObjectsInTwoStatements() {
        assertThat(deniesWithoutTls("""
            {"Statement": [
              {"Effect": "Deny", "Principal": "*", "Action": ["s3:*"], "Resource": "arn:aws:s3:::data",
               "Condition": {"Bool": {"aws:SecureTransport": false}}},
              {"Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "arn:aws:s3:::data/*",
               "Condition": {"BoolIfExists": {"aws:SecureTransport": ["false"]}}}]}
            """)).isTrue();
    }

    @Test
    void whatDeniesLessIsNotEnough() {
        assertThat(deniesWithoutTls(DENY.replace("\"Deny\"", "\"Allow\""))).isFalse();
        assertThat(deniesWithoutTls(DENY.replace("s3:*", "s3:GetObject"))).isFalse();
        assertThat(deniesWithoutTls(DENY.replace("\"arn:aws:s3:::data\", ", "")))
                .isFalse();
        assertThat(deniesWithoutTls(DENY.replace("data/*", "data/logs/*"))).isFalse();
        assertThat(deniesWithoutTls(DENY.replace("\"false\"", "\"true\""))).isFalse();
        assertThat(deniesWithoutTls(DENY.replace("\"Principal\": \"*\"", "\"Principal\": {\"AWS\": \"111122223333\"}")))
                .isFalse();
    }

    @Test
    void aSecondConditionNarrowsTheDenial() {
        assertThat(deniesWithoutTls(
                        DENY.replace("{\"Bool\":", "{\"IpAddress\": {\"aws:SourceIp\": \"192.0.2.0/24\"}, \"Bool\":")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"*\"", "{\"AWS\": \"*\"}", "{\"AWS\": [\"111122223333\", \"*\"]}"})
    void anAllowanceForEverybodyIsPublic(String principal) {
        assertThat(PolicyDocument.parse(allow(principal, "")).allowsEverybody()).isTrue();
    }

    @Test
    void anAllowanceForSomebodyIsNotPublic() {
        assertThat(PolicyDocument.parse(allow("{\"AWS\": \"arn:aws:iam::111122223333:root\"}", ""))
                        .allowsEverybody())
                .isFalse();
    }

    @Test
    void anAllowanceUnderAConditionIsNotPublic() {
        String ofOrganization = ", \"Condition\": {\"StringEquals\": {\"aws:PrincipalOrgID\": \"o-1\"}}";
        assertThat(PolicyDocument.parse(allow("\"*\"", ofOrganization)).allowsEverybody())
                .isFalse();
    }

    @Test
    void whatIsNotJsonIsRefused() {
        assertThatExceptionOfType(CloudException.class).isThrownBy(() -> PolicyDocument.parse("{"));
    }

    private static boolean deniesWithoutTls(String policy) {
        return PolicyDocument.parse(policy).deniesWithoutTls("data");
    }

    private static String allow(String principal, String more) {
        return "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": " + principal + ", \"Action\": \"ecr:*\"" + more
                + "}}";
    }
}
