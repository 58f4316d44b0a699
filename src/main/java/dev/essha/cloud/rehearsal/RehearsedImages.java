package dev.essha.cloud.rehearsal;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.Entitlement;
import dev.essha.cloud.Images;
import dev.essha.cloud.ReleasedImage;
import dev.essha.wording.Phrase;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A release registry that has everything and opens for everybody: nobody outside is asked, and no entitlement is tried. What
 * was copied is forgotten when the account is closed.
 */
final class RehearsedImages implements Images {

    /** So that a copy takes a moment in which something can be seen. */
    private static final long SIZE = 100_000_000;

    private static final int PARTS = 20;

    private final Account account;
    private final Map<String, String> copied = new ConcurrentHashMap<>();

    RehearsedImages(Account account) {
        this.account = account;
    }

    @Override
    public Released released(Entitlement entitlement, ReleasedImage image) {
        return new Released.Open(digest(image));
    }

    @Override
    public Kept kept(String repository, String tag) {
        if (!isThere(repository)) {
            return new Kept.NoRepository();
        }
        return Optional.ofNullable(copied.get(repository + ":" + tag))
                .<Kept>map(Kept.There::new)
                .orElseGet(Kept.NotThere::new);
    }

    @Override
    public String copy(Entitlement entitlement, ReleasedImage image, String repository, Progress progress) {
        if (!isThere(repository)) {
            throw new CloudException(
                    new CloudFailure.NotFound("images:copy", Phrase.of("image.no-repository", repository)));
        }
        for (int part = 1; part <= PARTS; part++) {
            progress.at(part * SIZE / PARTS, SIZE);
        }
        copied.put(repository + ":" + image.tag(), digest(image));
        return digest(image);
    }

    private boolean isThere(String repository) {
        synchronized (account) {
            return new ComputeView(account.snapshot())
                    .repositories(repository).stream().anyMatch(r -> r.name().equals(repository));
        }
    }

    private static String digest(ReleasedImage image) {
        return "sha256:" + Hash.of("image", image);
    }
}
