package dev.essha.cloud.aws;

import dev.essha.cloud.signin.IdentityCenter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How the AWS CLI names the files of its token cache: by the SHA-1 of the {@code sso-session} or, without one, of the start URL;
 * those of registered clients by that of a small JSON document as Python writes it.
 */
final class SsoCacheNames {

    private SsoCacheNames() {}

    static String token(IdentityCenter center) {
        return file(center.session().orElse(center.startUrl().value()));
    }

    static String registration(IdentityCenter center) {
        return file("{\"region\": %s, \"scopes\": %s, \"session_name\": %s, \"startUrl\": %s, \"tool\": \"botocore\"}"
                .formatted(
                        json(center.region().value()),
                        center.scopes().isEmpty() ? "null" : json(center.scopes()),
                        center.session().map(SsoCacheNames::json).orElse("null"),
                        json(center.startUrl().value())));
    }

    private static String file(String hashed) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(hashed.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash) + ".json";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-1", e);
        }
    }

    private static String json(List<String> texts) {
        return texts.stream().map(SsoCacheNames::json).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String json(String text) {
        return text.chars().mapToObj(SsoCacheNames::json).collect(Collectors.joining("", "\"", "\""));
    }

    /** Python escapes whatever is not printable ASCII. */
    private static String json(int character) {
        return switch (character) {
            case '"', '\\' -> "\\" + (char) character;
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            default ->
                character >= ' ' && character <= '~' ? Character.toString(character) : "\\u%04x".formatted(character);
        };
    }
}
