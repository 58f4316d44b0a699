package dev.essha.cloud.rehearsal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A load balancer's protection from being deleted, which is one of its attributes. */
final class Protection {

    /** The property that holds them. */
    static final String ATTRIBUTES = "LoadBalancerAttributes";

    private static final String KEY = "deletion_protection.enabled";

    private Protection() {}

    static boolean isOn(Properties balancer) {
        return balancer.objects(ATTRIBUTES).stream().anyMatch(a -> a.text("Key").equals(KEY) && a.flag("Value"));
    }

    /** The attributes of a load balancer that may be deleted. */
    static List<Map<String, Object>> without(Properties balancer) {
        List<Map<String, Object>> attributes = new ArrayList<>();
        balancer.objects(ATTRIBUTES).forEach(a -> {
            Map<String, Object> copy = new LinkedHashMap<>(a.values());
            if (a.text("Key").equals(KEY)) {
                copy.put("Value", "false");
            }
            attributes.add(copy);
        });
        return attributes;
    }
}
