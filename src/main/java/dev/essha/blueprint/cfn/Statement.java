package dev.essha.blueprint.cfn;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One statement of a {@link PolicyDocument}. Each method answers a new one.
 *
 * @param sid name of the statement, letters and digits
 * @param effect {@code Allow} or {@code Deny}
 * @param principal whom it speaks of; empty in the policies of roles
 * @param actions sorted
 * @param on the resources it speaks of; empty in trust policies
 * @param conditions by operator, then by key
 */
public record Statement(
        String sid, String effect, Optional<Value> principal, List<Value> actions, List<Value> on, Fields conditions) {

    public Statement {
        actions = List.copyOf(actions);
        on = List.copyOf(on);
    }

    public static Statement allow(String sid) {
        return new Statement(sid, "Allow", Optional.empty(), List.of(), List.of(), Fields.none());
    }

    public static Statement deny(String sid) {
        return new Statement(sid, "Deny", Optional.empty(), List.of(), List.of(), Fields.none());
    }

    public Statement to(ServicePrincipal service) {
        return to(Fields.of("Service", service.value()));
    }

    /** @param arn of an account, a role or a user */
    public Statement toAws(Value arn) {
        return to(Fields.of("AWS", arn));
    }

    /** Anybody: only for denials, and together with conditions. */
    public Statement toAnyone() {
        return to(Value.text("*"));
    }

    public Statement actions(String... names) {
        List<Value> sorted =
                new TreeSet<>(List.of(names)).stream().map(Value::text).toList();
        return new Statement(sid, effect, principal, sorted, on, conditions);
    }

    public Statement on(Value... resources) {
        return new Statement(sid, effect, principal, actions, List.of(resources), conditions);
    }

    /** The resource that the policy is attached to, or everything where IAM knows no narrower one. */
    public Statement onAll() {
        return on(Value.text("*"));
    }

    /** @throws IllegalArgumentException if the operator is there already: give all its keys at once */
    public Statement when(String operator, Fields keys) {
        return new Statement(sid, effect, principal, actions, on, conditions.with(operator, keys));
    }

    Fields value() {
        return Fields.of("Sid", sid)
                .with("Effect", effect)
                .when(principal.isPresent(), f -> f.with("Principal", principal.orElseThrow()))
                .with("Action", oneOrMore(actions))
                .when(!on.isEmpty(), f -> f.with("Resource", oneOrMore(on)))
                .when(!conditions.isEmpty(), f -> f.with("Condition", conditions));
    }

    private Statement to(Value who) {
        return new Statement(sid, effect, Optional.of(who), actions, on, conditions);
    }

    private static Value oneOrMore(List<Value> values) {
        return Stream.of(values)
                .filter(v -> v.size() == 1)
                .map(List::getFirst)
                .findFirst()
                .orElse(Value.list(values));
    }
}
