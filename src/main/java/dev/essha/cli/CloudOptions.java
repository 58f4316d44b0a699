package dev.essha.cli;

import dev.essha.application.Addresses;
import dev.essha.application.Places;
import dev.essha.cloud.signin.Login;
import dev.essha.plan.Plan;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Where to run; {@code --endpoint-url}, {@code --profile} and {@code --region} work as in the AWS CLI. */
final class CloudOptions {

    /** For somebody who just wants to see it. */
    private static final double DEMONSTRATION_SPEED = 120;

    @Option(names = "--rehearse", description = "Use an account in memory: nothing is real, no credentials are needed.")
    private boolean rehearse;

    @Option(
            names = "--speed",
            paramLabel = "N",
            converter = Speed.class,
            description = "How many times faster than AWS a rehearsal goes; 60 by default.")
    private double speed = Places.Choice.USUAL_SPEED;

    @Option(
            names = "--endpoint-url",
            paramLabel = "URL",
            converter = Endpoint.class,
            description = "An AWS-compatible endpoint to use instead of AWS.")
    private Optional<URI> endpoint = Optional.empty();

    @Option(names = "--profile", paramLabel = "NAME", description = "A profile of the AWS CLI's configuration.")
    private Optional<String> profile = Optional.empty();

    @Option(names = "--region", paramLabel = "REGION", description = "Must be the plan's, if it is given.")
    private Optional<String> region = Optional.empty();

    @Option(
            names = "--dns-server",
            paramLabel = "HOST[:PORT]",
            converter = Server.class,
            description = "The name server to ask about the domain, instead of the system's.")
    private Optional<InetSocketAddress> dnsServer = Optional.empty();

    /**
     * What the person said, for a plan.
     *
     * @throws Refused if it contradicts the plan or itself
     */
    Places.Choice choice(Plan plan) {
        String planned = plan.region().value();
        if (!region.orElse(planned).equals(planned)) {
            throw new Refused(
                    "the plan is for region %s, not %s".formatted(planned, region.get()),
                    "Leave --region out, or change the plan.",
                    Exit.USAGE);
        }
        if (rehearse && (endpoint.isPresent() || profile.isPresent())) {
            throw new Refused(
                    "--rehearse uses no account, but an endpoint or a profile is named",
                    "Leave one of them out.",
                    Exit.USAGE);
        }
        Login login = profile.<Login>map(Login.Profile::new).orElseGet(Login.Default::new);
        return new Places.Choice(rehearse, speed, true, endpoint, login, dnsServer);
    }

    /** The options that lead to the same place again, each with a blank before it. */
    String typed() {
        StringBuilder options = new StringBuilder(rehearse ? " --rehearse" : "");
        endpoint.ifPresent(url -> options.append(" --endpoint-url ").append(url));
        profile.ifPresent(name -> options.append(" --profile ").append(name));
        return options.toString();
    }

    /** A rehearsal that is forgotten afterwards. */
    static Places.Choice demonstration() {
        return new Places.Choice(
                true, DEMONSTRATION_SPEED, false, Optional.empty(), new Login.Default(), Optional.empty());
    }

    private static final class Speed implements ITypeConverter<Double> {

        @Override
        public Double convert(String text) {
            try {
                double speed = Double.parseDouble(text);
                if (speed >= 1 && speed <= 1_000_000) {
                    return speed;
                }
            } catch (NumberFormatException e) {
                // Said below.
            }
            throw new TypeConversionException("'" + text + "' is not a number from 1 to 1000000");
        }
    }

    private static final class Endpoint implements ITypeConverter<URI> {

        @Override
        public URI convert(String text) {
            if (text.contains("@")) {
                throw new TypeConversionException("leave out user and password, which nobody asks for there and"
                        + " which other users of this computer can see");
            }
            return Addresses.endpoint(text)
                    .orElseThrow(() ->
                            new TypeConversionException("'" + text + "' is not a URL like http://127.0.0.1:5000"));
        }
    }

    private static final class Server implements ITypeConverter<InetSocketAddress> {

        @Override
        public InetSocketAddress convert(String text) {
            return Addresses.nameServer(text)
                    .orElseThrow(
                            () -> new TypeConversionException("'" + text + "' is not a name server like 127.0.0.1:53"));
        }
    }
}
