package dev.essha.cloud.aws;

import java.util.List;
import java.util.SortedMap;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagDescription;

/** Tags on VPCs and subnets that are there already. */
final class NetworkTags {

    private final AwsClients clients;

    NetworkTags(AwsClients clients) {
        this.clients = clients;
    }

    void put(List<String> ids, SortedMap<String, String> tags) {
        clients.ec2().createTags(r -> r.resources(ids).tags(tags(tags)));
    }

    /** One thing that has gone would fail the whole call, so it is asked first who still has the tags. */
    void remove(List<String> ids, List<String> keys) {
        List<String> tagged = tagged(ids, keys);
        if (!tagged.isEmpty()) {
            List<Tag> tags =
                    keys.stream().map(key -> Tag.builder().key(key).build()).toList();
            clients.ec2().deleteTags(r -> r.resources(tagged).tags(tags));
        }
    }

    private List<String> tagged(List<String> ids, List<String> keys) {
        return clients
                .ec2()
                .describeTagsPaginator(r -> r.filters(filter("resource-id", ids), filter("key", keys)))
                .tags()
                .stream()
                .map(TagDescription::resourceId)
                .distinct()
                .toList();
    }

    private static List<Tag> tags(SortedMap<String, String> tags) {
        return tags.entrySet().stream()
                .map(e -> Tag.builder().key(e.getKey()).value(e.getValue()).build())
                .toList();
    }

    private static Filter filter(String name, List<String> values) {
        return Filter.builder().name(name).values(values).build();
    }
}
