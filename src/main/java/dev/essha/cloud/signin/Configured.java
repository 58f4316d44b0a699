package dev.essha.cloud.signin;

import dev.essha.wording.Phrase;
import java.nio.file.Path;
import java.util.List;

/**
 * What the AWS tools' files hold of one kind.
 *
 * @param found by name
 * @param problems of the files that could not be read as a whole; what they hold is missing from the others
 */
public record Configured<T>(List<T> found, List<BrokenFile> problems) {

    public Configured {
        found = List.copyOf(found);
        problems = List.copyOf(problems);
    }

    /** @param reason a sentence of {@link dev.essha.cloud.said.Said}; shows nothing that stands in the file */
    public record BrokenFile(Path file, Phrase reason) {}
}
