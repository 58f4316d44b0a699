package dev.essha.cloud;

/**
 * Images on their way from the release registry into the private one (R14). A copy is the same bytes under the same digests,
 * with all its platforms: what is pulled is what was released. Safe for many threads.
 */
public interface Images {

    /**
     * What the release registry has.
     *
     * @throws CloudException where the registry cannot be asked; what it refuses is an answer
     */
    Released released(Entitlement entitlement, ReleasedImage image);

    /**
     * What a private repository has under a tag.
     *
     * @param repository its name, {@code ess-demo/inrupt/storage}
     */
    Kept kept(String repository, String tag);

    /**
     * Copies an image under its tag. What is there already is left out, so that a copy that was interrupted goes on where it
     * stopped; the tag comes last, when everything that it leads to is there.
     *
     * @param progress told as it goes on; what it throws ends the copy
     * @return the digest, which is that of the release
     * @throws CloudException where it ended in between, was refused, or where the tag names another image already
     */
    String copy(Entitlement entitlement, ReleasedImage image, String repository, Progress progress);

    /** How an image stands in the release registry. */
    sealed interface Released {

        /** The entitlement opens it. */
        record Open(String digest) implements Released {}

        /** There is no image of that name and tag, or the registry says so to whom it does not trust. */
        record Missing() implements Released {}

        /** The registry does not let the entitlement in. */
        record Closed() implements Released {}
    }

    /** How an image stands in the private registry. */
    sealed interface Kept {

        record There(String digest) implements Kept {}

        record NotThere() implements Kept {}

        /** The repository is not there: the registry stage makes it. */
        record NoRepository() implements Kept {}
    }

    /** Hears how far a copy is. */
    @FunctionalInterface
    interface Progress {

        /**
         * @param done bytes that are in the private registry, those among them that were there before
         * @param all bytes that the image has
         */
        void at(long done, long all);
    }
}
