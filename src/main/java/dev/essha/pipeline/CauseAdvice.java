package dev.essha.pipeline;

import dev.essha.inventory.Offer;
import dev.essha.wording.Phrase;
import java.util.Optional;

/** What to do about the reason why a resource failed. */
record CauseAdvice(Advice advice, Limits limits) {

    /** @param type of the resource that failed */
    Phrase about(Cause cause, String type) {
        if (cause.isNoCapacity()) {
            return aboutCapacity(cause, type);
        }
        if (cause.isNotOffered()) {
            return aboutOffer(cause, type);
        }
        return cause.isLimit() ? aboutLimit(cause, type, limits.of(type)) : aboutCode(cause);
    }

    private Phrase aboutCode(Cause cause) {
        return switch (cause.handlerCode()) {
            case "AccessDenied" -> aboutDenial(cause, "advice.permission-named");
            case "UnauthorizedTaggingOperation" -> aboutDenial(cause, "advice.permission-to-tag");
            case "InvalidCredentials" -> advice.then("advice.sign-in-first");
            case "AlreadyExists" -> advice.aboutName(cause.identifier());
            case "InvalidRequest" -> advice.aboutRefusal();
            case "ResourceConflict" -> advice.then("advice.other-change-to-it");
            case "NotStabilized" -> advice.aboutStandstill();
            default -> advice.again();
        };
    }

    private Phrase aboutDenial(Cause cause, String otherwise) {
        return cause.action()
                .map(action -> advice.then("advice.permission", action))
                .orElseGet(() -> advice.then(otherwise));
    }

    /** RDS says of both, that a limit is reached and that it has none left, that a limit is exceeded. */
    private Phrase aboutLimit(Cause cause, String type, Optional<Offer.Quota> quota) {
        if (quota.isEmpty()) {
            return advice.then("advice.quota");
        }
        Offer.Quota known = quota.get();
        Offer.Limit limit = known.limit();
        if (isRoomIn(known) && type.startsWith("AWS::RDS::")) {
            return aboutCapacity(cause, type);
        }
        return advice.then(
                "advice.quota-used", limit.code(), limit.title(), limit.service(), known.allowed(), known.used());
    }

    private static boolean isRoomIn(Offer.Quota quota) {
        return quota.used() + 1 <= quota.allowed();
    }

    private static Phrase aboutCapacity(Cause cause, String type) {
        Phrase where = cause.zone().map(Phrase::asIs).orElseGet(() -> Phrase.of("advice.zones-of-plan"));
        return elsewhere("advice.no-capacity", cause, type, where);
    }

    private static Phrase aboutOffer(Cause cause, String type) {
        Phrase where = cause.zone().map(Phrase::asIs).orElseGet(() -> Phrase.of("advice.zone-of-plan"));
        return elsewhere("advice.not-offered", cause, type, where);
    }

    /** Four sentences each: the instance type may be known or not, and the setting that gives it. */
    private static Phrase elsewhere(String key, Cause cause, String type, Phrase where) {
        String setting = setting(type);
        return Phrase.of(
                key + (cause.instanceType().isEmpty() ? ".any" : ".type") + (setting.isEmpty() ? ".zones" : ".setting"),
                cause.instanceType().orElse(""),
                where,
                setting);
    }

    private static String setting(String type) {
        return switch (type) {
            case ResourceKind.NODE_GROUP -> "compute.instanceType";
            case ResourceKind.DATABASE, ResourceKind.DATABASE_CLUSTER -> "database.instanceClass";
            case ResourceKind.KAFKA -> "messaging.instanceType";
            default -> "";
        };
    }
}
