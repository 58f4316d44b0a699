package dev.essha.cloud.aws;

import static dev.essha.cloud.aws.Facts.number;
import static dev.essha.cloud.aws.Facts.text;
import static dev.essha.cloud.aws.Facts.yes;

import dev.essha.inventory.Data;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBParameterGroupStatus;
import software.amazon.awssdk.services.rds.model.MasterUserSecret;
import software.amazon.awssdk.services.rds.model.Parameter;
import software.amazon.awssdk.services.rds.model.Subnet;
import software.amazon.awssdk.services.secretsmanager.model.Filter;
import software.amazon.awssdk.services.secretsmanager.model.FilterNameStringType;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;

/** Databases, secrets and keys. */
final class DataLookups {

    /** The parameters of a database that are judged. */
    static final Set<String> PARAMETERS = Set.of("rds.force_ssl");

    private static final int VALUES_PER_FILTER = 10;

    /** The stage of the version that readers get. */
    private static final String CURRENT = "AWSCURRENT";

    private final AwsClients clients;

    DataLookups(AwsClients clients) {
        this.clients = clients;
    }

    /** A cluster's members are listed with the others; they are told apart by naming their cluster. */
    List<Data.Database> databases(String vpcId) {
        return clients.rds().describeDBInstancesPaginator().dbInstances().stream()
                .filter(db -> db.dbClusterIdentifier() == null)
                .filter(db -> db.dbSubnetGroup() != null
                        && vpcId.equals(db.dbSubnetGroup().vpcId()))
                .map(this::database)
                .sorted(Comparator.comparing(Data.Database::id))
                .toList();
    }

    /** Values are never asked for: the stages of a secret's versions tell whether it has one. */
    List<Data.Secret> secrets(List<String> namePrefixes) {
        return namePrefixes.stream()
                .distinct()
                .gather(Gatherers.windowFixed(VALUES_PER_FILTER))
                .flatMap(this::secretsNamed)
                .distinct()
                .sorted(Comparator.comparing(Data.Secret::name))
                .toList();
    }

    Optional<Data.Key> key(String keyArn) {
        return Existing.find(() -> clients.kms().describeKey(r -> r.keyId(keyArn)))
                .map(answer -> key(answer.keyMetadata()));
    }

    private Data.Database database(DBInstance db) {
        return new Data.Database(
                db.dbInstanceIdentifier(),
                db.dbInstanceArn(),
                text(db.dbInstanceStatus()),
                db.engine(),
                db.engineVersion(),
                db.dbInstanceClass(),
                yes(db.multiAZ()),
                text(db.availabilityZone()),
                text(db.secondaryAvailabilityZone()),
                db.dbSubnetGroup().vpcId(),
                zones(db.dbSubnetGroup().subnets()),
                yes(db.storageEncrypted()),
                text(db.kmsKeyId()),
                yes(db.publiclyAccessible()),
                yes(db.deletionProtection()),
                number(db.backupRetentionPeriod()),
                Optional.ofNullable(db.masterUserSecret())
                        .map(MasterUserSecret::secretArn)
                        .orElse(""),
                parameters(db));
    }

    /** The zones of a group's subnets, in order of name. */
    static List<String> zones(List<Subnet> subnets) {
        return subnets.stream()
                .map(Subnet::subnetAvailabilityZone)
                .map(zone -> zone.name())
                .distinct()
                .sorted()
                .toList();
    }

    /** A group has hundreds of parameters, so pages are read only until the judged ones are known. */
    private Map<String, String> parameters(DBInstance db) {
        return db.dbParameterGroups().stream()
                .map(DBParameterGroupStatus::dbParameterGroupName)
                .flatMap(group ->
                        clients
                                .rds()
                                .describeDBParametersPaginator(r -> r.dbParameterGroupName(group))
                                .parameters()
                                .stream())
                .filter(p -> PARAMETERS.contains(p.parameterName()))
                .limit(PARAMETERS.size())
                .collect(Collectors.toMap(
                        Parameter::parameterName, p -> text(p.parameterValue()), (a, b) -> b, TreeMap::new));
    }

    private Stream<Data.Secret> secretsNamed(List<String> prefixes) {
        Filter named =
                Filter.builder().key(FilterNameStringType.NAME).values(prefixes).build();
        return clients.secrets().listSecretsPaginator(r -> r.filters(named)).stream()
                .flatMap(page -> page.secretList().stream())
                .filter(secret -> prefixes.stream().anyMatch(secret.name()::startsWith))
                .map(DataLookups::secret);
    }

    private static Data.Secret secret(SecretListEntry secret) {
        boolean hasValue =
                secret.secretVersionsToStages().values().stream().anyMatch(stages -> stages.contains(CURRENT));
        return new Data.Secret(secret.name(), secret.arn(), text(secret.kmsKeyId()), hasValue);
    }

    private Data.Key key(KeyMetadata key) {
        boolean rotates = yes(
                clients.kms().getKeyRotationStatus(r -> r.keyId(key.keyId())).keyRotationEnabled());
        return new Data.Key(key.arn(), key.keyStateAsString(), rotates);
    }
}
