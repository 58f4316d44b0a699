package dev.essha.blueprint;

import static dev.essha.blueprint.Rendered.ref;
import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.plan.MessagingPlan.Authentication;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What pods may do in AWS. */
class PodRolesTest {

    private static final String ACCOUNT = "${AWS::Region}:${AWS::AccountId}:";

    private final StagePlans plan = new StagePlans();

    @ParameterizedTest
    @CsvSource(textBlock = """
        StorageRole, ess,              ess-storage
        SecretsRole, external-secrets, external-secrets
        NetworkRole, kube-system,      aws-node
        """)
    void aRoleIsForOneServiceAccountOfThisCluster(String role, String namespace, String account) {
        String trust = "AssumeRolePolicyDocument.Statement.0.";

        assertThat(render().property(role, trust + "Principal.Service")).isEqualTo("pods.eks.amazonaws.com");
        assertThat(render().property(role, trust + "Condition.StringEquals"))
                .isEqualTo(Map.of(
                        "aws:RequestTag/eks-cluster-arn",
                        Map.of("Fn::Sub", "arn:${AWS::Partition}:eks:" + ACCOUNT + "cluster/ess-acme"),
                        "aws:RequestTag/kubernetes-namespace",
                        namespace,
                        "aws:RequestTag/kubernetes-service-account",
                        account));
    }

    @Test
    void storageReachesExactlyTheBucketAndItsKeyThroughS3() {
        assertThat(resources("StorageRole", 0))
                .isEqualTo(Map.of("Fn::Sub", "arn:${AWS::Partition}:s3:::${BucketName}"));
        assertThat(resources("StorageRole", 1))
                .isEqualTo(Map.of("Fn::Sub", "arn:${AWS::Partition}:s3:::${BucketName}/*"));
        assertThat(resources("StorageRole", 2)).isEqualTo(ref("KeyArn"));
        assertThat(statement("StorageRole", 2, "Condition.StringEquals"))
                .isEqualTo(Map.of("kms:ViaService", Map.of("Fn::Sub", "s3.${AWS::Region}.${AWS::URLSuffix}")));
        assertThat(statements("StorageRole")).hasSize(3);
    }

    @Test
    void secretsAreThoseOfTheDeploymentAndOnlyRead() {
        assertThat(resources("SecretsRole", 0)).isEqualTo(ref("DatabaseSecretArns"));
        assertThat(resources("SecretsRole", 1)).isEqualTo(ref("KafkaSecretArn"));
        assertThat(resources("SecretsRole", 2)).isEqualTo(ref("KeyArn"));
        assertThat(statements("SecretsRole")).hasSize(3);
        assertThat(statement("SecretsRole", 0, "Action"))
                .isEqualTo(List.of("secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"));
    }

    @Test
    void noPodReadsTheMasterSecretOfTheDatabase() {
        assertThat(render().stack().inputs()).doesNotContain(Output.DATABASE_MASTER_SECRET_ARNS);
    }

    @Test
    void withScramNoPodHasRightsInKafkaByItsRole() {
        assertThat(render().ids("AWS::EKS::PodIdentityAssociation"))
                .containsExactly("StorageIdentity", "SecretsIdentity");
    }

    @Test
    void withIamTheServicesMayUseThisClusterOnly() {
        plan.authentication = Authentication.IAM;

        assertThat(render().ids("AWS::EKS::PodIdentityAssociation"))
                .containsExactly("StorageIdentity", "SecretsIdentity", "ServicesIdentity");
        assertThat(resources("ServicesRole", 0)).isEqualTo(kafka("cluster/ess-acme/*"));
        assertThat(resources("ServicesRole", 1)).isEqualTo(kafka("topic/ess-acme/*/*"));
        assertThat(resources("ServicesRole", 2)).isEqualTo(kafka("group/ess-acme/*/*"));
        assertThat(resources("ServicesRole", 3)).isEqualTo(kafka("transactional-id/ess-acme/*/*"));
        assertThat(statements("StorageRole")).hasSize(7);
        assertThat(render().stack().inputs()).doesNotContain(Output.KAFKA_SECRET_ARN);
    }

    private Rendered render() {
        return plan.render(new ComputeStage());
    }

    private List<?> statements(String role) {
        return (List<?>) render().property(role, "Policies.0.PolicyDocument.Statement");
    }

    private Object resources(String role, int index) {
        return statement(role, index, "Resource");
    }

    private Object statement(String role, int index, String path) {
        return render().property(role, "Policies.0.PolicyDocument.Statement." + index + "." + path);
    }

    private static Map<String, String> kafka(String name) {
        return Map.of("Fn::Sub", "arn:${AWS::Partition}:kafka:" + ACCOUNT + name);
    }
}
