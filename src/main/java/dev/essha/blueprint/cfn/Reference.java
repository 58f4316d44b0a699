package dev.essha.blueprint.cfn;

/** What {@code Ref} and {@code Fn::GetAtt} stand for. */
public sealed interface Reference extends Value permits Pseudo, Ref, GetAtt {

    /** How it is written inside the braces of {@code Fn::Sub}. */
    String inSub();
}
