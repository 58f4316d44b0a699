package dev.essha.launch;

/**
 * Changes of a plan: settings before ({@code from}) and after ({@code to}), what the preview says of each stage, what has
 * to be named ({@code replace}), and {@code refused} where it is refused for good reason and not done at all.
 */
final class PlanChanges {

    static final String TABLE = """
        grow the database's storage
        to database.storageGiB=200
        says database: changed in place Instance

        another database class
        to database.instanceClass=db.m7g.xlarge
        says database: changed with interruption Instance

        a new minor version of PostgreSQL
        from database.engineVersion="17.6"
        to database.engineVersion="17.9"
        says database: changed with interruption Instance

        longer backups
        from database.backupDays=7
        to database.backupDays=35
        says database: changed in place Instance

        another broker type
        to messaging.instanceType=kafka.m7g.xlarge
        says messaging: changed with interruption Cluster

        more storage for brokers
        to messaging.storageGiB=500
        says messaging: changed in place Cluster

        storage, type and version of brokers at once
        from messaging.kafkaVersion=3.8.x
        to messaging.kafkaVersion=3.9.x
        to messaging.storageGiB=500
        to messaging.instanceType=kafka.m7g.xlarge
        says messaging: changed with interruption Cluster; takes 3 change sets, one after the other, as AWS does not take all at once

        a new Kafka version
        from messaging.kafkaVersion=3.8.x
        to messaging.kafkaVersion=3.9.x
        says messaging: changed with interruption Cluster

        more nodes
        to compute.nodesPerZone=3
        says compute: changed in place NodesA, NodesB, NodesC

        more nodes of another type
        to compute.nodesPerZone=3
        to compute.instanceType=m6i.2xlarge
        says compute: changed in place NodeTemplate; changed with interruption NodesA, NodesB, NodesC; takes 2 change sets, one after the other, as AWS does not take all at once

        another node type
        to compute.instanceType=m6i.2xlarge
        says compute: changed in place NodeTemplate; changed with interruption NodesA, NodesB, NodesC

        another node port
        to edge.nodePort=31443
        says network: replaced LoadBalancerToNodes, NodesFromLoadBalancer
        says edge: changed in place Listener; replaced Nodes
        says nodes: 3 of 3 node groups are behind the load balancers; follows what it takes from edge

        other clients
        to edge.allowedCidrs=[198.51.100.0/24]
        says access: added From198Dot51Dot100Dot0Slash24; removed From0Dot0Dot0Dot0Slash0

        tags
        to tags={team: web}
        says network: outputs or tags only
        says security: outputs or tags only
        says registry: outputs or tags only
        says storage: outputs or tags only
        says database: outputs or tags only
        says messaging: outputs or tags only
        says compute: changed in place NodeTemplate; changed with interruption NodesA, NodesB, NodesC; takes 2 change sets, one after the other, as AWS does not take all at once
        says edge: outputs or tags only
        says access: outputs or tags only
        says dns: outputs or tags only

        shorter flow logs
        to network.flowLogDays=30
        says network: changed in place FlowLogGroup

        a fourth zone
        to network.zones=[{name: eu-central-1a, publicCidr: 10.40.224.0/24, privateCidr: 10.40.0.0/19}, {name: eu-central-1b, publicCidr: 10.40.225.0/24, privateCidr: 10.40.32.0/19}, {name: eu-central-1c, publicCidr: 10.40.226.0/24, privateCidr: 10.40.64.0/19}, {name: eu-central-1d, publicCidr: 10.40.227.0/24, privateCidr: 10.40.96.0/19}]
        says network: added 8 resources; changed in place S3Endpoint
        says database: follows what it takes from network
        says messaging: follows what it takes from network
        says compute: cannot be compared before network is up to date
        says edge: follows what it takes from network

        another range of addresses
        to network.vpcCidr=10.50.0.0/16
        to network.zones=[eu-central-1a, eu-central-1b, eu-central-1c]
        says network: may be replaced 29 resources; replaced 7 resources
        says database: follows what it takes from network
        says messaging: follows what it takes from network
        says compute: follows what it takes from network
        says edge: follows what it takes from network
        says access: follows what it takes from network
        replace network/PrivateSubnetA
        replace network/PrivateSubnetB
        replace network/PrivateSubnetC
        replace network/PublicSubnetA
        replace network/PublicSubnetB
        replace network/PublicSubnetC
        replace network/Vpc
        refused

        one repository less
        from registry.repositories=[access-grant, authorization, openid]
        to registry.repositories=[access-grant, authorization]
        says registry: removed RepositoryOpenid
        replace registry/RepositoryOpenid

        one service less
        to ess.webid=false
        says security: removed DatabaseSecretWebid
        says compute: follows what it takes from security
        replace security/DatabaseSecretWebid

        a load balancer for each zone
        to edge.loadBalancing=per-zone
        says edge: added 16 resources
        says nodes: waits for edge
        says dns: changed in place DomainRecord, WildcardRecord
        says clean-up: removed ess-demo-edge; what the plan has no more
        says hand-over: waits for edge

        one load balancer again
        from edge.loadBalancing=per-zone
        to edge.loadBalancing=single
        says edge: added Certificate, LoadBalancer, Nodes, Listener
        says nodes: waits for edge
        says dns: cannot be compared before edge is up to date
        says clean-up: removed ess-demo-edge-zones; what the plan has no more
        says hand-over: waits for edge

        an accelerator in front
        from edge.loadBalancing=per-zone
        to edge.loadBalancing=fronted
        says edge: changed in place RecordA, RecordB, RecordC; removed HealthCheckA, HealthCheckB, HealthCheckC
        says accelerator: added Accelerator, Listener, Endpoints
        says dns: cannot be compared before accelerator is up to date
        says hand-over: waits for accelerator

        no accelerator any more
        from edge.loadBalancing=fronted
        to edge.loadBalancing=per-zone
        says edge: added HealthCheckA, HealthCheckB, HealthCheckC; changed in place RecordA, RecordB, RecordC
        says dns: changed in place DomainRecord, WildcardRecord
        says clean-up: removed ess-demo-accelerator; what the plan has no more

        a gateway
        to edge.gateway=cloudfront
        says gateway: added 5 resources
        says access: added FromGateway
        says dns: cannot be compared before gateway is up to date
        says clean-up: removed ess-demo-access; what the plan has no more
        says hand-over: waits for gateway

        no gateway any more
        from edge.gateway=cloudfront
        to edge.gateway=none
        says access: added From0Dot0Dot0Dot0Slash0
        says dns: changed in place DomainRecord, WildcardRecord
        says clean-up: removed ess-demo-access-gateway, ess-demo-gateway-eu-central-1; what the plan has no more

        a private zone
        to domain.privateZone=true
        says network: added InternalSecurityGroup, InternalFromNodes, InternalToNodes, NodesFromInternal
        says edge: cannot be compared before network is up to date
        says dns: cannot be compared before edge is up to date
        says hand-over: waits for dns

        a load balancer for each zone, and inside the network
        from domain.privateZone=true
        to edge.loadBalancing=per-zone
        says edge: added 19 resources
        says nodes: waits for edge
        says dns: cannot be compared before edge is up to date
        says clean-up: removed ess-demo-edge; what the plan has no more
        says hand-over: waits for edge

        one NAT gateway for all zones
        to network.egress=regional-nat
        says network: added RegionalNatAddressA, RegionalNatAddressB, RegionalNatAddressC, RegionalNatGateway; changed with interruption PrivateRouteA, PrivateRouteB, PrivateRouteC; removed 6 resources

        no way out
        to network.egress=none
        says network: added 12 resources; changed in place NodeSecurityGroup; removed 9 resources

        a database cluster
        from database.instanceClass=db.m6gd.large
        from database.maxStorageGiB=100
        to database.topology=multi-az-cluster
        says database: added ClusterParameters, ClusterPostgresqlLog, ClusterUpgradeLog, Cluster; removed Parameters, PostgresqlLog, UpgradeLog, Instance
        says hand-over: waits for database
        replace database/Instance

        a database for each service
        to database.sharing=per-service
        says database: added 21 resources; removed PostgresqlLog, UpgradeLog, Instance
        says hand-over: the databases delivered 1 parts of their output DatabaseEndpoints, and the plan has 7 databases
        replace database/Instance

        another major version of PostgreSQL
        from database.engineVersion="16.13"
        to database.engineVersion="17.9"
        says database: changed with interruption Instance; replaced Parameters

        a zone less
        from network.zones=[{name: eu-central-1a, publicCidr: 10.40.224.0/24, privateCidr: 10.40.0.0/19}, {name: eu-central-1b, publicCidr: 10.40.225.0/24, privateCidr: 10.40.32.0/19}, {name: eu-central-1c, publicCidr: 10.40.226.0/24, privateCidr: 10.40.64.0/19}, {name: eu-central-1d, publicCidr: 10.40.227.0/24, privateCidr: 10.40.96.0/19}]
        to network.zones=[{name: eu-central-1a, publicCidr: 10.40.224.0/24, privateCidr: 10.40.0.0/19}, {name: eu-central-1b, publicCidr: 10.40.225.0/24, privateCidr: 10.40.32.0/19}, {name: eu-central-1c, publicCidr: 10.40.226.0/24, privateCidr: 10.40.64.0/19}]
        says network: changed in place S3Endpoint; removed 8 resources
        says database: follows what it takes from network
        says messaging: follows what it takes from network
        says compute: removed NodesD; follows what it takes from network
        says edge: follows what it takes from network
        replace network/PrivateSubnetD
        replace network/PublicSubnetD
        refused

        the Search service
        to ess.search=true
        says security: added DatabaseSecretSearch
        says compute: follows what it takes from security

        records elsewhere
        to domain.dns=elsewhere
        says edge: changed in place Listener; replaced Certificate
        """;

    private PlanChanges() {}
}
