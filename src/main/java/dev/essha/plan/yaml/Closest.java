package dev.essha.plan.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses what was meant by a misspelled word. */
final class Closest {

    /** Of a word's letters, how many may differ: a third. */
    private static final int TOLERANCE = 3;

    private static final int LONGEST = 100;

    private Closest() {}

    /** The known word with the fewest edits, case aside; empty if none is near. */
    static Optional<String> to(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .min(Comparator.comparingInt(k -> distance(word, k)))
                .filter(best -> distance(word, best) <= Math.max(1, best.length() / TOLERANCE));
    }

    /** Levenshtein's: insertions, deletions and substitutions. */
    static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row = nextRow(row, a.charAt(i - 1), b, i);
        }
        return row[b.length()];
    }

    private static int[] nextRow(int[] above, char letter, String b, int i) {
        int[] row = new int[above.length];
        row[0] = i;
        for (int j = 1; j < row.length; j++) {
            int substituted = above[j - 1] + (b.charAt(j - 1) == letter ? 0 : 1);
            row[j] = Math.min(substituted, Math.min(above[j], row[j - 1]) + 1);
        }
        return row;
    }
}
