package dev.essha.cloud.rehearsal;

import dev.essha.cloud.rehearsal.template.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The resource types that a rehearsal knows: physical id, attributes, and the properties whose change replaces the
 * resource. How long they take is in {@link dev.essha.cloud.TypicalTimes}.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html">Resource
 *     types: return values and "update requires"</a>
 */
final class ResourceTypes implements Types {

    static final ResourceTypes TABLE = new ResourceTypes("""
        AWS::CertificateManager::Certificate  arn:{partition}:acm:{region}:{account}:certificate/{uuid}
          replaced-by DomainName SubjectAlternativeNames DomainValidationOptions ValidationMethod KeyAlgorithm
        AWS::CloudWatch::Alarm  {name:AlarmName}
          has Arn=arn:{partition}:cloudwatch:{region}:{account}:alarm:{id}
          replaced-by AlarmName
        AWS::EC2::EIP  {ip}
          has AllocationId=eipalloc-{hex17} PublicIp={id}
          replaced-by Address NetworkBorderGroup
        AWS::EC2::FlowLog  fl-{hex17}
          has Id={id}
          replaced-by DeliverLogsPermissionArn LogGroupName LogDestination LogDestinationType LogFormat
          replaced-by MaxAggregationInterval ResourceId ResourceType TrafficType DestinationOptions
        AWS::EC2::InternetGateway  igw-{hex17}
          has InternetGatewayId={id}
        AWS::EC2::LaunchTemplate  lt-{hex17}
          has LaunchTemplateId={id} LatestVersionNumber={version} DefaultVersionNumber=1
          replaced-by LaunchTemplateName
        AWS::EC2::NatGateway  nat-{hex17}
          has NatGatewayId={id} EniId=eni-{hex17}
          replaced-by SubnetId AllocationId ConnectivityType VpcId AvailabilityMode PrivateIpAddress
        AWS::EC2::Route  {property:RouteTableId}|{property:DestinationCidrBlock}
          has CidrBlock={property:DestinationCidrBlock}
          replaced-by RouteTableId DestinationCidrBlock DestinationIpv6CidrBlock DestinationPrefixListId
        AWS::EC2::RouteTable  rtb-{hex17}
          has RouteTableId={id}
          replaced-by VpcId
        AWS::EC2::SecurityGroup  sg-{hex17}
          has GroupId={id} Id={id} VpcId={property:VpcId}
          replaced-by GroupDescription GroupName VpcId
        AWS::EC2::SecurityGroupEgress  sgr-{hex17}
          has Id={id}
          replaced-by GroupId IpProtocol FromPort ToPort CidrIp CidrIpv6 DestinationSecurityGroupId
          replaced-by DestinationPrefixListId
        AWS::EC2::SecurityGroupIngress  sgr-{hex17}
          has Id={id}
          replaced-by GroupId IpProtocol FromPort ToPort CidrIp CidrIpv6 SourceSecurityGroupId SourcePrefixListId
        AWS::EC2::Subnet  subnet-{hex17}
          has SubnetId={id} VpcId={property:VpcId} CidrBlock={property:CidrBlock}
          has AvailabilityZone={property:AvailabilityZone} NetworkAclAssociationId=aclassoc-{hex17}
          replaced-by VpcId AvailabilityZone AvailabilityZoneId CidrBlock
        AWS::EC2::SubnetRouteTableAssociation  rtbassoc-{hex17}
          has Id={id}
          replaced-by SubnetId RouteTableId
        AWS::EC2::VPC  vpc-{hex17}
          has VpcId={id} CidrBlock={property:CidrBlock} DefaultSecurityGroup=sg-{hex17} DefaultNetworkAcl=acl-{hex17}
          replaced-by CidrBlock Ipv4IpamPoolId Ipv4NetmaskLength
        AWS::EC2::VPCEndpoint  vpce-{hex17}
          has Id={id}
          replaced-by ServiceName VpcEndpointType VpcId
        AWS::EC2::VPCGatewayAttachment  IGW|{property:VpcId}
          has AttachmentType=IGW
          replaced-by VpcId
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
        AWS::ElasticLoadBalancingV2::Listener  arn:{partition}:elasticloadbalancing:{region}:{account}:listener/net/{hex16}/{hex12}
          has ListenerArn={id}
          replaced-by LoadBalancerArn
        AWS::ElasticLoadBalancingV2::LoadBalancer  arn:{partition}:elasticloadbalancing:{region}:{account}:loadbalancer/net/{name:Name}/{hex16}
          has LoadBalancerArn={id} LoadBalancerName={name:Name} LoadBalancerFullName=net/{name:Name}/{hex16}
          has DNSName={name:Name}-{hex16}.elb.{region}.{suffix} CanonicalHostedZoneID=Z{HEX13}
          replaced-by Name Type Scheme
        AWS::ElasticLoadBalancingV2::TargetGroup  arn:{partition}:elasticloadbalancing:{region}:{account}:targetgroup/{name:Name}/{hex16}
          has TargetGroupArn={id} TargetGroupName={name:Name} TargetGroupFullName=targetgroup/{name:Name}/{hex16}
          replaced-by Name Port Protocol ProtocolVersion TargetType VpcId IpAddressType
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
        AWS::KMS::Alias  {property:AliasName}
          replaced-by AliasName
        AWS::KMS::Key  {uuid}
          has Arn=arn:{partition}:kms:{region}:{account}:key/{id} KeyId={id}
        AWS::Logs::LogGroup  {name:LogGroupName}
          has Arn=arn:{partition}:logs:{region}:{account}:log-group:{id}:*
          replaced-by LogGroupName
        AWS::Logs::ResourcePolicy  {property:PolicyName}
          replaced-by PolicyName
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
        AWS::RDS::DBInstance  {lower:DBInstanceIdentifier}
          has Endpoint.Address={id}.{hex12}.{region}.rds.{suffix} Endpoint.Port={port}
          has Endpoint.HostedZoneId=Z{HEX13} DbiResourceId=db-{HEX26}
          has DBInstanceArn=arn:{partition}:rds:{region}:{account}:db:{id}
          has MasterUserSecret.SecretArn=arn:{partition}:secretsmanager:{region}:{account}:secret:rds!db-{uuid}-{hex6}
          replaced-by DBInstanceIdentifier DBClusterIdentifier DBName DBSubnetGroupName KmsKeyId MasterUsername
          replaced-by StorageEncrypted CharacterSetName SourceRegion Timezone BackupTarget
        AWS::RDS::DBParameterGroup  {lower:DBParameterGroupName}
          has DBParameterGroupName={id}
          replaced-by DBParameterGroupName Description Family
        AWS::RDS::DBSubnetGroup  {lower:DBSubnetGroupName}
          replaced-by DBSubnetGroupName
        AWS::Route53::RecordSet  {property:Name}
          has Id={id}
          replaced-by Name HostedZoneId HostedZoneName
        AWS::S3::Bucket  {lower:BucketName}
          has Arn=arn:{partition}:s3:::{id} DomainName={id}.s3.{suffix}
          has RegionalDomainName={id}.s3.{region}.{suffix}
          replaced-by BucketName
        AWS::S3::BucketPolicy  {property:Bucket}
          replaced-by Bucket
        AWS::SNS::Topic  arn:{partition}:sns:{region}:{account}:{name:TopicName}
          has TopicArn={id} TopicName={name:TopicName}
          replaced-by TopicName FifoTopic
        AWS::SecretsManager::ResourcePolicy  arn:{partition}:secretsmanager:{region}:{account}:policy:{hex17}
          has Id={id}
          replaced-by SecretId
        AWS::SecretsManager::Secret  arn:{partition}:secretsmanager:{region}:{account}:secret:{name:Name}-{hex6}
          has Id={id}
          replaced-by Name
        """);

    private final Map<String, ResourceType> byName = new LinkedHashMap<>();

    private ResourceTypes(String table) {
        List<String> block = new ArrayList<>();
        for (String line : table.lines().toList()) {
            if (!line.startsWith(" ")) {
                add(block);
                block = new ArrayList<>();
            }
            block.add(line.strip());
        }
        add(block);
    }

    @Override
    public boolean knows(String type) {
        return byName.containsKey(type);
    }

    @Override
    public boolean hasAttribute(String type, String attribute) {
        return get(type).attributeForms().containsKey(attribute);
    }

    ResourceType get(String type) {
        return Optional.ofNullable(byName.get(type))
                .orElseThrow(() -> new IllegalArgumentException("unknown resource type " + type));
    }

    private void add(List<String> block) {
        if (block.isEmpty()) {
            return;
        }
        String[] head = block.getFirst().split("\\s+", 2);
        Map<String, String> attributes = new LinkedHashMap<>();
        words(block, "has")
                .forEach(w -> attributes.put(w.substring(0, w.indexOf('=')), w.substring(w.indexOf('=') + 1)));
        byName.put(head[0], new ResourceType(head[0], head[1], attributes, words(block, "replaced-by")));
    }

    private static List<String> words(List<String> block, String column) {
        return block.stream()
                .filter(line -> line.startsWith(column + " "))
                .flatMap(line ->
                        Arrays.stream(line.substring(column.length()).strip().split("\\s+")))
                .toList();
    }
}
