package dev.essha.launch;

import dev.essha.application.LocalStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The window's own small texts, each a file where the system wants it. */
final class LocalFiles implements LocalStore {

    private final Surroundings surroundings;

    LocalFiles(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public synchronized Optional<String> read(Item item) {
        try {
            Path file = file(item);
            return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Written beside the old one and put in its place: a crash in between leaves one of the two. */
    @Override
    public synchronized void write(Item item, String text) {
        Path file = file(item);
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(next, text);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // As the contract says: the window goes on without it.
        }
    }

    @Override
    public synchronized void remove(Item item) {
        try {
            Files.deleteIfExists(file(item));
        } catch (IOException e) {
            // It is offered once more than it should be.
        }
    }

    private Path file(Item item) {
        return switch (item) {
            case PREFERENCES -> surroundings.configFolder().resolve("window.json");
            case DRAFT -> surroundings.stateFolder().resolve("draft.json");
        };
    }
}
