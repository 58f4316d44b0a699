package dev.essha.cloud.aws;

import dev.essha.cloud.aws.PlainHttp.Content;
import dev.essha.cloud.aws.PlainHttp.Request;
import dev.essha.wording.Phrase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpMethod;

/**
 * The images of a registry as somebody who has a login sees them. Nothing of what it answers is repeated in a message but its
 * status: it may quote what it was given.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/main/spec.md">Distribution API</a>
 */
final class ImageRegistry {

    private static final int LONGEST_MANIFEST = 4 << 20;
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;
    private static final int NOT_FOUND = 404;
    private static final Map<String, String> ANY_MANIFEST = Map.of("Accept", String.join(", ", ImageManifest.TYPES));
    private static final Map<String, String> BYTES = Map.of("Content-Type", "application/octet-stream");

    private final RegistryConnection connection;

    ImageRegistry(RegistryConnection connection) {
        this.connection = connection;
    }

    String host() {
        return connection.host();
    }

    /**
     * A manifest.
     *
     * @param reference tag or digest
     * @return empty if there is none
     * @throws RegistryRefusal if the login does not open it, or if it is none; also where a digest was asked for and
     *     something else was given
     */
    Optional<ImageManifest> manifest(String name, String reference) throws IOException {
        try (PlainAnswer answer = ask(SdkHttpMethod.GET, name, "/manifests/" + reference, ANY_MANIFEST)) {
            if (answer.status() == NOT_FOUND) {
                return Optional.empty();
            }
            require(answer, OK);
            byte[] bytes = answer.bytes(LONGEST_MANIFEST)
                    .orElseThrow(() -> RegistryRefusal.wrong("registry.long-manifest", host()));
            ImageManifest manifest = ImageManifest.of(type(answer), bytes);
            if (reference.contains(":") && !manifest.digest().equals(reference)) {
                throw RegistryRefusal.wrong("registry.other-digest", host(), reference);
            }
            return Optional.of(manifest);
        }
    }

    boolean hasBlob(String name, String digest) throws IOException {
        return has(name, "/blobs/" + digest, Map.of());
    }

    boolean hasManifest(String name, String digest) throws IOException {
        return has(name, "/manifests/" + digest, ANY_MANIFEST);
    }

    private boolean has(String name, String path, Map<String, String> headers) throws IOException {
        try (PlainAnswer answer = ask(SdkHttpMethod.HEAD, name, path, headers)) {
            if (answer.status() != NOT_FOUND) {
                require(answer, OK);
            }
            return answer.status() == OK;
        }
    }

    /** The bytes of a blob, to be closed. */
    InputStream blob(String name, String digest) throws IOException {
        PlainAnswer answer = ask(SdkHttpMethod.GET, name, "/blobs/" + digest, Map.of());
        if (answer.status() != OK) {
            answer.close();
            require(answer, OK);
        }
        return answer.body();
    }

    /** Puts a blob there in one piece, as Docker does: some registries know no other way. */
    void upload(String name, ImageManifest.Part blob, PlainHttp.Source bytes) throws IOException {
        URI uploads = connection.address(name, "/blobs/uploads/");
        URI begun = next(name, Request.of(SdkHttpMethod.POST, uploads, Map.of()));
        URI filled = next(
                name, new Request(SdkHttpMethod.PATCH, begun, BYTES, Optional.of(new Content(blob.size(), bytes))));
        String ending =
                (filled.getRawQuery() == null ? "?" : "&") + "digest=" + RegistryConnection.encoded(blob.digest());
        create(name, new Request(SdkHttpMethod.PUT, URI.create(filled + ending), BYTES, Optional.of(Content.EMPTY)));
    }

    /** @param reference tag or digest */
    void put(String name, String reference, ImageManifest manifest) throws IOException {
        byte[] bytes = manifest.bytes();
        create(
                name,
                new Request(
                        SdkHttpMethod.PUT,
                        connection.address(name, "/manifests/" + reference),
                        Map.of("Content-Type", manifest.type()),
                        Optional.of(new Content(bytes.length, () -> new ByteArrayInputStream(bytes)))));
    }

    private PlainAnswer ask(SdkHttpMethod method, String name, String path, Map<String, String> headers)
            throws IOException {
        return connection.send(name, Request.of(method, connection.address(name, path), headers));
    }

    /** Where an upload goes on. */
    private URI next(String name, Request request) throws IOException {
        try (PlainAnswer answer = connection.send(name, request)) {
            require(answer, ACCEPTED);
            return connection.location(answer, request.address());
        }
    }

    private void create(String name, Request request) throws IOException {
        try (PlainAnswer answer = connection.send(name, request)) {
            require(answer, CREATED);
        }
    }

    private void require(PlainAnswer answer, int wanted) throws RegistryRefusal {
        int status = answer.status();
        if (status != wanted) {
            throw RegistryRefusal.ofStatus(status, Phrase.of("registry.status", host(), Integer.toString(status)));
        }
    }

    private static String type(PlainAnswer answer) {
        return answer.header("Content-Type").split(";")[0].strip();
    }
}
