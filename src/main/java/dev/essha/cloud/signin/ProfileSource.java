package dev.essha.cloud.signin;

import dev.essha.plan.AccountId;
import dev.essha.wording.Phrase;
import java.util.Optional;

/** Where the credentials of a profile come from, as far as its file tells. */
public sealed interface ProfileSource {

    /** The account that they are for, where the file says so. */
    default Optional<AccountId> account() {
        return Optional.empty();
    }

    /** The name of the role that they are of, where the file says so. */
    default Optional<String> role() {
        return Optional.empty();
    }

    /**
     * An access key that stands in the file.
     *
     * @param temporary whether it comes with a session token, so that it ends some day
     */
    record Keys(Optional<AccountId> account, boolean temporary) implements ProfileSource {}

    /**
     * A role that another identity assumes.
     *
     * @param arn of the role
     * @param from the profile that assumes it, or where the machine's own credentials come from
     * @param mfa whether the profile names a device for one-time codes, which this program cannot ask for
     */
    record AssumedRole(String arn, String from, boolean mfa) implements ProfileSource {

        @Override
        public Optional<AccountId> account() {
            return RoleArn.account(arn);
        }

        @Override
        public Optional<String> role() {
            return RoleArn.role(arn);
        }
    }

    /** A role that IAM Identity Center gives. */
    record CenterRole(Login.IdentityCenterRole login) implements ProfileSource {

        @Override
        public Optional<AccountId> account() {
            return Optional.of(login.account());
        }

        @Override
        public Optional<String> role() {
            return Optional.of(login.role());
        }
    }

    /** A program that prints credentials. */
    record Process() implements ProfileSource {}

    /** A role that is assumed with the token of another identity provider. */
    record WebIdentity(String arn) implements ProfileSource {

        @Override
        public Optional<AccountId> account() {
            return RoleArn.account(arn);
        }

        @Override
        public Optional<String> role() {
            return RoleArn.role(arn);
        }
    }

    /**
     * Nobody can sign in with it; settings only, a mistake, or a kind that this program does not know.
     *
     * @param reason a sentence of {@link dev.essha.cloud.said.Said}
     */
    record Unusable(Phrase reason) implements ProfileSource {}
}
