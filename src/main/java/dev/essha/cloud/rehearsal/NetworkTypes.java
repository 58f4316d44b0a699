package dev.essha.cloud.rehearsal;

/** EC2: the network. {@link ResourceTypes} says how to read it. */
final class NetworkTypes {

    static final String TABLE = """
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
          has NatGatewayId={id} EniId=eni-{hex17} RouteTableId=rtb-{hex17}
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
          replaced-by GroupId GroupName IpProtocol FromPort ToPort CidrIp CidrIpv6 SourceSecurityGroupId
          replaced-by SourceSecurityGroupName SourceSecurityGroupOwnerId SourcePrefixListId
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
          replaced-by ServiceName VpcEndpointType VpcId ServiceNetworkArn ResourceConfigurationArn ServiceRegion
          replaced-by DnsOptions.PrivateDnsPreference DnsOptions.PrivateDnsSpecifiedDomains
        AWS::EC2::VPCGatewayAttachment  IGW|{property:VpcId}
          has AttachmentType=IGW
          replaced-by VpcId
        """;

    private NetworkTypes() {}
}
