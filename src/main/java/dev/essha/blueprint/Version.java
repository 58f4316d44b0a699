package dev.essha.blueprint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The installer's version, {@code 1.4.2}, which stands in {@code pom.xml} alone.
 *
 * @param text the whole of it, perhaps with {@code -SNAPSHOT}
 */
public record Version(String text) {

    public static Version current() {
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return new Version(properties.getProperty("version"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Major and minor, {@code 1.4}: what templates and tags may depend on. */
    public String feature() {
        String[] parts = text.split("[.-]");
        return parts[0] + "." + parts[1];
    }
}
