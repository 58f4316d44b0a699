package dev.essha.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.essha.application.Json;
import dev.essha.application.Places;
import dev.essha.application.ReleaseImages;
import dev.essha.application.ReleaseImages.Line;
import dev.essha.application.ReleaseImages.State;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.Entitlement;
import dev.essha.cloud.Images;
import dev.essha.cloud.ReleasedImage;
import dev.essha.plan.ValidPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "images",
        description = {
            "Copy the images of a release into the private repositories, byte for byte, with all platforms.",
            "The entitlement is read from ESS_ENTITLEMENT_USER and ESS_ENTITLEMENT, or asked for at a terminal; it is"
                    + " kept nowhere."
        })
final class ImagesCommand extends SessionCommand {

    @Option(
            names = "--tag",
            paramLabel = "TAG",
            required = true,
            converter = Tag.class,
            description = "The tag that the images of the release have.")
    private String tag;

    @Option(names = "--check", description = "Say which images open and which are there, and copy nothing.")
    private boolean check;

    ImagesCommand(Toolbox tools) {
        super(tools);
    }

    @Override
    int run(ValidPlan plan, Places.Session session) throws Exception {
        sayWhere(session.cloud());
        ReleaseImages release = new ReleaseImages(session.cloud().images(), plan.plan(), tag, entitlement());
        AtomicBoolean stopped = new AtomicBoolean();
        List<Line> lines = tools().interruption().during(() -> stopped.set(true), () -> lines(release, stopped));
        if (json()) {
            tools().console().say(Json.line(document(release, lines)));
        }
        return stopped.get() ? Exit.INTERRUPTED : status(lines);
    }

    private Entitlement entitlement() {
        return tools().entitlements()
                .find()
                .orElseThrow(() -> new Refused(
                        "there is no entitlement for the release registry",
                        "Set ESS_ENTITLEMENT_USER and ESS_ENTITLEMENT, or run this at a terminal, which asks for them.",
                        Exit.NO_ACCESS));
    }

    /** Those that were finished before a person stopped it. */
    private List<Line> lines(ReleaseImages release, AtomicBoolean stopped) {
        List<Line> lines = new ArrayList<>();
        for (String name : release.names()) {
            if (stopped.get()) {
                break;
            }
            try {
                Line line = release.look(name);
                boolean copy = line.state() == State.TO_COPY && !check;
                lines.add(copy ? release.copy(line, new Steps(name, stopped)) : line);
                say(text(lines.getLast()));
            } catch (CancellationException e) {
                say(name + ": stopped; what is there already is not copied again");
            }
        }
        return lines;
    }

    /** A registry that nobody reaches is no access either. */
    private static int status(List<Line> lines) {
        if (lines.stream().anyMatch(l -> l.state() == State.CLOSED || isOutOfReach(l))) {
            return Exit.NO_ACCESS;
        }
        return lines.stream().allMatch(l -> l.state() == State.THERE) ? Exit.OK : Exit.FAILED;
    }

    private static boolean isOutOfReach(Line line) {
        return line.failure()
                .filter(f -> f instanceof CloudFailure.Denied
                        || f instanceof CloudFailure.Unavailable
                        || f instanceof CloudFailure.Unreachable)
                .isPresent();
    }

    private String text(Line line) {
        String said = switch (line.state()) {
            case THERE -> line.copied() ? "copied" : "there already";
            case TO_COPY -> "opens, to be copied";
            case NO_REPOSITORY -> "opens, but the repository is not there; install makes it";
            case NOT_RELEASED -> "the release registry has none with this tag, or does not show it";
            case CLOSED -> "the entitlement does not open it";
            case OTHER -> "the repository has another image under this tag, and tags never change";
            case FAILED ->
                line.failure()
                        .map(f -> "failed: " + f.call() + ": " + f.message())
                        .orElse("failed");
        };
        return "%-28s %s%s"
                .formatted(line.image(), said, line.digest().map(d -> "  " + d).orElse(""));
    }

    private static ObjectNode document(ReleaseImages release, List<Line> lines) {
        ObjectNode document = Json.object()
                .put("registry", release.plan().registry().source())
                .put("tag", release.tag());
        ArrayNode images = document.putArray("images");
        lines.forEach(line -> images.addObject()
                .put("image", line.image())
                .put("repository", line.repository())
                .put("state", Json.hyphenated(line.state().name()))
                .put("copied", line.copied())
                .put("digest", line.digest().orElse(null))
                .put(
                        "failure",
                        line.failure().map(f -> f.call() + ": " + f.message()).orElse(null)));
        return document;
    }

    /** Says every tenth part of a copy, and ends it when a person stops it. */
    private final class Steps implements Images.Progress {

        private static final int PARTS = 10;

        private final String name;
        private final AtomicBoolean stopped;
        private long told;

        Steps(String name, AtomicBoolean stopped) {
            this.name = name;
            this.stopped = stopped;
        }

        @Override
        public void at(long done, long all) {
            if (stopped.get()) {
                throw new CancellationException();
            }
            long part = all == 0 ? PARTS : done * PARTS / all;
            if (part > told && tools().console().interactive()) {
                told = part;
                tools().console().tell("%-28s %3d %% of %d MB".formatted(name, part * PARTS, all / 1_000_000));
            }
        }
    }

    private static final class Tag implements ITypeConverter<String> {

        @Override
        public String convert(String text) {
            if (!ReleasedImage.isTag(text)) {
                throw new TypeConversionException("'" + text + "' is no tag like 2.3.0");
            }
            return text;
        }
    }
}
