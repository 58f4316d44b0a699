package dev.essha.cloud.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A manifest, byte for byte as a registry gave it: of one platform's image, or a list of those.
 *
 * @param type its media type
 * @param parts manifests that it leads to
 * @param blobs configuration and layers
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/manifest.md">Image manifests</a>
 */
record ImageManifest(String type, byte[] bytes, String digest, List<Part> parts, List<Part> blobs) {

    /** All kinds that have digests; whoever takes fewer would be given something that was converted. */
    static final List<String> TYPES = List.of(
            "application/vnd.oci.image.index.v1+json",
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.docker.distribution.manifest.list.v2+json",
            "application/vnd.docker.distribution.manifest.v2+json");

    private static final String SHA_256 = "sha256:";

    /** Something that a manifest leads to. */
    record Part(String digest, long size) {

        private static Part of(JsonNode descriptor) throws RegistryRefusal {
            String digest = descriptor.path("digest").asText();
            long size = descriptor.path("size").asLong(-1);
            if (!digest.matches("sha256:[0-9a-f]{64}") || size < 0) {
                throw RegistryRefusal.wrong("registry.no-digest");
            }
            return new Part(digest, size);
        }
    }

    /** @throws RegistryRefusal if it is no manifest with digests */
    static ImageManifest of(String type, byte[] bytes) throws RegistryRefusal {
        JsonNode json = RegistryJson.read(bytes).orElseThrow(() -> RegistryRefusal.wrong("registry.no-json"));
        if (!TYPES.contains(type) || !(json.has("manifests") || json.has("config"))) {
            throw RegistryRefusal.wrong("registry.kind");
        }
        List<Part> blobs = json.has("config") ? parts(json.path("layers")) : new ArrayList<>();
        if (json.has("config")) {
            blobs.add(Part.of(json.path("config")));
        }
        return new ImageManifest(
                type,
                bytes,
                SHA_256 + HexFormat.of().formatHex(sha256().digest(bytes)),
                parts(json.path("manifests")),
                blobs);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static List<Part> parts(JsonNode descriptors) throws RegistryRefusal {
        List<Part> parts = new ArrayList<>();
        for (JsonNode descriptor : descriptors) {
            parts.add(Part.of(descriptor));
        }
        return parts;
    }
}
