package dev.essha.cloud;

import java.util.regex.Pattern;

/**
 * An image of a release.
 *
 * @param registry host it comes from, {@code docker.software.inrupt.com}
 * @param name {@code inrupt/storage}
 * @param tag {@code 2.3.0}
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/main/spec.md">Form of tags</a>
 */
public record ReleasedImage(String registry, String name, String tag) {

    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");

    /** @throws IllegalArgumentException if the tag is none */
    public ReleasedImage {
        if (!isTag(tag)) {
            throw new IllegalArgumentException("no tag");
        }
    }

    /** Whether a registry accepts a text as a tag. */
    public static boolean isTag(String text) {
        return TAG.matcher(text).matches();
    }

    @Override
    public String toString() {
        return registry + "/" + name + ":" + tag;
    }
}
