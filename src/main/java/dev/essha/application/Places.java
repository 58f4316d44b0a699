package dev.essha.application;

import dev.essha.cloud.Cloud;
import dev.essha.cloud.signin.Login;
import dev.essha.cloud.signin.SignedIn;
import dev.essha.pipeline.Jitter;
import dev.essha.pipeline.Time;
import dev.essha.plan.Plan;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;

/** Opens the places where an install can run; implemented by the wiring, which alone knows the adapters. */
public interface Places {

    /** Opens the place that the choice and the environment name; whether anybody is signed in shows at the first call. */
    Session open(Plan plan, Choice choice);

    /**
     * What the person said about where to run.
     *
     * @param rehearse in an account in memory
     * @param speed how many times faster than AWS a rehearsal goes, at least 1
     * @param keep whether the rehearsed account is kept for the next command
     * @param endpoint of an AWS-compatible service; empty for AWS, or what the environment says
     * @param login how to sign in; means nothing in a rehearsal
     * @param dnsServer the name server to ask; empty for the system's
     */
    record Choice(
            boolean rehearse,
            double speed,
            boolean keep,
            Optional<URI> endpoint,
            Login login,
            Optional<InetSocketAddress> dnsServer) {

        /** Half an hour of AWS in half a minute. */
        public static final double USUAL_SPEED = 60;

        /** The same, with another login. */
        public Choice by(Login other) {
            return new Choice(rehearse, speed, keep, endpoint, other, dnsServer);
        }

        /** In an account in memory that is kept for the next command. */
        public static Choice rehearsal() {
            return new Choice(true, USUAL_SPEED, true, Optional.empty(), new Login.Default(), Optional.empty());
        }

        /** In an account in memory that nobody keeps. */
        public static Choice passing(double speed) {
            return new Choice(true, speed, false, Optional.empty(), new Login.Default(), Optional.empty());
        }
    }

    /**
     * A place that is open.
     *
     * @param signedIn who is signed in, and who can be in mid-run
     * @param time its clock: real, or compressed in a rehearsal
     * @param jitter what spreads the waits of a run
     */
    record Session(Cloud cloud, SignedIn signedIn, Time time, Jitter jitter) implements AutoCloseable {

        @Override
        public void close() {
            cloud.close();
        }
    }
}
