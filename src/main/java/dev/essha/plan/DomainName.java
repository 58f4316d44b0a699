package dev.essha.plan;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A DNS domain that can carry web services, in lower case, without a trailing dot, international names in their ASCII
 * form: {@code ess.example.com}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1123#section-2.1">RFC 1123, 2.1</a>
 */
public record DomainName(String value) implements Comparable<DomainName> {

    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final int LONGEST = 253;

    /** @throws InvalidValue {@code domain.syntax}, {@code domain.too-long} or {@code domain.one-label} */
    public DomainName {
        String given = value;
        value = ascii(value);
        List<String> labels = List.of(value.split("\\.", -1));
        if (value.length() > LONGEST) {
            throw new InvalidValue("domain.too-long", given, LONGEST);
        }
        if (!labels.stream().allMatch(l -> LABEL.matcher(l).matches())) {
            throw new InvalidValue("domain.syntax", given);
        }
        if (labels.size() < 2) {
            throw new InvalidValue("domain.one-label", given);
        }
    }

    /** The domain one label up, empty where that would be a top-level domain. */
    public Optional<DomainName> parent() {
        String rest = value.substring(value.indexOf('.') + 1);
        return rest.contains(".") ? Optional.of(new DomainName(rest)) : Optional.empty();
    }

    /** Whether this domain is {@code other} or lies below it. */
    public boolean isAtOrBelow(DomainName other) {
        return value.equals(other.value) || value.endsWith("." + other.value);
    }

    /** The name that stands for every sub-domain, {@code *.ess.example.com}; not itself a domain. */
    public String wildcard() {
        return "*." + value;
    }

    /** The name that the load balancers of all zones share, {@code origin.ess.example.com}; no service of ESS has it. */
    public String origin() {
        return "origin." + value;
    }

    @Override
    public int compareTo(DomainName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static String ascii(String text) {
        String stripped = text.strip();
        String bare = stripped.endsWith(".") ? stripped.substring(0, stripped.length() - 1) : stripped;
        try {
            return IDN.toASCII(bare).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new InvalidValue("domain.syntax", text);
        }
    }
}
