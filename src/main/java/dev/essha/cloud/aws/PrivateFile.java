package dev.essha.cloud.aws;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Writes a file that only its owner may read, as a whole or not at all: somebody else may read it at the same time. Where there
 * are no POSIX permissions, those of the home folder hold.
 */
final class PrivateFile {

    private static final FileAttribute<?> FOR_OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> FOLDER_FOR_OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private PrivateFile() {}

    static void write(Path file, byte[] bytes) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        Path folder = Files.createDirectories(file.getParent(), posix ? only(FOLDER_FOR_OWNER) : only());
        Path whole =
                Files.createTempFile(folder, file.getFileName().toString(), ".tmp", posix ? only(FOR_OWNER) : only());
        try {
            flushed(whole, bytes);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    /** The move must not reach the disk before the content does. */
    private static void flushed(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] only(FileAttribute<?>... attributes) {
        return attributes;
    }
}
