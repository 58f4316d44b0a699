package dev.essha.ui.run;

import dev.essha.application.Places;
import dev.essha.cloud.signin.Login;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The command that does in a terminal what a button does. */
public final class HeadlessCommand {

    private static final String NOT_SAVED = "plan.yaml";

    private HeadlessCommand() {}

    /**
     * @param file where the plan is saved
     * @param replace resources whose loss is allowed
     */
    static String of(Optional<Path> file, Places.Choice choice, Set<String> replace) {
        List<String> words = new ArrayList<>(List.of("ess-ha", "install"));
        words.add(quoted(file.map(Path::toString).orElse(NOT_SAVED)));
        words.add("--yes");
        if (choice.rehearse()) {
            words.addAll(List.of("--rehearse", "--speed", "%.0f".formatted(choice.speed())));
        }
        words.addAll(account(choice));
        choice.dnsServer().ifPresent(d -> words.addAll(List.of("--dns-server", d.getHostString() + ":" + d.getPort())));
        SortedSet<String> inOrder = new TreeSet<>(replace);
        inOrder.forEach(r -> words.addAll(List.of("--replace", r)));
        return String.join(" ", words);
    }

    /**
     * The command that copies the images of a release.
     *
     * @param choice where to
     * @param tag of the release, or what stands for it
     */
    public static String images(Optional<Path> file, Places.Choice choice, String tag) {
        List<String> words = new ArrayList<>(List.of("ess-ha", "images"));
        words.add(quoted(file.map(Path::toString).orElse(NOT_SAVED)));
        words.addAll(List.of("--tag", tag));
        if (choice.rehearse()) {
            words.add("--rehearse");
        }
        words.addAll(account(choice));
        return String.join(" ", words);
    }

    private static List<String> account(Places.Choice choice) {
        List<String> words = new ArrayList<>();
        if (choice.login() instanceof Login.Profile(String name)) {
            words.addAll(List.of("--profile", quoted(name)));
        }
        choice.endpoint().ifPresent(e -> words.addAll(List.of("--endpoint-url", quoted(e.toString()))));
        return words;
    }

    /** In quotes that every shell knows, where it needs any. */
    private static String quoted(String word) {
        return word.matches("[\\p{L}\\p{N}_./:@%+=,\\\\-]+") ? word : "\"" + word + "\"";
    }
}
