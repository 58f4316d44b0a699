import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Puts the native libraries of JavaFX beside its jars, where it looks first. In the jars, it would copy them into a cache in
 * the person's home folder at the first start, which takes time and stays behind when the program is removed.
 *
 * <p>{@code java jpackage/Natives.java FOLDER}
 */
public final class Natives {

    private Natives() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        List<Path> jars;
        try (Stream<Path> files = Files.list(folder)) {
            jars = files.filter(f -> f.getFileName().toString().startsWith("javafx-"))
                    .sorted()
                    .toList();
        }
        for (Path jar : jars) {
            split(jar, folder);
        }
    }

    private static void split(Path jar, Path folder) throws IOException {
        Path rest = folder.resolve(jar.getFileName() + ".new");
        boolean found = false;
        try (ZipFile from = new ZipFile(jar.toFile());
                OutputStream out = Files.newOutputStream(rest);
                ZipOutputStream to = new ZipOutputStream(out)) {
            Enumeration<? extends ZipEntry> entries = from.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                try (InputStream in = from.getInputStream(entry)) {
                    if (isNative(entry.getName())) {
                        found = true;
                        Files.copy(in, folder.resolve(entry.getName()));
                    } else {
                        ZipEntry copy = new ZipEntry(entry.getName());
                        copy.setTime(entry.getTime());
                        to.putNextEntry(copy);
                        in.transferTo(to);
                        to.closeEntry();
                    }
                }
            }
        }
        if (found) {
            Files.move(rest, jar, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.delete(rest);
        }
    }

    private static boolean isNative(String name) {
        return !name.contains("/") && (name.endsWith(".so") || name.endsWith(".dylib"));
    }
}
