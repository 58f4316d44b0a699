package dev.essha.application;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.Entitlement;
import dev.essha.cloud.Images;
import dev.essha.cloud.Images.Kept;
import dev.essha.cloud.Images.Released;
import dev.essha.cloud.ReleasedImage;
import dev.essha.plan.Plan;
import dev.essha.plan.ResourceNames;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The images of one release on their way into a deployment's private registry (R14). What goes wrong with one image does not
 * keep the others.
 *
 * @param tag of the release
 */
public record ReleaseImages(Images images, Plan plan, String tag, Entitlement entitlement) {

    /** How an image ended up. */
    public enum State {
        /** In the private registry, as it was released. */
        THERE,
        /** Opens, and has still to be copied. */
        TO_COPY,
        /** Opens, but the registry stage has not made its repository yet. */
        NO_REPOSITORY,
        /** The release registry has no such image, or does not show it. */
        NOT_RELEASED,
        /** The release registry does not let the entitlement in. */
        CLOSED,
        /** The private registry has another image under the tag. */
        OTHER,
        /** It could not be found out, or copied. */
        FAILED
    }

    /**
     * An image.
     *
     * @param image its name
     * @param repository where it belongs
     * @param digest that of the release, where it opens
     * @param copied whether it was put there now
     * @param failure why it failed
     */
    public record Line(
            String image,
            String repository,
            State state,
            Optional<String> digest,
            boolean copied,
            Optional<CloudFailure> failure) {

        private Line copiedNow() {
            return new Line(image, repository, State.THERE, digest, true, Optional.empty());
        }

        private Line failed(CloudFailure why) {
            return new Line(image, repository, State.FAILED, digest, false, Optional.of(why));
        }
    }

    /** The names of the images, as the plan lists them. */
    public List<String> names() {
        return plan.registry().repositories();
    }

    /**
     * How an image stands in both registries.
     *
     * @throws CloudException where nobody is signed in
     */
    public Line look(String name) {
        return line(name, () -> images.kept(repository(name), tag));
    }

    /** Whether an image opens, without a look at the account, which may have nothing yet. */
    public Line tryDoor(String name) {
        return line(name, Kept.NotThere::new);
    }

    private Line line(String name, Supplier<Kept> kept) {
        Line unknown = new Line(name, repository(name), State.FAILED, Optional.empty(), false, Optional.empty());
        try {
            Released released = images.released(entitlement, image(name));
            Optional<String> digest = released instanceof Released.Open(String d) ? Optional.of(d) : Optional.empty();
            return new Line(name, unknown.repository(), state(released, kept.get()), digest, false, Optional.empty());
        } catch (CloudException e) {
            return unknown.failed(own(e));
        }
    }

    /**
     * Copies an image that is to be copied.
     *
     * @throws CloudException where nobody is signed in
     */
    public Line copy(Line line, Images.Progress progress) {
        try {
            images.copy(entitlement, image(line.image()), line.repository(), progress);
            return line.copiedNow();
        } catch (CloudException e) {
            return line.failed(own(e));
        }
    }

    private ReleasedImage image(String name) {
        return new ReleasedImage(plan.registry().source(), name, tag);
    }

    private String repository(String name) {
        return new ResourceNames(plan.name()).repository(name);
    }

    private static State state(Released released, Kept kept) {
        return switch (released) {
            case Released.Closed _ -> State.CLOSED;
            case Released.Missing _ -> State.NOT_RELEASED;
            case Released.Open(String digest) ->
                switch (kept) {
                    case Kept.NoRepository _ -> State.NO_REPOSITORY;
                    case Kept.NotThere _ -> State.TO_COPY;
                    case Kept.There(String there) -> there.equals(digest) ? State.THERE : State.OTHER;
                };
        };
    }

    /** What concerns the whole account is told once, not for each image. */
    private static CloudFailure own(CloudException e) {
        return switch (e.failure()) {
            case CloudFailure.NotSignedIn _, CloudFailure.ClockWrong _ -> throw e;
            default -> e.failure();
        };
    }
}
