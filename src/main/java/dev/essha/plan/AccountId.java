package dev.essha.plan;

import java.util.regex.Pattern;

/** An AWS account, twelve digits. */
public record AccountId(String value) {

    /** Every text that this type may accept; some that match are refused for other reasons. */
    public static final Pattern SYNTAX = Pattern.compile("\\d{12}");

    /** @throws InvalidValue {@code account.syntax} */
    public AccountId {
        if (!SYNTAX.matcher(value).matches()) {
            throw new InvalidValue("account.syntax", value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
