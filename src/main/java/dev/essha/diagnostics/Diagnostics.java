package dev.essha.diagnostics;

import dev.essha.secrecy.Redaction;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The parts of a diagnostics zip, each cleaned of secrets as it is added. */
public final class Diagnostics {

    private final Redaction redaction;
    private final SortedMap<String, String> parts = new TreeMap<>();

    public Diagnostics(Redaction redaction) {
        this.redaction = redaction;
    }

    /**
     * Adds a part.
     *
     * @param name its path in the zip, {@code stack-events/ess-demo-network.jsonl}
     */
    public Diagnostics with(String name, String text) {
        parts.put(name, redaction.clean(text));
        return this;
    }

    /** The names of the parts, in order. */
    public List<String> names() {
        return List.copyOf(parts.keySet());
    }

    /**
     * Writes the zip.
     *
     * @param file must not exist yet
     * @param at the time that every part carries
     */
    public void writeTo(Path file, Instant at) throws IOException {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (String name : parts.keySet()) {
                ZipEntry entry = new ZipEntry(name);
                entry.setTime(at.toEpochMilli());
                zip.putNextEntry(entry);
                zip.write(parts.get(name).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }
}
