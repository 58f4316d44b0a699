"""Log groups, alarms, topics."""

from . import of, only, pick, tags


@of("AWS::Logs::LogGroup")
def log_group(context, physical, props):
    logs = context.client("logs")
    pages = logs.get_paginator("describe_log_groups").paginate(logGroupNamePrefix=physical)
    found = only([g for page in pages for g in page["logGroups"] if g["logGroupName"] == physical], physical)
    arn = found["arn"].removesuffix(":*")
    return {
        "LogGroupName": physical, "RetentionInDays": found.get("retentionInDays"), "KmsKeyId": found.get("kmsKeyId"),
        "Tags": logs.list_tags_for_resource(resourceArn=arn)["tags"],
    }


@of("AWS::CloudWatch::Alarm")
def alarm(context, physical, props):
    cloudwatch = context.client("cloudwatch")
    found = only(cloudwatch.describe_alarms(AlarmNames=[physical])["MetricAlarms"], physical)
    return found | {"Tags": tags(cloudwatch.list_tags_for_resource(ResourceARN=found["AlarmArn"])["Tags"])}


@of("AWS::SNS::Topic")
def topic(context, physical, props):
    sns = context.client("sns")
    found = sns.get_topic_attributes(TopicArn=physical)["Attributes"]
    subscriptions = sns.list_subscriptions_by_topic(TopicArn=physical)["Subscriptions"]
    return pick(found, "DisplayName", "KmsMasterKeyId") | {
        "TopicName": physical.rsplit(":", 1)[1], "Subscription": [pick(s, "Protocol", "Endpoint") for s in subscriptions],
        "Tags": tags(sns.list_tags_for_resource(ResourceArn=physical)["Tags"]),
    }
