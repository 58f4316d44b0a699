package dev.essha.cloud;

import dev.essha.plan.RegionName;

/** One signed-in account in one region. Every method below it may throw {@link CloudException}. Safe for many threads. */
public interface Cloud extends AutoCloseable {

    /** Whether this is the real thing; shown wherever results are shown. */
    Kind kind();

    /** Who is signed in, asked of the account each time. */
    Identity identity();

    /** What a person does to be signed in again once {@link #identity()} says that nobody is. */
    NewSignIn howToSignIn();

    /** CloudFormation in the region of {@link #identity()}. */
    Stacks stacks();

    /** CloudFormation in another region, where AWS keeps something in one place for all of them. */
    Stacks stacks(RegionName region);

    /** Reads what stands in the account. */
    Lookups lookups();

    /** The few changes that CloudFormation cannot make. */
    Actions actions();

    /** Images on their way into the private registry. */
    Images images();

    /** What the account and region offer, asked before anything is touched. */
    Offers offers();

    /** What AWS asks for things, from its own list. */
    Prices prices();

    /** Public DNS as everybody sees it. */
    Resolver resolver();

    @Override
    void close();

    /** The three places an install can run. */
    enum Kind {
        /** An account in memory: nothing is real. */
        REHEARSAL,
        /** An AWS-compatible endpoint that was named by the person. */
        ENDPOINT,
        /** AWS. */
        AWS
    }
}
