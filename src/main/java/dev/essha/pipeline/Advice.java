package dev.essha.pipeline;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.Offers;
import dev.essha.cloud.StackEvent;
import dev.essha.wording.Labels;
import dev.essha.wording.Phrase;
import java.util.Optional;

/**
 * What to do about a failure. Decides on the type of a {@link CloudFailure} and on the codes in what CloudFormation gives
 * as a reason, never on words.
 *
 * @param operation what the person wanted, and is told to do again
 */
record Advice(Event.Operation operation) {

    static final Advice OF_INSTALL = new Advice(Event.Operation.INSTALL);
    static final Advice OF_DESTROY = new Advice(Event.Operation.DESTROY);
    static final Advice OF_ROLL_BACK = new Advice(Event.Operation.ROLL_BACK);

    /** The failure of a stage that ended with an exception. */
    PhrasedFailure failure(Throwable e) {
        return switch (e) {
            case StageException known -> known.failure();
            case CloudException cloud ->
                new PhrasedFailure(FailureText.phrase(cloud.failure()), about(cloud.failure()));
            default -> new PhrasedFailure(Phrase.asIs(String.valueOf(e)), Phrase.of("advice.defect", again()));
        };
    }

    /** @param offers are asked how far a limit is used that was reached */
    PhrasedFailure failure(StackEvent event, Offers offers) {
        Cause cause = new Cause(event.reason());
        Phrase todo = new CauseAdvice(this, new Limits(offers)).about(cause, event.type());
        return new PhrasedFailure(event.logicalId(), event.type(), Phrase.asIs(cause.said()), todo);
    }

    /** What to do about what a stack says of itself, where no resource failed. */
    Phrase about(String reason, Offers offers) {
        return new CauseAdvice(this, new Limits(offers)).about(new Cause(reason), ResourceKind.STACK);
    }

    private Phrase about(CloudFailure failure) {
        return switch (failure) {
            case CloudFailure.Denied denied -> then("advice.permission", denied.action());
            case CloudFailure.NotSignedIn _ -> Phrase.of("advice.sign-in", again());
            case CloudFailure.ClockWrong _ -> then("advice.clock");
            case CloudFailure.Quota quota -> then("advice.quota-code", quota.code());
            case CloudFailure.Taken _ -> aboutName(Optional.empty());
            case CloudFailure.Conflict _ -> then("advice.other-change");
            case CloudFailure.Unreachable _ -> then("advice.setting-named");
            case CloudFailure.Throttled _, CloudFailure.Unavailable _ -> Phrase.of("advice.no-answer", again());
            case CloudFailure.NotFound _ -> Phrase.of("advice.not-found", again());
            case CloudFailure.Invalid _ -> aboutRefusal();
            case CloudFailure.Unknown _ -> again();
        };
    }

    Phrase aboutRefusal() {
        return switch (operation) {
            case INSTALL -> then("advice.setting-refused");
            case DESTROY, ROLL_BACK -> then("advice.in-the-way");
        };
    }

    Phrase aboutStandstill() {
        return switch (operation) {
            case INSTALL -> then("advice.not-ready");
            case DESTROY, ROLL_BACK -> then("advice.kept");
        };
    }

    /** @param taken who has the name, if that is known */
    Phrase aboutName(Optional<String> taken) {
        return taken.map(who -> then("advice.name-known", who)).orElseGet(() -> then("advice.name"));
    }

    /** A sentence. */
    Phrase again() {
        return Phrase.of("again." + Labels.of(operation));
    }

    /** One thing to do and then the operation once more; of the pattern, {0} is the latter. */
    Phrase then(String key, Object... args) {
        Object[] all = new Object[args.length + 1];
        all[0] = Phrase.of("then." + Labels.of(operation));
        System.arraycopy(args, 0, all, 1, args.length);
        return Phrase.of(key, all);
    }
}
