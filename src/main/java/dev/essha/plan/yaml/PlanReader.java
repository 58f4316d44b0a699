package dev.essha.plan.yaml;

import dev.essha.plan.Plan;
import dev.essha.plan.ValidPlan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads plans. Whatever a file holds, the answer is a {@link ReadResult} and never an exception, and it has every problem
 * at once, up to a thousand: of the file, of each value, and of values that do not fit together, the last for all that could
 * be read.
 */
public final class PlanReader {

    private PlanReader() {}

    /** Reads a file; one that cannot be opened is a problem like any other. */
    public static ReadResult read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in.readNBytes(FileText.LARGEST + 1));
        } catch (IOException e) {
            Findings findings = new Findings();
            FileText.refuse(findings, "file.unreadable", file);
            return failed(findings);
        }
    }

    /** Reads a file's bytes, UTF-8. */
    public static ReadResult read(byte[] bytes) {
        Findings findings = new Findings();
        return FileText.of(bytes, findings).map(text -> read(text, findings)).orElseGet(() -> failed(findings));
    }

    public static ReadResult read(String text) {
        return read(text, new Findings());
    }

    private static ReadResult read(String text, Findings findings) {
        Optional<Node> root = Document.of(text, findings);
        return root.flatMap(node -> PlanSettings.FILE.read(new Entry(node, "", findings)))
                .map(plan -> judged(plan, findings))
                .orElseGet(() -> failed(findings));
    }

    private static ReadResult judged(Plan plan, Findings findings) {
        Optional<LocatedProblem> foreign = findings.first(Version.UNKNOWN);
        if (foreign.isPresent()) {
            return new ReadResult(Optional.empty(), List.of(foreign.get()));
        }
        boolean understood = findings.isClean();
        ValidPlan.problems(plan, findings.unreadable()).forEach(findings::report);
        return new ReadResult(understood ? Optional.of(plan) : Optional.empty(), findings.fromTopToBottom());
    }

    private static ReadResult failed(Findings findings) {
        return new ReadResult(Optional.empty(), findings.fromTopToBottom());
    }
}
