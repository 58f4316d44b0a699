package dev.essha.ui.run;

import dev.essha.application.Gathering;
import dev.essha.application.Places;
import dev.essha.diagnostics.Diagnostics;
import dev.essha.ui.text.Failures;
import dev.essha.ui.wizard.Wizard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.stage.Window;

/** Writes the zip that tells what happened, where the person wants it. */
final class DiagnosticsFile {

    private final Wizard wizard;
    private final Consumer<String> tell;

    /** @param tell is told what came of it */
    DiagnosticsFile(Wizard wizard, Consumer<String> tell) {
        this.wizard = wizard;
        this.tell = tell;
    }

    void save(RunOrder order, Window owner) {
        String name = "ess-ha-diagnostics-" + order.deployment() + ".zip";
        wizard.tools()
                .desktop()
                .chooseToSave(owner, wizard.words().of("run.diagnostics"), name)
                .ifPresent(file -> write(order, file));
    }

    private void write(RunOrder order, Path file) {
        tell.accept(wizard.words().of("run.diagnostics.gathering"));
        wizard.background().start(() -> gather(order, file), this::written, this::failed);
    }

    /** The person was asked about a file that is there when it was chosen. */
    private Written gather(RunOrder order, Path file) throws IOException {
        Places.Session session = wizard.session(order.venue(), order.plan().plan());
        Diagnostics zip = new Gathering(wizard.tools().archive()).of(order.plan(), session.cloud());
        Files.deleteIfExists(file);
        zip.writeTo(file, session.time().now());
        return new Written(file, !zip.names().contains(Gathering.NOT_SEEN));
    }

    private record Written(Path file, boolean seen) {}

    private void written(Written written) {
        tell.accept(wizard.words()
                .of(written.seen() ? "run.diagnostics.written" : "run.diagnostics.unseen", written.file()));
    }

    private void failed(Throwable failure) {
        Failures.Told told = wizard.failures().tell(failure);
        tell.accept(wizard.words().of("run.not-saved", told.what()));
    }
}
