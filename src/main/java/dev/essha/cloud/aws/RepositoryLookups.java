package dev.essha.cloud.aws;

import static dev.essha.cloud.aws.Facts.yes;

import dev.essha.inventory.Compute;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.EncryptionConfiguration;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;
import software.amazon.awssdk.services.ecr.model.ImageScanningConfiguration;
import software.amazon.awssdk.services.ecr.model.ImageTagMutability;
import software.amazon.awssdk.services.ecr.model.Repository;

/** The private registry. */
final class RepositoryLookups {

    private final AwsClients clients;

    RepositoryLookups(AwsClients clients) {
        this.clients = clients;
    }

    List<Compute.Repository> repositories(String namePrefix) {
        return ecr().describeRepositoriesPaginator().repositories().stream()
                .filter(r -> r.repositoryName().startsWith(namePrefix))
                .map(this::repository)
                .sorted(Comparator.comparing(Compute.Repository::name))
                .toList();
    }

    private Compute.Repository repository(Repository seen) {
        String name = seen.repositoryName();
        return new Compute.Repository(
                name,
                seen.repositoryUri(),
                Optional.ofNullable(seen.imageScanningConfiguration())
                        .map(ImageScanningConfiguration::scanOnPush)
                        .map(on -> yes(on))
                        .orElse(false),
                seen.imageTagMutability() == ImageTagMutability.IMMUTABLE,
                Optional.ofNullable(seen.encryptionConfiguration())
                        .map(EncryptionConfiguration::encryptionTypeAsString)
                        .orElse(""),
                hasPublicPolicy(name),
                images(name));
    }

    private boolean hasPublicPolicy(String name) {
        return Existing.find(() -> ecr().getRepositoryPolicy(r -> r.repositoryName(name)))
                .map(answer -> PolicyDocument.parse(answer.policyText()).allowsEverybody())
                .orElse(false);
    }

    /** An image with two tags is listed twice. */
    private int images(String name) {
        return (int) ecr().listImagesPaginator(r -> r.repositoryName(name)).imageIds().stream()
                .map(ImageIdentifier::imageDigest)
                .distinct()
                .count();
    }

    private EcrClient ecr() {
        return clients.ecr();
    }
}
