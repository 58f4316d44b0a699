package dev.essha.cloud.rehearsal;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.Entitlement;
import dev.essha.cloud.Images;
import dev.essha.cloud.ReleasedImage;
import dev.essha.wording.Phrase;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A release registry that has everything and opens for everybody: nobody outside is asked, and no entitlement is tried. What
 * was copied stays with its repository, as long as that stands.
 */
final class RehearsedImages implements Images {

    /** So that a copy takes a moment in which something can be seen. */
    private static final long SIZE = 100_000_000;

    private static final int PARTS = 20;

    /** Of a repository: digests by tag. No template has it, and none overwrites it. */
    static final String IMAGES = "Images";

    private final Account account;

    RehearsedImages(Account account) {
        this.account = account;
    }

    @Override
    public Released released(Entitlement entitlement, ReleasedImage image) {
        return new Released.Open(digest(image));
    }

    @Override
    public Kept kept(String repository, String tag) {
        return there(repository)
                .<Kept>map(found -> Optional.ofNullable(images(found).get(tag))
                        .<Kept>map(digest -> new Kept.There(digest.toString()))
                        .orElseGet(Kept.NotThere::new))
                .orElseGet(Kept.NoRepository::new);
    }

    @Override
    public String copy(Entitlement entitlement, ReleasedImage image, String repository, Progress progress) {
        requireThere(repository);
        for (int part = 1; part <= PARTS; part++) {
            progress.at(part * SIZE / PARTS, SIZE);
        }
        String digest = digest(image);
        synchronized (account) {
            Live into = requireThere(repository);
            Map<String, Object> images = new TreeMap<>(images(into));
            images.put(image.tag(), digest);
            account.change(() -> account.byHand().change(into, IMAGES, images));
        }
        return digest;
    }

    private Live requireThere(String repository) {
        return there(repository)
                .orElseThrow(() -> new CloudException(
                        new CloudFailure.NotFound("images:copy", Phrase.of("image.no-repository", repository))));
    }

    private Optional<Live> there(String repository) {
        return account.snapshot().find("AWS::ECR::Repository", repository).filter(Live::ready);
    }

    private static Map<String, Object> images(Live repository) {
        return Properties.of(repository.properties().at(IMAGES).orElse(Map.of()))
                .values();
    }

    private static String digest(ReleasedImage image) {
        return "sha256:" + Hash.of("image", image);
    }
}
