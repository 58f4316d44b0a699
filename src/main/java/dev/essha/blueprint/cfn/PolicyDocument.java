package dev.essha.blueprint.cfn;

import java.util.List;

/**
 * A policy as IAM reads it, for roles, keys, buckets, endpoints and secrets.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html">Policy elements</a>
 */
public record PolicyDocument(List<Statement> statements) {

    /** The language version that knows conditions and variables; not a date to bring up to date. */
    private static final String VERSION = "2012-10-17";

    public PolicyDocument {
        statements = List.copyOf(statements);
    }

    public static PolicyDocument of(Statement... statements) {
        return new PolicyDocument(List.of(statements));
    }

    /** Who may take a role: a service. */
    public static PolicyDocument trust(ServicePrincipal service) {
        return of(Statement.allow("Trust").to(service).actions("sts:AssumeRole"));
    }

    public Fields value() {
        return Fields.of("Version", VERSION)
                .with("Statement", statements.stream().map(Statement::value).toList());
    }
}
