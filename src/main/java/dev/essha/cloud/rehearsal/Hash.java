package dev.essha.cloud.rehearsal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Made-up ids that are the same in every run: hexadecimal digits from a text. */
final class Hash {

    private Hash() {}

    /** 64 hexadecimal digits. */
    static String of(Object... parts) {
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            text.append(part).append('\n');
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static String uuid(String hash) {
        return String.join(
                "-",
                hash.substring(0, 8),
                hash.substring(8, 12),
                hash.substring(12, 16),
                hash.substring(16, 20),
                hash.substring(20, 32));
    }

    /**
     * An address of the range for benchmarks, which nobody has.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc2544">RFC 2544</a>
     */
    static String address(String hash) {
        return "198.18." + Integer.parseInt(hash.substring(0, 2), 16) + "."
                + Integer.parseInt(hash.substring(2, 4), 16);
    }
}
