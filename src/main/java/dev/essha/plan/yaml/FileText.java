package dev.essha.plan.yaml;

import dev.essha.plan.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Bytes of a file as text: UTF-8, with or without a byte order mark. */
final class FileText {

    /** A hundred times a long plan: more is another file. */
    static final int LARGEST = 256 * 1024;

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF_16_BIG = {(byte) 0xFE, (byte) 0xFF};
    private static final byte[] UTF_16_LITTLE = {(byte) 0xFF, (byte) 0xFE};

    private FileText() {}

    /** The text, or empty after reporting why it is none. */
    static Optional<String> of(byte[] bytes, Findings findings) {
        if (bytes.length > LARGEST) {
            return refuse(findings, "file.too-large", LARGEST / 1024);
        }
        if (startsWith(bytes, UTF_16_BIG) || startsWith(bytes, UTF_16_LITTLE) || looksLikeUtf16(bytes)) {
            return refuse(findings, "file.utf-16");
        }
        if (contains(bytes, (byte) 0)) {
            return refuse(findings, "file.binary");
        }
        return decoded(startsWith(bytes, UTF_8_MARK) ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes, findings);
    }

    private static Optional<String> decoded(byte[] bytes, Findings findings) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return refuse(findings, "file.not-utf-8");
        }
    }

    static <T> Optional<T> refuse(Findings findings, String key, Object... args) {
        findings.report(Problem.at("", key, args), Where.START);
        return Optional.empty();
    }

    /** A letter of ASCII beside a zero, at the start: no text in UTF-8 has that. */
    private static boolean looksLikeUtf16(byte[] bytes) {
        return bytes.length >= 4
                && (bytes[0] == 0 && bytes[1] > 0 && bytes[2] == 0 && bytes[3] > 0
                        || bytes[0] > 0 && bytes[1] == 0 && bytes[2] > 0 && bytes[3] == 0);
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static boolean contains(byte[] bytes, byte wanted) {
        for (byte b : bytes) {
            if (b == wanted) {
                return true;
            }
        }
        return false;
    }
}
