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

        a new Kafka version
        from messaging.kafkaVersion=3.8.x
        to messaging.kafkaVersion=3.9.x
        says messaging: changed with interruption Cluster

        more nodes
        to compute.nodesPerZone=3
        says compute: changed in place NodesA, NodesB, NodesC

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
        says compute: changed in place NodeTemplate; changed with interruption NodesA, NodesB, NodesC
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
        """;

    private PlanChanges() {}
}
