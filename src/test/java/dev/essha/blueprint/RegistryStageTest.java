package dev.essha.blueprint;

import static dev.essha.blueprint.Rendered.ref;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistryStageTest {

    private final Rendered stack = new StagePlans().render(new RegistryStage());

    @Test
    void everyImageHasARepositoryUnderTheDeploymentsName() {
        assertThat(stack.ids("AWS::ECR::Repository")).containsExactly("RepositoryEssStorage");
        assertThat(stack.property("RepositoryEssStorage", "RepositoryName")).isEqualTo("ess-acme/ess-storage");
        assertThat(stack.at("Outputs.RepositoryUris.Value.Fn::Join.1"))
                .isEqualTo(List.of(Rendered.att("RepositoryEssStorage", "RepositoryUri")));
    }

    @Test
    void imagesAreScannedNeverOverwrittenAndEncrypted() {
        assertThat(stack.property("RepositoryEssStorage", "ImageTagMutability")).isEqualTo("IMMUTABLE");
        assertThat(stack.property("RepositoryEssStorage", "ImageScanningConfiguration.ScanOnPush"))
                .isEqualTo(true);
        assertThat(stack.property("RepositoryEssStorage", "EncryptionConfiguration"))
                .isEqualTo(Map.of("EncryptionType", "KMS", "KmsKey", ref("KeyArn")));
    }

    @Test
    void onlyAsManyImagesAreKeptAsThePlanSays() {
        assertThat(stack.property("RepositoryEssStorage", "LifecyclePolicy.LifecyclePolicyText"))
                .asString()
                .contains("\"countType\":\"imageCountMoreThan\",\"countNumber\":10");
    }
}
