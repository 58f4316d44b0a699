package dev.essha.pipeline;

import dev.essha.inventory.Offer;
import java.util.Optional;

/** What to do about the reason why a resource failed. */
record CauseAdvice(Advice advice, Limits limits) {

    /** @param type of the resource that failed */
    String about(Cause cause, String type) {
        if (cause.isNoCapacity()) {
            return aboutCapacity(cause, type);
        }
        if (cause.isNotOffered()) {
            return aboutOffer(cause, type);
        }
        return cause.isLimit() ? aboutLimit(cause, type, limits.of(type)) : aboutCode(cause);
    }

    private String aboutCode(Cause cause) {
        return switch (cause.handlerCode()) {
            case "AccessDenied" -> aboutDenial(cause, "Give the signed-in role the permission that is named");
            case "UnauthorizedTaggingOperation" ->
                aboutDenial(cause, "Give the signed-in role the permission to tag it");
            case "InvalidCredentials" -> advice.then("Sign in again");
            case "AlreadyExists" -> aboutName(advice, cause.identifier());
            case "InvalidRequest" -> advice.then(advice.aboutRefusal());
            case "ResourceConflict" -> advice.then("Wait until the other change to it has ended");
            case "NotStabilized" -> advice.then(advice.aboutStandstill());
            default -> advice.again();
        };
    }

    private String aboutDenial(Cause cause, String otherwise) {
        return advice.then(cause.action()
                .map(action -> "Give the signed-in role the permission " + action)
                .orElse(otherwise));
    }

    /** @param taken who has the name, if that is known */
    static String aboutName(Advice advice, Optional<String> taken) {
        String who = taken.map(t -> t + ", which has this name already").orElse("what has this name already");
        return advice.then("Remove or rename " + who)
                + " A plan with another deployment name has other names everywhere.";
    }

    /** RDS says of both, that a limit is reached and that it has none left, that a limit is exceeded. */
    private String aboutLimit(Cause cause, String type, Optional<Offer.Quota> quota) {
        if (quota.isEmpty()) {
            return advice.then("Ask for a higher quota in the Service Quotas console");
        }
        Offer.Quota known = quota.get();
        Offer.Limit limit = known.limit();
        if (isRoomIn(known) && type.startsWith("AWS::RDS::")) {
            return aboutCapacity(cause, type);
        }
        return advice.then(
                "The quota %s (%s, of %s) is %.0f, and %d are in use: ask for a higher one in the Service Quotas console"
                        .formatted(limit.code(), limit.title(), limit.service(), known.allowed(), known.used()));
    }

    private static boolean isRoomIn(Offer.Quota quota) {
        return quota.used() + 1 <= quota.allowed();
    }

    private String aboutCapacity(Cause cause, String type) {
        return "AWS has no %s left in %s at the moment. Install again later, or %s: then install again."
                .formatted(
                        cause.instanceType().orElse("capacity"),
                        cause.zone().orElse("the zones of the plan"),
                        otherwise(type));
    }

    private String aboutOffer(Cause cause, String type) {
        return "AWS does not offer %s in %s: %s, then install again."
                .formatted(
                        cause.instanceType().orElse("this"),
                        cause.zone().orElse("a zone of the plan"),
                        otherwise(type));
    }

    private static String otherwise(String type) {
        String setting = switch (type) {
            case ResourceKind.NODE_GROUP -> "compute.instanceType";
            case ResourceKind.DATABASE, ResourceKind.DATABASE_CLUSTER -> "database.instanceClass";
            case ResourceKind.KAFKA -> "messaging.instanceType";
            default -> "";
        };
        String zones = "other zones (network.zones), which is easy only while nothing stands in them";
        return setting.isEmpty() ? "choose " + zones : "choose another type (%s) or %s".formatted(setting, zones);
    }
}
