package dev.essha.ui.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.application.ReleaseImages.State;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.Entitlement;
import dev.essha.cloud.Images;
import dev.essha.cloud.ReleasedImage;
import dev.essha.plan.Plan;
import dev.essha.ui.draft.Draft;
import dev.essha.ui.images.ImagesModel.Phase;
import dev.essha.ui.images.ImagesModel.Request;
import dev.essha.ui.images.ImagesModel.Step;
import dev.essha.ui.work.Background;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The passes over the images, on one thread: the window's queue is emptied by hand. */
class ImagesModelTest {

    private static final Plan PLAN = Draft.first();
    private static final String FIRST = PLAN.registry().repositories().getFirst();
    private static final int COUNT = PLAN.registry().repositories().size();

    private final Queue<Runnable> window = new ArrayDeque<>();
    private final List<Throwable> unhandled = new ArrayList<>();
    private final ImagesModel model = new ImagesModel(new Background(Runnable::run, window::add, unhandled::add));
    private final List<String> copied = new ArrayList<>();
    private Consumer<Images.Progress> copying = progress -> {
        for (long done = 0; done <= 100_000; done++) {
            progress.at(done, 100_000);
        }
    };
    private RuntimeException refusal;

    @Test
    void everyImageIsCopiedAndToldOfAHundredTimesAtMost() {
        List<Integer> percents = new ArrayList<>();
        model.view().subscribe(v -> {
            if (v.images().get(FIRST) instanceof Step.Running(int percent)) {
                percents.add(percent);
            }
        });
        model.copy(request());
        assertThat(model.view().get().phase()).isEqualTo(Phase.COPYING);
        assertThat(window.size()).isLessThan(COUNT * 105);
        empty();

        assertThat(model.view().get().phase()).isEqualTo(Phase.COPIED);
        assertThat(model.view().get().good()).isEqualTo(COUNT);
        assertThat(copied).hasSize(COUNT);
        assertThat(percents).isSorted().contains(0, 50, 100);
        assertThat(unhandled).isEmpty();
    }

    @Test
    void whatWasStoppedSaysNothingMore() {
        model.copy(request());
        window.remove().run();
        model.stop();
        empty();

        assertThat(model.view().get().phase()).isEqualTo(Phase.STOPPED);
        assertThat(model.view().get().images().get(FIRST)).isInstanceOf(Step.Running.class);
        assertThat(model.view().get().good()).isZero();
    }

    @Test
    void oneThatFailsDoesNotKeepTheOthers() {
        copying = _ -> {
            if (copied.isEmpty()) {
                copied.add("failed");
                throw new CloudException(new CloudFailure.Unavailable("registry.example.com", "broken"));
            }
        };
        model.copy(request());
        empty();

        assertThat(model.view().get().images().get(FIRST))
                .isInstanceOfSatisfying(
                        Step.Done.class, done -> assertThat(done.line().state()).isEqualTo(State.FAILED));
        assertThat(model.view().get().good()).isEqualTo(COUNT - 1);
    }

    @Test
    void whoIsNotSignedInIsToldOnce() {
        refusal = new CloudException(new CloudFailure.NotSignedIn("ecr:DescribeRepositories", "ended"));
        model.copy(request());
        empty();

        assertThat(model.view().get().phase()).isEqualTo(Phase.FAILED);
        assertThat(model.view().get().failure()).containsSame(refusal);
    }

    @Test
    void aCheckAsksTheReleaseRegistryOnly() {
        refusal = new CloudException(new CloudFailure.NotSignedIn("ecr:DescribeRepositories", "ended"));
        model.check(request());
        empty();

        assertThat(model.view().get().phase()).isEqualTo(Phase.CHECKED);
        assertThat(model.view().get().good()).isEqualTo(COUNT);
        assertThat(copied).isEmpty();
    }

    private void empty() {
        while (!window.isEmpty()) {
            window.remove().run();
        }
    }

    private Request request() {
        Cloud cloud = (Cloud) Proxy.newProxyInstance(
                Cloud.class.getClassLoader(), new Class<?>[] {Cloud.class}, (_, _, _) -> new Registry());
        return new Request(() -> cloud, PLAN, "1", new Entitlement("me", "a-token"));
    }

    private final class Registry implements Images {

        @Override
        public Released released(Entitlement entitlement, ReleasedImage image) {
            return new Released.Open("sha256:1");
        }

        @Override
        public Kept kept(String repository, String tag) {
            if (refusal != null) {
                throw refusal;
            }
            return new Kept.NotThere();
        }

        @Override
        public String copy(Entitlement entitlement, ReleasedImage image, String repository, Progress progress) {
            copying.accept(progress);
            copied.add(repository);
            return "sha256:1";
        }
    }
}
