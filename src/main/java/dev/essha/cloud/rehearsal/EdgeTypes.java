package dev.essha.cloud.rehearsal;

/** Load balancers, what stands in front of them, names and certificates. {@link ResourceTypes} says how to read it. */
final class EdgeTypes {

    static final String TABLE = """
        AWS::CertificateManager::Certificate  arn:{partition}:acm:{region}:{account}:certificate/{uuid}
          replaced-by DomainName SubjectAlternativeNames DomainValidationOptions ValidationMethod KeyAlgorithm
        AWS::CloudFront::Distribution  E{HEX13}
          only-in aws aws-cn
          has Id={id} DomainName=d{hex13}.{cloudfront}
        AWS::ElasticLoadBalancingV2::Listener  arn:{partition}:elasticloadbalancing:{region}:{account}:listener/net/{hex16}/{hex12}
          has ListenerArn={id}
          replaced-by LoadBalancerArn
        AWS::ElasticLoadBalancingV2::LoadBalancer  arn:{partition}:elasticloadbalancing:{region}:{account}:loadbalancer/net/{name:Name}/{hex16}
          has LoadBalancerArn={id} LoadBalancerName={name:Name} LoadBalancerFullName=net/{name:Name}/{hex16}
          has DNSName={name:Name}-{hex16}.elb.{region}.{suffix} CanonicalHostedZoneID={zone}
          replaced-by Name Type Scheme
        AWS::ElasticLoadBalancingV2::TargetGroup  arn:{partition}:elasticloadbalancing:{region}:{account}:targetgroup/{name:Name}/{hex16}
          has TargetGroupArn={id} TargetGroupName={name:Name} TargetGroupFullName=targetgroup/{name:Name}/{hex16}
          replaced-by Name Port Protocol ProtocolVersion TargetType VpcId IpAddressType
        AWS::GlobalAccelerator::Accelerator  arn:{partition}:globalaccelerator::{account}:accelerator/{uuid}
          only-in aws
          has AcceleratorArn={id} DnsName=a{hex16}.awsglobalaccelerator.com
          has DualStackDnsName=a{hex16}.dualstack.awsglobalaccelerator.com Ipv4Addresses={ip};{ip2}
        AWS::GlobalAccelerator::EndpointGroup  {property:ListenerArn}/endpoint-group/{hex12}
          only-in aws
          has EndpointGroupArn={id}
          replaced-by EndpointGroupRegion ListenerArn
        AWS::GlobalAccelerator::Listener  {property:AcceleratorArn}/listener/{hex8}
          only-in aws
          has ListenerArn={id}
          replaced-by AcceleratorArn
        AWS::Route53::HealthCheck  {uuid}
          has HealthCheckId={id}
          replaced-by HealthCheckConfig.Type HealthCheckConfig.MeasureLatency HealthCheckConfig.RequestInterval
        AWS::Route53::HostedZone  Z{HEX19}
          has Id={id} NameServers=ns-1536.awsdns-00.co.uk;ns-0.awsdns-00.com;ns-1024.awsdns-00.org;ns-512.awsdns-00.net
          replaced-by Name
        AWS::Route53::RecordSet  {property:Name}
          has Id={id}
          replaced-by Name HostedZoneId HostedZoneName
        AWS::WAFv2::IPSet  {name:Name}|{uuid}|{property:Scope}
          has Arn=arn:{partition}:wafv2:{region}:{account}:{scope}/ipset/{name:Name}/{uuid} Id={uuid}
          replaced-by Name Scope
        AWS::WAFv2::LoggingConfiguration  {property:ResourceArn}
          replaced-by ResourceArn
        AWS::WAFv2::WebACL  {name:Name}|{uuid}|{property:Scope}
          has Arn=arn:{partition}:wafv2:{region}:{account}:{scope}/webacl/{name:Name}/{uuid} Id={uuid} Capacity=100
          has LabelNamespace=awswaf:{account}:webacl:{name:Name}:
          replaced-by Name Scope
        """;

    private EdgeTypes() {}
}
