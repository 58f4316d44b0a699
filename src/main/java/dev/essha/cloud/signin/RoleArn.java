package dev.essha.cloud.signin;

import dev.essha.plan.AccountId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a role's ARN, {@code arn:aws:iam::111122223333:role/path/name}. */
final class RoleArn {

    private static final Pattern SYNTAX = Pattern.compile("arn:[a-z-]+:iam::(\\d{12}):role/(?:.*/)?([^/]+)");

    private RoleArn() {}

    static Optional<AccountId> account(String arn) {
        return part(arn, 1).map(AccountId::new);
    }

    static Optional<String> role(String arn) {
        return part(arn, 2);
    }

    private static Optional<String> part(String arn, int group) {
        Matcher matcher = SYNTAX.matcher(arn);
        return matcher.matches() ? Optional.of(matcher.group(group)) : Optional.empty();
    }
}
