package dev.essha.blueprint.cfn;

/**
 * What CloudFormation knows about where a stack runs. Partition and DNS suffix come from here and nowhere else, so that a
 * template holds in every partition.
 */
public enum Pseudo implements Reference {
    ACCOUNT_ID("AWS::AccountId"),
    PARTITION("AWS::Partition"),
    REGION("AWS::Region"),
    STACK_NAME("AWS::StackName"),
    URL_SUFFIX("AWS::URLSuffix");

    private final String inSub;

    Pseudo(String inSub) {
        this.inSub = inSub;
    }

    @Override
    public String inSub() {
        return inSub;
    }
}
