package dev.essha.cloud.rehearsal;

/** The cluster, images, identities, logs. {@link ResourceTypes} says how to read it. */
final class ComputeTypes {

    static final String TABLE = """
        AWS::CloudWatch::Alarm  {name:AlarmName}
          has Arn=arn:{partition}:cloudwatch:{region}:{account}:alarm:{id}
          replaced-by AlarmName
        AWS::ECR::Repository  {lower:RepositoryName}
          has Arn=arn:{partition}:ecr:{region}:{account}:repository/{id}
          has RepositoryUri={account}.dkr.ecr.{region}.{suffix}/{id}
          replaced-by RepositoryName EncryptionConfiguration
        AWS::EKS::AccessEntry  {property:PrincipalArn}|{property:ClusterName}
          has AccessEntryArn=arn:{partition}:eks:{region}:{account}:access-entry/{property:ClusterName}/{uuid}
          replaced-by ClusterName PrincipalArn Type
        AWS::EKS::Addon  {property:ClusterName}|{property:AddonName}
          has Arn=arn:{partition}:eks:{region}:{account}:addon/{property:ClusterName}/{property:AddonName}/{uuid}
          replaced-by ClusterName AddonName NamespaceConfig
        AWS::EKS::Cluster  {name:Name}
          has Arn=arn:{partition}:eks:{region}:{account}:cluster/{id}
          has Endpoint=https://{HEX32}.gr7.{region}.eks.{suffix} ClusterSecurityGroupId=sg-{hex17}
          has OpenIdConnectIssuerUrl=https://oidc.eks.{region}.{suffix}/id/{HEX32} Id={uuid}
          has CertificateAuthorityData={hex32}
          replaced-by Name RoleArn EncryptionConfig OutpostConfig BootstrapSelfManagedAddons
          replaced-by KubernetesNetworkConfig.IpFamily KubernetesNetworkConfig.ServiceIpv4Cidr
          replaced-by AccessConfig.BootstrapClusterCreatorAdminPermissions
        AWS::EKS::Nodegroup  {property:ClusterName}/{name:NodegroupName}
          has Id={id} ClusterName={property:ClusterName} NodegroupName={name:NodegroupName}
          has Arn=arn:{partition}:eks:{region}:{account}:nodegroup/{id}/{uuid}
          replaced-by ClusterName NodegroupName NodeRole Subnets InstanceTypes DiskSize AmiType CapacityType
          replaced-by RemoteAccess
        AWS::EKS::PodIdentityAssociation  arn:{partition}:eks:{region}:{account}:podidentityassociation/{property:ClusterName}/a-{hex17}
          has AssociationArn={id} AssociationId=a-{hex17}
          replaced-by ClusterName Namespace ServiceAccount
        AWS::IAM::InstanceProfile  {name:InstanceProfileName}
          has Arn=arn:{partition}:iam::{account}:instance-profile/{id}
          replaced-by InstanceProfileName Path
        AWS::IAM::ManagedPolicy  arn:{partition}:iam::{account}:policy/{name:ManagedPolicyName}
          has PolicyArn={id} PolicyId=ANPA{HEX17}
          replaced-by ManagedPolicyName Description Path
        AWS::IAM::OIDCProvider  arn:{partition}:iam::{account}:oidc-provider/{hex17}
          has Arn={id}
          replaced-by Url
        AWS::IAM::Policy  {hex16}
          has Id={id}
        AWS::IAM::Role  {name:RoleName}
          has Arn=arn:{partition}:iam::{account}:role/{id} RoleId=AROA{HEX17}
          replaced-by RoleName Path
        AWS::IAM::RolePolicy  {property:PolicyName}|{property:RoleName}
          replaced-by PolicyName RoleName
        AWS::Logs::LogGroup  {name:LogGroupName}
          has Arn=arn:{partition}:logs:{region}:{account}:log-group:{id}:*
          replaced-by LogGroupName
        AWS::Logs::ResourcePolicy  {property:PolicyName}
          replaced-by PolicyName
        AWS::SNS::Topic  arn:{partition}:sns:{region}:{account}:{name:TopicName}
          has TopicArn={id} TopicName={name:TopicName}
          replaced-by TopicName FifoTopic
        """;

    private ComputeTypes() {}
}
