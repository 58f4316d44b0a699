package dev.essha.cloud.aws;

import java.util.List;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;

/** CloudWatch Logs groups that nobody holds any more. */
final class LogGroupActions {

    private final AwsClients clients;

    LogGroupActions(AwsClients clients) {
        this.clients = clients;
    }

    List<String> existing(List<String> names) {
        return names.stream().distinct().sorted().filter(this::exists).toList();
    }

    void delete(String name) {
        Existing.ifThere(() -> clients.logs().deleteLogGroup(r -> r.logGroupName(name)));
    }

    /** The API finds prefixes only. */
    private boolean exists(String name) {
        return clients.logs().describeLogGroupsPaginator(r -> r.logGroupNamePrefix(name)).logGroups().stream()
                .map(LogGroup::logGroupName)
                .anyMatch(name::equals);
    }
}
