package dev.essha.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.cloud.StackStatus;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An install goes on from whatever state a stack is in, and from whatever it is on its way to. */
class StackStatesTest {

    /** The state, where it leads by itself, and what the install has to do about it. */
    private static final String TABLE = """
        REVIEW_IN_PROGRESS                            -                          execute
        CREATE_IN_PROGRESS                            CREATE_COMPLETE            watch
        CREATE_IN_PROGRESS                            CREATE_FAILED              watch execute
        CREATE_COMPLETE                               -
        CREATE_FAILED                                 -                          execute
        ROLLBACK_IN_PROGRESS                          ROLLBACK_COMPLETE          watch delete execute
        ROLLBACK_IN_PROGRESS                          ROLLBACK_FAILED            watch delete execute
        ROLLBACK_COMPLETE                             -                          delete execute
        ROLLBACK_FAILED                               -                          delete execute
        UPDATE_IN_PROGRESS                            UPDATE_COMPLETE            watch
        UPDATE_IN_PROGRESS                            UPDATE_FAILED              watch execute
        UPDATE_COMPLETE_CLEANUP_IN_PROGRESS           UPDATE_COMPLETE            watch
        UPDATE_COMPLETE                               -
        UPDATE_FAILED                                 -                          execute
        UPDATE_ROLLBACK_IN_PROGRESS                   UPDATE_ROLLBACK_COMPLETE   watch execute
        UPDATE_ROLLBACK_IN_PROGRESS                   UPDATE_ROLLBACK_FAILED     watch rollBack execute
        UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS  UPDATE_ROLLBACK_COMPLETE   watch execute
        UPDATE_ROLLBACK_COMPLETE                      -                          execute
        UPDATE_ROLLBACK_FAILED                        -                          rollBack execute
        DELETE_IN_PROGRESS                            DELETE_COMPLETE            watch execute
        DELETE_IN_PROGRESS                            DELETE_FAILED              watch delete execute
        DELETE_COMPLETE                               -                          execute
        DELETE_FAILED                                 -                          delete execute
        """;

    private final VirtualTime time = new VirtualTime();
    private final FakeCloud cloud = new FakeCloud(time);
    private final Recorder events = new Recorder();
    private final Work.Stack work = Sketch.work(StageId.REGISTRY, List.of(), "Role AWS::IAM::Role");
    private final Blueprint blueprint = Sketch.blueprint(Sketch.stage(work, StageId.REGISTRY));

    record Row(StackStatus now, StackStatus then, List<String> done) {

        static Row parse(String line) {
            String[] words = line.strip().split("\\s+");
            StackStatus now = StackStatus.valueOf(words[0]);
            StackStatus then = words[1].equals("-") ? now : StackStatus.valueOf(words[1]);
            return new Row(now, then, List.of(words).subList(2, words.length));
        }

        @Override
        public String toString() {
            return now == then ? now.name() : now + " on its way to " + then;
        }
    }

    static Stream<Row> rows() {
        return TABLE.lines().map(Row::parse);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anInstallGoesOn(Row row) {
        cloud.stacks()
                .put(work, row.now(), row.now() == row.then() ? Duration.ZERO : Duration.ofMinutes(5), row.then());

        Event.Outcome outcome = install();

        assertThat(outcome).isEqualTo(row.done().isEmpty() ? Event.Outcome.UNCHANGED : Event.Outcome.COMPLETE);
        assertThat(cloud.stacks().find(work.name()).orElseThrow().status().succeeded())
                .isTrue();
        assertThat(events.every(Event.StageWatching.class)).hasSize(row.done().contains("watch") ? 1 : 0);
        for (String verb : List.of("delete", "rollBack", "execute")) {
            assertThat(cloud.stacks().calls)
                    .filteredOn((verb + " " + work.name())::equals)
                    .as(verb)
                    .hasSize(row.done().contains(verb) ? 1 : 0);
        }
        assertThat(install()).isEqualTo(Event.Outcome.UNCHANGED);
    }

    @Test
    void noStateIsLeftOut() {
        assertThat(rows().flatMap(r -> Stream.of(r.now(), r.then()))).containsAll(Arrays.asList(StackStatus.values()));
    }

    private Event.Outcome install() {
        events.clear();
        return new Installer(cloud, time, Patience.DEFAULT, Locale.ENGLISH, events)
                .install(blueprint, InstallOptions.DEFAULT);
    }
}
