package dev.essha.cloud.aws;

import dev.essha.cloud.Images.Progress;
import dev.essha.wording.Phrase;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Copies one image from a registry to another: what its manifests lead to first, then those of its platforms, then its tag.
 * Bytes go through as they come; nothing is unpacked, and nothing is kept on this computer.
 */
final class ImageCopy {

    private static final int TRIES = 3;

    private final ImageRegistry from;
    private final String name;
    private final ImageRegistry to;
    private final String repository;
    private final Progress progress;
    private final SequencedMap<String, ImageManifest> manifests = new LinkedHashMap<>();
    private final Map<String, ImageManifest.Part> blobs = new LinkedHashMap<>();
    private long all;
    private long done;

    /**
     * @param name of the image in the registry it comes from
     * @param repository its name in the other one
     */
    ImageCopy(ImageRegistry from, String name, ImageRegistry to, String repository, Progress progress) {
        this.from = from;
        this.name = name;
        this.to = to;
        this.repository = repository;
        this.progress = progress;
    }

    /** Copies what a manifest leads to, and the manifest under a tag. */
    void run(ImageManifest top, String tag) throws IOException {
        collect(top);
        all = blobs.values().stream().mapToLong(ImageManifest.Part::size).sum();
        progress.at(0, all);
        for (ImageManifest.Part blob : blobs.values()) {
            copy(blob);
        }
        for (ImageManifest manifest : manifests.values()) {
            if (manifest != top && !to.hasManifest(repository, manifest.digest())) {
                to.put(repository, manifest.digest(), manifest);
            }
        }
        to.put(repository, tag, top);
    }

    /** What a manifest leads to comes before it. */
    private void collect(ImageManifest manifest) throws IOException {
        for (ImageManifest.Part part : manifest.parts()) {
            if (!manifests.containsKey(part.digest())) {
                collect(from.manifest(name, part.digest())
                        .orElseThrow(() -> RegistryRefusal.wrong("registry.no-part", from.host(), part.digest())));
            }
        }
        manifest.blobs().forEach(blob -> blobs.putIfAbsent(blob.digest(), blob));
        manifests.put(manifest.digest(), manifest);
    }

    private void copy(ImageManifest.Part blob) throws IOException {
        if (!to.hasBlob(repository, blob.digest())) {
            upload(blob);
        }
        done += blob.size();
        progress.at(done, all);
    }

    /** A line that breaks in between costs one blob, not the image. */
    private void upload(ImageManifest.Part blob) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                to.upload(repository, blob, () -> new Passing(from.blob(name, blob.digest()), blob));
                return;
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                if (attempt == TRIES || isLasting(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean isLasting(IOException e) {
        return e instanceof RegistryRefusal refusal && refusal.kind() != RegistryRefusal.Kind.PASSING;
    }

    /** What goes through: told of, held against its digest, and ended where the thread is interrupted. */
    private final class Passing extends FilterInputStream {

        private final ImageManifest.Part blob;
        private long passed;
        private boolean judged;

        Passing(InputStream in, ImageManifest.Part blob) {
            super(new DigestInputStream(in, ImageManifest.sha256()));
            this.blob = blob;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted");
            }
            int read = super.read(bytes, offset, length);
            if (read > 0) {
                passed += read;
                progress.at(done + passed, all);
            }
            if (!judged && (passed >= blob.size() || read < 0)) {
                judged = true;
                requireDigest();
            }
            return read;
        }

        /** What ended too soon may come whole the next time. */
        private void requireDigest() throws RegistryRefusal {
            byte[] seen = ((DigestInputStream) in).getMessageDigest().digest();
            String digest = "sha256:" + HexFormat.of().formatHex(seen);
            if (!digest.equals(blob.digest())) {
                throw new RegistryRefusal(
                        passed < blob.size() ? RegistryRefusal.Kind.PASSING : RegistryRefusal.Kind.WRONG,
                        Phrase.of("registry.other-digest", from.host(), blob.digest()));
            }
        }
    }
}
