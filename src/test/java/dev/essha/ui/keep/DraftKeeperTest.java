package dev.essha.ui.keep;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.essha.application.LocalStore;
import dev.essha.ui.work.Background;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DraftKeeperTest {

    private final Shelf store = new Shelf();
    private final List<Runnable> workers = new ArrayList<>();
    private final List<Runnable> timers = new ArrayList<>();
    private List<KeptDraft> drafts = List.of();
    private final DraftKeeper keeper = new DraftKeeper(
            store,
            new Background(workers::add, Runnable::run, failure -> {
                throw new AssertionError(failure);
            }),
            this::wait,
            () -> drafts);

    @Test
    void manyChangesAreKeptOnceASecond() {
        drafts = List.of(draft("first"));
        keeper.changed();
        keeper.changed();
        drafts = List.of(draft("second"));
        keeper.changed();

        assertThat(timers).hasSize(1);
        pass();
        work();
        assertThat(keeper.left()).containsExactlyElementsOf(drafts);

        keeper.changed();
        assertThat(timers).hasSize(1);
    }

    @Test
    void olderWorkNeverReplacesNewer() {
        drafts = List.of(draft("old"));
        keeper.changed();
        pass();
        drafts = List.of(draft("new"));
        keeper.changed();
        pass();

        workers.removeLast().run();
        work();

        assertThat(keeper.left()).extracting(KeptDraft::name).containsExactly("new");
    }

    @Test
    void whatIsNotWorthKeepingIsRemoved() {
        drafts = List.of(draft("first"));
        keeper.now();
        assertThat(store.text).isPresent();

        drafts = List.of();
        keeper.changed();
        pass();
        work();

        assertThat(store.text).isEmpty();
    }

    @Test
    void closingKeepsAtOnceAndForgetsWhatWaited() {
        drafts = List.of(draft("first"));
        keeper.changed();

        keeper.now();
        pass();

        assertThat(workers).isEmpty();
        assertThat(keeper.left()).containsExactlyElementsOf(drafts);
    }

    @Test
    void aDraftComesBackAsItWas() {
        KeptDraft kept = draft("mine");

        assertThat(KeptDraft.read(KeptDraft.text(List.of(kept)))).containsExactly(kept);
    }

    @Test
    void whatCannotBeReadWasNeverThere() {
        assertThat(KeptDraft.read("{")).isEmpty();
        assertThat(KeptDraft.read("[{\"plan\":{},\"at\":\"yesterday\"},{},3]")).isEmpty();
    }

    private static KeptDraft draft(String name) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("name", name);
        return new KeptDraft(
                document,
                "DOMAIN",
                "SIZING",
                Optional.of(Path.of("plan.yaml")),
                true,
                Instant.parse("2026-01-02T03:04:05Z"));
    }

    private void wait(Duration delay, Runnable then) {
        assertThat(delay).isEqualTo(Duration.ofSeconds(1));
        timers.clear();
        timers.add(then);
    }

    private void pass() {
        List<Runnable> due = List.copyOf(timers);
        timers.clear();
        due.forEach(Runnable::run);
    }

    private void work() {
        List.copyOf(workers).forEach(Runnable::run);
        workers.clear();
    }

    private static final class Shelf implements LocalStore {

        private Optional<String> text = Optional.empty();

        @Override
        public Optional<String> read(Item item) {
            return text;
        }

        @Override
        public void write(Item item, String now) {
            text = Optional.of(now);
        }

        @Override
        public void remove(Item item) {
            text = Optional.empty();
        }
    }
}
