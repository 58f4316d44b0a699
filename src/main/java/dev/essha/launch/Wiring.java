package dev.essha.launch;

import dev.essha.application.Places;
import dev.essha.cloud.aws.AwsCloud;
import dev.essha.cloud.aws.AwsHome;
import dev.essha.cloud.aws.AwsSettings;
import dev.essha.cloud.aws.AwsSignIns;
import dev.essha.cloud.rehearsal.RehearsalCloud;
import dev.essha.cloud.rehearsal.RehearsalSettings;
import dev.essha.cloud.signin.SignIns;
import dev.essha.plan.AccountId;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.Plan;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** Chooses and opens the place where a command runs. */
final class Wiring implements Places {

    /** An account number that AWS reserves for documentation. */
    private static final AccountId REHEARSED = new AccountId("111122223333");

    private final Surroundings surroundings;
    private final String version;
    private final Consumer<RehearsalCloud> rehearsed;

    Wiring(Surroundings surroundings, String version) {
        this(surroundings, version, _ -> {});
    }

    /** @param rehearsed is handed each account in memory as it is opened: whoever plays its fate */
    Wiring(Surroundings surroundings, String version, Consumer<RehearsalCloud> rehearsed) {
        this.surroundings = surroundings;
        this.version = version;
        this.rehearsed = rehearsed;
    }

    @Override
    public Session open(Plan plan, Choice choice) {
        return choice.rehearse() ? rehearsal(plan, choice) : account(plan, choice);
    }

    /** What this computer knows of signing in to AWS. */
    SignIns signIns() {
        return AwsSignIns.of(home(), version);
    }

    private Session account(Plan plan, Choice choice) {
        AwsCloud cloud = AwsCloud.open(settings(plan, choice));
        return new Session(cloud, cloud.signedIn(), new SystemTime(), Wiring::chance);
    }

    private static double chance() {
        return ThreadLocalRandom.current().nextDouble();
    }

    private Session rehearsal(Plan plan, Choice choice) {
        CompressedTime time = new CompressedTime(Instant.now(), choice.speed());
        RehearsalSettings settings = rehearsed(plan, time);
        if (choice.keep()) {
            settings = settings.withStateFile(
                    surroundings.stateFolder().resolve("rehearsals").resolve(plan.name() + ".json"));
        }
        RehearsalCloud cloud = RehearsalCloud.open(settings);
        rehearsed.accept(cloud);
        return new Session(cloud, cloud.signedIn(), time, Wiring::chance);
    }

    /** An account with what a plan takes for granted: its VPC if that is there already, and the zone of its domain. */
    static RehearsalSettings rehearsed(Plan plan, InstantSource time) {
        RehearsalSettings account = RehearsalSettings.of(plan.account().orElse(REHEARSED), plan.region(), time);
        return withDns(account, plan.domain()).withVpcOf(plan.network());
    }

    /** The zone that the domain is in, or that it is the apex of. */
    private static RehearsalSettings withDns(RehearsalSettings settings, DomainPlan domain) {
        return switch (domain.dns()) {
            case ROUTE53 ->
                domain.apex()
                        ? settings.withHostedZone(domain.name(), domain.hostedZoneId())
                        : settings.withHostedZoneFor(domain.name(), domain.hostedZoneId());
            case ELSEWHERE ->
                domain.apex()
                        ? settings.withZoneElsewhere(domain.name())
                        : settings.withZoneElsewhereFor(domain.name());
        };
    }

    private AwsSettings settings(Plan plan, Choice choice) {
        return new AwsSettings(plan.region(), choice.endpoint(), choice.login(), home(), choice.dnsServer(), version);
    }

    private AwsHome home() {
        return new AwsHome(surroundings.home(), surroundings.environment());
    }
}
