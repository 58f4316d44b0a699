package dev.essha.cloud.aws;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.Entitlement;
import dev.essha.cloud.Images;
import dev.essha.cloud.ReleasedImage;
import dev.essha.wording.Phrase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import software.amazon.awssdk.services.ecr.model.AuthorizationData;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;
import software.amazon.awssdk.services.ecr.model.Repository;

/**
 * Images on their way into Amazon ECR. Wants {@code ecr:GetAuthorizationToken}, {@code ecr:DescribeRepositories}, {@code
 * ecr:DescribeImages} and what pushing an image takes.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html">Permissions to push an image</a>
 */
final class AwsImages implements Images {

    private static final String LOGIN = "ecr:GetAuthorizationToken";

    private final AwsClients clients;

    AwsImages(AwsClients clients) {
        this.clients = clients;
    }

    private interface Work<T> {

        T run() throws IOException;
    }

    @Override
    public Released released(Entitlement entitlement, ReleasedImage image) {
        return told(image.registry(), () -> {
            try {
                return source(entitlement, image)
                        .manifest(image.name(), image.tag())
                        .<Released>map(m -> new Released.Open(m.digest()))
                        .orElseGet(Released.Missing::new);
            } catch (RegistryRefusal e) {
                if (e.kind() != RegistryRefusal.Kind.CLOSED) {
                    throw e;
                }
                return new Released.Closed();
            }
        });
    }

    @Override
    public Kept kept(String repository, String tag) {
        if (find(repository).isEmpty()) {
            return new Kept.NoRepository();
        }
        return digest(repository, tag).<Kept>map(Kept.There::new).orElseGet(Kept.NotThere::new);
    }

    @Override
    public String copy(Entitlement entitlement, ReleasedImage image, String repository, Progress progress) {
        Repository target = find(repository)
                .orElseThrow(() -> new CloudException(new CloudFailure.NotFound(
                        "ecr:DescribeRepositories", Phrase.of("image.no-repository", repository))));
        return told(image.registry(), () -> {
            ImageRegistry from = source(entitlement, image);
            ImageManifest top = from.manifest(image.name(), image.tag())
                    .orElseThrow(() -> new CloudException(
                            new CloudFailure.NotFound(image.registry(), Phrase.of("image.none", image))));
            Optional<String> there = digest(repository, image.tag());
            if (there.isEmpty()) {
                new ImageCopy(from, image.name(), registry(target), repository, progress).run(top, image.tag());
            } else if (!there.get().equals(top.digest())) {
                throw new CloudException(new CloudFailure.Conflict(
                        "ecr:PutImage", Phrase.of("image.other", repository, image.tag(), there.get(), top.digest())));
            }
            return top.digest();
        });
    }

    private ImageRegistry source(Entitlement entitlement, ReleasedImage image) {
        return registry(image.registry(), new RegistryLogin(entitlement.user(), entitlement.token()));
    }

    /** The registry that a repository is in, as AWS names its host. */
    private ImageRegistry registry(Repository repository) {
        return registry(repository.repositoryUri().split("/", 2)[0], login());
    }

    private ImageRegistry registry(String host, RegistryLogin login) {
        return new ImageRegistry(new RegistryConnection(clients.plain(), host, login));
    }

    private RegistryLogin login() {
        String token = clients.ecr().getAuthorizationToken().authorizationData().stream()
                .map(AuthorizationData::authorizationToken)
                .findFirst()
                .orElseThrow(
                        () -> new CloudException(new CloudFailure.Unknown(LOGIN, "", Phrase.of("image.no-token"))));
        String[] parts = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8).split(":", 2);
        return new RegistryLogin(parts[0], parts[parts.length - 1]);
    }

    private Optional<Repository> find(String repository) {
        return Existing.find(() -> clients.ecr()
                        .describeRepositories(r -> r.repositoryNames(repository))
                        .repositories())
                .flatMap(found -> found.stream().findFirst());
    }

    private Optional<String> digest(String repository, String tag) {
        return Existing.find(() -> clients.ecr()
                        .describeImages(r -> r.repositoryName(repository)
                                .imageIds(
                                        ImageIdentifier.builder().imageTag(tag).build()))
                        .imageDetails())
                .flatMap(found -> found.stream().findFirst())
                .map(image -> image.imageDigest());
    }

    /** @param call stands in front of what went wrong */
    private static <T> T told(String call, Work<T> work) {
        try {
            return work.run();
        } catch (RegistryRefusal e) {
            throw new CloudException(e.failure(call), e);
        } catch (IOException e) {
            throw new CloudException(AwsFailures.of(call, e), e);
        }
    }
}
