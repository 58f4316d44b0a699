package dev.essha.blueprint.cfn;

/** Resource names that no attribute gives. */
public final class Arns {

    private Arns() {}

    /** The account itself: in a key's policy, whoever the account's own policies allow. */
    public static Value account() {
        return Value.sub("arn:${AWS::Partition}:iam::${AWS::AccountId}:root");
    }

    /** @param name of a policy that AWS keeps, with its path if it has one */
    public static Value managedPolicy(String name) {
        return Value.sub("arn:${AWS::Partition}:iam::aws:policy/" + name);
    }
}
