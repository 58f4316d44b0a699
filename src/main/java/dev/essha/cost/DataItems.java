package dev.essha.cost;

import dev.essha.cost.Product.Kind;
import dev.essha.plan.DatabasePlan;
import dev.essha.plan.DatabaseServer;
import dev.essha.plan.MessagingPlan;
import dev.essha.plan.Plan;
import dev.essha.plan.StoragePlan;

/** Bucket, databases, brokers. */
final class DataItems {

    private DataItems() {}

    static void add(BillDraft bill, Plan plan) {
        storage(bill, plan.storage());
        database(bill, plan);
        messaging(bill, plan);
    }

    private static void storage(BillDraft bill, StoragePlan plan) {
        bill.byUse(Section.STORAGE, "object-storage", Kind.OBJECT_STORAGE);
        if (plan.archiveColdObjects()) {
            bill.byUse(Section.STORAGE, "object-storage-seldom", Kind.OBJECT_STORAGE_SELDOM);
            bill.byUse(Section.STORAGE, "object-tiering", Kind.OBJECT_TIERING);
            bill.byUse(Section.STORAGE, "object-transitions", Kind.OBJECT_TRANSITIONS);
        }
        bill.byUse(Section.STORAGE, "object-writes", Kind.OBJECT_WRITES);
        bill.byUse(Section.STORAGE, "object-reads", Kind.OBJECT_READS);
    }

    private static void database(BillDraft bill, Plan plan) {
        DatabasePlan database = plan.database();
        int servers = DatabaseServer.of(plan).size();
        switch (database.topology()) {
            case MULTI_AZ_INSTANCE -> {
                bill.hourly(
                        Section.DATABASE,
                        "database-pair",
                        Product.of(Kind.DATABASE_PAIR, database.instanceClass()),
                        servers,
                        database.instanceClass());
                disks(bill, database, servers, "database-pair-storage", Product.of(Kind.DATABASE_PAIR_STORAGE));
            }
            case MULTI_AZ_CLUSTER -> {
                bill.hourly(
                        Section.DATABASE,
                        "database-cluster",
                        Product.of(Kind.DATABASE_CLUSTER, database.instanceClass()),
                        servers,
                        database.instanceClass());
                disks(bill, database, servers, "database-cluster-storage", Product.of(Kind.DATABASE_CLUSTER_STORAGE));
            }
        }
        bill.byUse(Section.DATABASE, "database-backup", Kind.DATABASE_BACKUP);
        Burst.family(database.instanceClass())
                .ifPresent(family ->
                        bill.byUse(Section.DATABASE, "database-burst", Product.of(Kind.DATABASE_BURST, family)));
    }

    private static void disks(BillDraft bill, DatabasePlan database, int servers, String id, Product product) {
        bill.stored(Section.DATABASE, id, product, servers, database.storageGiB(), database.storageGiB());
        if (database.maxStorageGiB() > database.storageGiB()) {
            bill.byUse(Section.DATABASE, "database-growth", product, database.maxStorageGiB());
        }
    }

    private static void messaging(BillDraft bill, Plan plan) {
        MessagingPlan messaging = plan.messaging();
        long brokers = (long) plan.network().kafkaZones().size() * messaging.brokersPerZone();
        String type = messaging.instanceType();
        bill.hourly(Section.MESSAGING, "broker", Product.of(Kind.BROKER, type), brokers, type);
        Product disk = Product.of(Kind.BROKER_STORAGE);
        bill.stored(Section.MESSAGING, "broker-storage", disk, brokers, messaging.storageGiB(), messaging.storageGiB());
    }
}
