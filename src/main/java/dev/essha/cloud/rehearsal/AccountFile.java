package dev.essha.cloud.rehearsal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.wording.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;

/** The file that an account in memory is kept in between two runs: JSON, written whole or not at all. */
final class AccountFile {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addDeserializer(Instant.class, new InstantReader()))
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private AccountFile() {}

    /**
     * Reads the account of the settings; a new one where there is no file yet.
     *
     * @throws CloudException where the file is broken, newer, or of another account or region
     */
    static SavedAccount read(RehearsalSettings settings) {
        Path file = settings.stateFile().filter(Files::exists).orElse(null);
        if (file == null) {
            return SavedAccount.empty(settings);
        }
        try {
            JsonNode root = JSON.readTree(file.toFile());
            checkFormat(file, root.path("format").asInt(0));
            OlderFormat.upgrade(root);
            SavedAccount saved = JSON.treeToValue(root, SavedAccount.class);
            checkPlace(file, saved, settings);
            return saved;
        } catch (JacksonException | DateTimeException e) {
            throw refused(Phrase.of("rehearsal.broken", file), e);
        } catch (IOException e) {
            throw refused(Phrase.of("rehearsal.unreadable", file), e);
        }
    }

    static void write(Path file, SavedAccount account) {
        Path whole = file.toAbsolutePath();
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        try {
            Files.createDirectories(whole.getParent());
            JSON.writeValue(part.toFile(), account);
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw refused(Phrase.of("rehearsal.unwritable", file), e);
        }
    }

    private static void checkFormat(Path file, int format) {
        if (format > SavedAccount.FORMAT) {
            throw refused(Phrase.of("rehearsal.newer", file), null);
        }
        if (format < 1) {
            throw refused(Phrase.of("rehearsal.other-file", file), null);
        }
    }

    private static void checkPlace(Path file, SavedAccount saved, RehearsalSettings settings) {
        boolean same = saved.account().equals(settings.account().value())
                && saved.region().equals(settings.region().value());
        if (!same) {
            throw refused(Phrase.of("rehearsal.other-account", file, saved.account(), saved.region()), null);
        }
    }

    private static CloudException refused(Phrase why, Exception cause) {
        return new CloudException(new CloudFailure.Invalid("rehearsal", why), cause);
    }

    private static final class InstantReader extends StdDeserializer<Instant> {

        InstantReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Instant.parse(parser.getValueAsString(""));
        }
    }
}
