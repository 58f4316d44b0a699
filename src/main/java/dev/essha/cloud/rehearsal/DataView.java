package dev.essha.cloud.rehearsal;

import dev.essha.inventory.Data;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What RDS, Secrets Manager and KMS would tell. */
final class DataView {

    private static final String DATABASE = "AWS::RDS::DBInstance";

    private final AccountSnapshot account;

    DataView(AccountSnapshot account) {
        this.account = account;
    }

    List<Data.Database> databases(String vpcId) {
        return account.all(DATABASE).stream()
                .filter(d -> account.vpcOf(databaseSubnets(d)).equals(vpcId))
                .map(this::database)
                .sorted(Comparator.comparing(Data.Database::id))
                .toList();
    }

    /** The subnets of an instance's or a cluster's group; it runs in the first of them, standbys in those that follow. */
    List<String> databaseSubnets(Live database) {
        String group = database.properties().text("DBSubnetGroupName");
        return account.find("AWS::RDS::DBSubnetGroup", group).stream()
                .flatMap(g -> g.properties().texts("SubnetIds").stream())
                .sorted(Comparator.comparing(account::zone))
                .toList();
    }

    /** By prefix of the name; those that RDS manages are called {@code rds!db-...} and {@code rds!cluster-...}. */
    List<Data.Secret> secrets(List<String> namePrefixes) {
        Stream<Data.Secret> own =
                account.ready("AWS::SecretsManager::Secret").stream().map(this::secret);
        Stream<Data.Secret> managed = Stream.of(DATABASE, DatabaseClusterView.CLUSTER)
                .flatMap(type -> account.ready(type).stream())
                .filter(d -> d.properties().flag("ManageMasterUserPassword"))
                .map(this::masterSecret);
        return Stream.concat(own, managed)
                .filter(s -> namePrefixes.stream().anyMatch(s.name()::startsWith))
                .sorted(Comparator.comparing(Data.Secret::name))
                .toList();
    }

    Optional<Data.Key> key(String arn) {
        return account.ready("AWS::KMS::Key").stream()
                .filter(k -> k.attribute("Arn").equals(arn))
                .map(k ->
                        new Data.Key(arn, state(k.properties()), k.properties().flag("EnableKeyRotation")))
                .findFirst();
    }

    private Data.Database database(Live database) {
        Properties properties = database.properties();
        List<String> zones =
                databaseSubnets(database).stream().map(account::zone).toList();
        boolean multiAz = properties.flag("MultiAZ");
        return new Data.Database(
                database.physicalId(),
                database.attribute("DBInstanceArn"),
                database.ready() ? "available" : "creating",
                properties.text("Engine"),
                properties.text("EngineVersion"),
                properties.text("DBInstanceClass"),
                multiAz,
                zones.stream().findFirst().orElse(""),
                multiAz ? zones.stream().skip(1).findFirst().orElse("") : "",
                account.vpcOf(databaseSubnets(database)),
                zones,
                properties.flag("StorageEncrypted"),
                properties.text("KmsKeyId"),
                properties.flag("PubliclyAccessible"),
                properties.flag("DeletionProtection"),
                properties.number("BackupRetentionPeriod"),
                properties.flag("ManageMasterUserPassword") ? database.attribute("MasterUserSecret.SecretArn") : "",
                parameters("AWS::RDS::DBParameterGroup", properties.text("DBParameterGroupName")));
    }

    /** @param type of the group */
    Map<String, String> parameters(String type, String group) {
        Map<String, String> parameters = new TreeMap<>();
        account.find(type, group)
                .flatMap(g -> g.properties().at("Parameters"))
                .map(Properties::of)
                .orElse(Properties.NONE)
                .values()
                .forEach((name, value) -> parameters.put(name, Objects.toString(value)));
        return parameters;
    }

    private Data.Secret secret(Live secret) {
        Properties properties = secret.properties();
        String arn = secret.physicalId();
        String named = arn.substring(arn.indexOf(":secret:") + ":secret:".length());
        boolean hasValue = properties.at("GenerateSecretString").isPresent()
                || properties.at("SecretString").isPresent();
        return new Data.Secret(named.substring(0, named.lastIndexOf('-')), arn, properties.text("KmsKeyId"), hasValue);
    }

    private Data.Secret masterSecret(Live database) {
        String arn = database.attribute("MasterUserSecret.SecretArn");
        String name = arn.substring(arn.indexOf("rds!"), arn.lastIndexOf('-'));
        return new Data.Secret(name, arn, database.properties().text("MasterUserSecret.KmsKeyId"), true);
    }

    private static String state(Properties key) {
        if (key.flag(RehearsedActions.PENDING_DELETION)) {
            return "PendingDeletion";
        }
        boolean disabled = key.at("Enabled").isPresent() && !key.flag("Enabled");
        return disabled ? "Disabled" : "Enabled";
    }
}
