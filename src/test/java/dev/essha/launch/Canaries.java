package dev.essha.launch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Secrets that are recognized wherever they appear, and everything that is searched for them. */
final class Canaries {

    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final Map<String, byte[]> texts = new LinkedHashMap<>();
    private long bytes;

    /** A secret to look for, also in what was caught before. */
    String let(String name, String secret) {
        secrets.put(name, secret);
        return secret;
    }

    int count() {
        return secrets.size();
    }

    void search(String where, String text) {
        search(where, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A text, or a zip of them. */
    void search(String where, byte[] content) {
        bytes += content.length;
        if (content.length > 3 && content[0] == 'P' && content[1] == 'K') {
            unzip(where, content);
        } else {
            texts.put(texts.size() + " " + where, content);
        }
    }

    /** Every file below a folder. */
    void searchFolder(Path folder, Path... except) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!List.of(except).contains(file)) {
                    search(folder.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where which secret was found: plain, in Base64, or as URLs have it. */
    List<String> found() {
        TreeSet<String> found = new TreeSet<>();
        texts.forEach((where, content) -> {
            String text = new String(content, StandardCharsets.ISO_8859_1);
            secrets.forEach((name, secret) -> {
                if (spellings(secret).anyMatch(text::contains)) {
                    found.add(name + " in " + where);
                }
            });
        });
        return new ArrayList<>(found);
    }

    @Override
    public String toString() {
        return "canaries: %d secrets looked for in %d texts and files, %d KiB"
                .formatted(secrets.size(), texts.size(), bytes / 1024);
    }

    private static Stream<String> spellings(String secret) {
        return Stream.of(
                secret,
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                Base64.getEncoder().withoutPadding().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
    }

    private void unzip(String where, byte[] content) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                search(where + "!" + entry.getName(), all(zip));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] all(InputStream in) throws IOException {
        return in.readAllBytes();
    }
}
