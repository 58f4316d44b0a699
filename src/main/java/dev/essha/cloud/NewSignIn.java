package dev.essha.cloud;

/** What a person does to be signed in again, by how they signed in. */
public sealed interface NewSignIn {

    /** With keys that were typed: with others that are valid. */
    record Keys() implements NewSignIn {}

    /** With a profile of the AWS configuration, whose session ended or whose keys are wrong. */
    record Profile(String name) implements NewSignIn {}

    record IdentityCenter() implements NewSignIn {}

    /** With keys of the environment, which stay what they were when the program started. */
    record Environment() implements NewSignIn {}

    /** In a rehearsal, in which whoever let the sign-in end begins it again. */
    record Rehearsal() implements NewSignIn {}
}
