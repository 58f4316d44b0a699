package dev.essha.ui.images;

import dev.essha.application.ReleaseImages;
import dev.essha.application.ReleaseImages.Line;
import dev.essha.application.ReleaseImages.State;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.Entitlement;
import dev.essha.cloud.Images;
import dev.essha.plan.Plan;
import dev.essha.ui.work.Background;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Tries an entitlement on every image, or copies them, one after the other. All of it is called on the window's thread. */
final class ImagesModel {

    private static final int PERCENT = 100;

    private final Background background;
    private final ReadOnlyObjectWrapper<View> view = new ReadOnlyObjectWrapper<>(View.NOTHING);
    private Optional<Background.Running> running = Optional.empty();
    private Object current = new Object();

    ImagesModel(Background background) {
        this.background = background;
    }

    /** What goes on. */
    enum Phase {
        NOTHING,
        CHECKING,
        CHECKED,
        COPYING,
        COPIED,
        STOPPED,
        FAILED
    }

    /** How far an image is. */
    sealed interface Step {

        record Waiting() implements Step {}

        /** @param percent of its bytes that are there; less than zero = not known */
        record Running(int percent) implements Step {}

        record Done(Line line) implements Step {}
    }

    /**
     * What is seen.
     *
     * @param images by name, in the plan's order
     * @param failure of the whole, where it failed
     */
    record View(Phase phase, Map<String, Step> images, Optional<Throwable> failure) {

        static final View NOTHING = new View(Phase.NOTHING, Map.of(), Optional.empty());

        boolean runs() {
            return phase == Phase.CHECKING || phase == Phase.COPYING;
        }

        /** Images that opened, or are there. */
        long good() {
            return images.values().stream()
                    .filter(s -> s instanceof Step.Done(Line line)
                            && (line.state() == State.THERE || line.state() == State.TO_COPY))
                    .count();
        }

        private View with(String image, Step step) {
            Map<String, Step> changed = new LinkedHashMap<>(images);
            changed.put(image, step);
            return new View(phase, Collections.unmodifiableMap(changed), failure);
        }

        private View in(Phase other) {
            return new View(other, images, failure);
        }
    }

    /**
     * What is wanted, read on the window's thread.
     *
     * @param cloud opens the account; asked in the background
     */
    record Request(Supplier<Cloud> cloud, Plan plan, String tag, Entitlement entitlement) {

        private ReleaseImages images() {
            return new ReleaseImages(cloud.get().images(), plan, tag, entitlement);
        }
    }

    ReadOnlyObjectProperty<View> view() {
        return view.getReadOnlyProperty();
    }

    /** Asks the release registry only. */
    void check(Request request) {
        begin(Phase.CHECKING, Phase.CHECKED, request, (release, name, _) -> release.tryDoor(name));
    }

    /** Copies what is not there yet. */
    void copy(Request request) {
        begin(Phase.COPYING, Phase.COPIED, request, (release, name, run) -> {
            Line line = release.look(name);
            return line.state() == State.TO_COPY ? release.copy(line, run.progress(name)) : line;
        });
    }

    /** Ends what runs; what was copied stays, and is not copied again. */
    void stop() {
        if (view.get().runs()) {
            forget();
            view.set(view.get().in(Phase.STOPPED));
        }
    }

    /** Forgets everything. */
    void clear() {
        forget();
        view.set(View.NOTHING);
    }

    private void forget() {
        running.ifPresent(Background.Running::cancel);
        running = Optional.empty();
        current = new Object();
    }

    private interface Work {

        Line on(ReleaseImages release, String name, Run run);
    }

    private void begin(Phase phase, Phase end, Request request, Work work) {
        forget();
        Map<String, Step> waiting = new LinkedHashMap<>();
        request.plan().registry().repositories().forEach(name -> waiting.put(name, new Step.Waiting()));
        view.set(new View(phase, Collections.unmodifiableMap(waiting), Optional.empty()));
        Run run = new Run(current);
        running = Optional.of(background.start(
                () -> run.all(request.images(), work),
                _ -> view.set(view.get().in(end)),
                failure -> view.set(new View(Phase.FAILED, view.get().images(), Optional.of(failure)))));
    }

    /** One pass over the images, in the background. */
    private final class Run {

        private final Object own;
        private int told = -1;

        Run(Object own) {
            this.own = own;
        }

        boolean all(ReleaseImages release, Work work) {
            for (String name : release.names()) {
                requireWanted();
                told = -1;
                show(name, new Step.Running(-1));
                show(name, new Step.Done(work.on(release, name, this)));
            }
            return true;
        }

        /** Told a hundred times an image, whatever its size. */
        Images.Progress progress(String name) {
            return (done, all) -> {
                requireWanted();
                int percent = all == 0 ? PERCENT : (int) (done * PERCENT / all);
                if (percent != told) {
                    told = percent;
                    show(name, new Step.Running(percent));
                }
            };
        }

        private void requireWanted() {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
        }

        private void show(String name, Step step) {
            background.onWindow(() -> {
                if (current == own) {
                    view.set(view.get().with(name, step));
                }
            });
        }
    }
}
