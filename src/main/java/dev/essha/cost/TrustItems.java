package dev.essha.cost;

import dev.essha.cost.Product.Kind;
import dev.essha.plan.DatabaseServer;
import dev.essha.plan.MessagingPlan.Authentication;
import dev.essha.plan.Plan;

/** The key, the secrets, and the registry. */
final class TrustItems {

    private TrustItems() {}

    static void add(BillDraft bill, Plan plan) {
        bill.monthly(Section.SECURITY, "key", Product.of(Kind.KEY), 1);
        bill.byUse(Section.SECURITY, "key-versions", Kind.KEY);
        bill.byUse(Section.SECURITY, "key-requests", Kind.KEY_REQUESTS);
        bill.monthly(Section.SECURITY, "secret", Product.of(Kind.SECRET), secrets(plan));
        bill.byUse(Section.SECURITY, "secret-requests", Kind.SECRET_REQUESTS);
        bill.byUse(Section.REGISTRY, "image-storage", Kind.IMAGE_STORAGE);
    }

    /** One for each logical database, the Kafka user's, and the master password that RDS keeps of each server. */
    private static long secrets(Plan plan) {
        int kafka = plan.messaging().authentication() == Authentication.SCRAM ? 1 : 0;
        return (long) plan.ess().servicesWithDatabase().size()
                + kafka
                + DatabaseServer.of(plan).size();
    }
}
