package dev.essha.cloud.rehearsal;

/** Databases, brokers, buckets, keys and secrets. {@link ResourceTypes} says how to read it. */
final class DataTypes {

    static final String TABLE = """
        AWS::KMS::Alias  {property:AliasName}
          replaced-by AliasName
        AWS::KMS::Key  {uuid}
          has Arn=arn:{partition}:kms:{region}:{account}:key/{id} KeyId={id}
        AWS::MSK::BatchScramSecret  {property:ClusterArn}
          replaced-by ClusterArn
        AWS::MSK::Cluster  arn:{partition}:kafka:{region}:{account}:cluster/{property:ClusterName}/{uuid}-5
          has Arn={id} CurrentVersion=K{HEX13}{version}
          replaced-by ClusterName BrokerNodeGroupInfo.BrokerAZDistribution BrokerNodeGroupInfo.ClientSubnets
          replaced-by BrokerNodeGroupInfo.SecurityGroups EncryptionInfo.EncryptionAtRest
          replaced-by EncryptionInfo.EncryptionInTransit.InCluster
        AWS::MSK::ClusterPolicy  {property:ClusterArn}
          has CurrentVersion=K{HEX13}{version}
          replaced-by ClusterArn
        AWS::MSK::Configuration  arn:{partition}:kafka:{region}:{account}:configuration/{property:Name}/{uuid}-5
          has Arn={id} LatestRevision.Revision={version} LatestRevision.Description={property:Description}
          replaced-by Name KafkaVersionsList
        AWS::RDS::DBCluster  {lower:DBClusterIdentifier}
          has Endpoint.Address={id}.cluster-{hex12}.{region}.rds.{suffix} Endpoint.Port={port}
          has ReadEndpoint.Address={id}.cluster-ro-{hex12}.{region}.rds.{suffix} DBClusterResourceId=cluster-{HEX26}
          has DBClusterArn=arn:{partition}:rds:{region}:{account}:cluster:{id}
          has MasterUserSecret.SecretArn=arn:{partition}:secretsmanager:{region}:{account}:secret:rds!cluster-{uuid}-{hex6}
          replaced-by DBClusterIdentifier DBSubnetGroupName DatabaseName KmsKeyId StorageEncrypted PubliclyAccessible
          replaced-by AvailabilityZones ClusterScalabilityType EngineMode SourceRegion SourceDBClusterIdentifier
          replaced-by SnapshotIdentifier RestoreToTime RestoreType UseLatestRestorableTime
          may-be-replaced-by Engine GlobalClusterIdentifier MasterUsername
        AWS::RDS::DBClusterParameterGroup  {lower:DBClusterParameterGroupName}
          has DBClusterParameterGroupName={id}
          replaced-by DBClusterParameterGroupName Description Family
        AWS::RDS::DBInstance  {lower:DBInstanceIdentifier}
          has Endpoint.Address={id}.{hex12}.{region}.rds.{suffix} Endpoint.Port={port}
          has Endpoint.HostedZoneId=Z{HEX13} DbiResourceId=db-{HEX26}
          has DBInstanceArn=arn:{partition}:rds:{region}:{account}:db:{id}
          has MasterUserSecret.SecretArn=arn:{partition}:secretsmanager:{region}:{account}:secret:rds!db-{uuid}-{hex6}
          replaced-by DBInstanceIdentifier DBClusterIdentifier DBName DBSubnetGroupName KmsKeyId MasterUsername
          replaced-by StorageEncrypted CharacterSetName SourceRegion Timezone BackupTarget
          may-be-replaced-by AutoMinorVersionUpgrade AvailabilityZone BackupRetentionPeriod DBParameterGroupName Engine
          may-be-replaced-by MultiAZ PerformanceInsightsKMSKeyId PreferredMaintenanceWindow StorageType
        AWS::RDS::DBParameterGroup  {lower:DBParameterGroupName}
          has DBParameterGroupName={id}
          replaced-by DBParameterGroupName Description Family
        AWS::RDS::DBSubnetGroup  {lower:DBSubnetGroupName}
          replaced-by DBSubnetGroupName
        AWS::S3::Bucket  {lower:BucketName}
          has Arn=arn:{partition}:s3:::{id} DomainName={id}.s3.{suffix}
          has RegionalDomainName={id}.s3.{region}.{suffix}
          replaced-by BucketName
        AWS::S3::BucketPolicy  {property:Bucket}
          replaced-by Bucket
        AWS::SecretsManager::ResourcePolicy  arn:{partition}:secretsmanager:{region}:{account}:policy:{hex17}
          has Id={id}
          replaced-by SecretId
        AWS::SecretsManager::Secret  arn:{partition}:secretsmanager:{region}:{account}:secret:{name:Name}-{hex6}
          has Id={id}
          replaced-by Name
        """;

    private DataTypes() {}
}
