package dev.essha.cloud.aws;

import dev.essha.cloud.signin.Configured.BrokenFile;
import dev.essha.wording.Phrase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * The AWS tools' files as they stand at one moment. A file that is broken is left out and told of; one that is missing is empty.
 */
final class ProfileFiles {

    private static final String SESSION = "sso-session";

    /** The SDK's reader finds such a section by its title, but does not list the titles. */
    private static final Pattern SESSION_TITLE =
            Pattern.compile("^\\s*\\[\\s*" + SESSION + "\\s+([^\\s\\]]+)\\s*]", Pattern.MULTILINE);

    private final ProfileFile merged;
    private final List<String> sessions;
    private final List<BrokenFile> problems;

    private ProfileFiles(ProfileFile merged, List<String> sessions, List<BrokenFile> problems) {
        this.merged = merged;
        this.sessions = sessions;
        this.problems = problems;
    }

    static ProfileFiles read(AwsHome home) {
        List<BrokenFile> problems = new ArrayList<>();
        ProfileFile.Aggregator merged = ProfileFile.aggregator();
        // Where both files have a profile, the one of the credentials counts.
        read(home.credentials(), problems)
                .flatMap(text -> parsed(home.credentials(), text, ProfileFile.Type.CREDENTIALS, problems))
                .ifPresent(merged::addFile);
        Optional<String> config = read(home.config(), problems);
        Optional<ProfileFile> sections =
                config.flatMap(text -> parsed(home.config(), text, ProfileFile.Type.CONFIGURATION, problems));
        sections.ifPresent(merged::addFile);
        return new ProfileFiles(merged.build(), sections.isPresent() ? sessions(config.get()) : List.of(), problems);
    }

    ProfileFile merged() {
        return merged;
    }

    Optional<Profile> profile(String name) {
        return merged.profile(name);
    }

    /** All profiles, by name. */
    List<Profile> profiles() {
        return List.copyOf(new TreeMap<>(merged.profiles()).values());
    }

    Optional<Profile> session(String name) {
        return merged.getSection(SESSION, name);
    }

    /** The names of the sections that describe Identity Centers, sorted. */
    List<String> sessions() {
        return sessions;
    }

    List<BrokenFile> problems() {
        return problems;
    }

    private static Optional<String> read(Path file, List<BrokenFile> problems) {
        try {
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            problems.add(new BrokenFile(file, Phrase.of(reason(file))));
            return Optional.empty();
        }
    }

    private static String reason(Path file) {
        if (Files.isDirectory(file)) {
            return "file.folder";
        }
        return Files.isReadable(file) ? "file.disk" : "file.denied";
    }

    /** The SDK's own words name the line and show nothing of it; where it stumbles over a line it has none. */
    private static Optional<ProfileFile> parsed(
            Path file, String text, ProfileFile.Type type, List<BrokenFile> problems) {
        try {
            return Optional.of(ProfileFile.builder()
                    .content(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                    .type(type)
                    .build());
        } catch (IllegalArgumentException e) {
            problems.add(new BrokenFile(file, Phrase.of("file.line", e.getMessage())));
            return Optional.empty();
        } catch (IndexOutOfBoundsException e) {
            problems.add(new BrokenFile(file, Phrase.of("file.no-name")));
            return Optional.empty();
        }
    }

    private static List<String> sessions(String config) {
        TreeSet<String> names = new TreeSet<>();
        SESSION_TITLE.matcher(config).results().forEach(title -> names.add(title.group(1)));
        return List.copyOf(names);
    }
}
