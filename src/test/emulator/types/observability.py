"""Log groups, alarms, topics."""

from . import Handler, retag


class LogGroup(Handler):
    type = "AWS::Logs::LogGroup"
    handles = ("LogGroupName", "RetentionInDays", "KmsKeyId", "Tags")
    ignores = {"LogGroupClass": "moto knows one class of log groups"}

    def create(self, context, props):
        logs, name = context.client("logs"), props.get("LogGroupName") or context.name(512)
        key = {"kmsKeyId": props["KmsKeyId"]} if "KmsKeyId" in props else {}
        logs.create_log_group(logGroupName=name, tags=context.tags(props.get("Tags")), **key)
        self._retention(logs, name, props)
        return name

    def _retention(self, logs, name, props):
        if "RetentionInDays" in props:
            logs.put_retention_policy(logGroupName=name, retentionInDays=props["RetentionInDays"])
        else:
            logs.delete_retention_policy(logGroupName=name)

    def _arn(self, context, physical):
        return f"arn:{context.partition}:logs:{context.region}:{context.account}:log-group:{physical}"

    def attributes(self, context, physical, props):
        return {"Arn": self._arn(context, physical) + ":*"}

    def update(self, context, physical, old, new, changed):
        logs, arn = context.client("logs"), self._arn(context, physical)
        self._retention(logs, physical, new)
        if "KmsKeyId" in changed:
            logs.associate_kms_key(logGroupName=physical, kmsKeyId=new["KmsKeyId"])
        if "Tags" in changed:
            present = logs.list_tags_for_resource(resourceArn=arn)["tags"]
            retag(
                lambda t: logs.tag_resource(resourceArn=arn, tags=t), lambda keys: logs.untag_resource(resourceArn=arn, tagKeys=keys),
                present, context.tags(new.get("Tags")),
            )

    def delete(self, context, physical, props, snapshot):
        context.client("logs").delete_log_group(logGroupName=physical)


class Alarm(Handler):
    type = "AWS::CloudWatch::Alarm"
    handles = (
        "AlarmName", "AlarmDescription", "ActionsEnabled", "OKActions", "AlarmActions", "InsufficientDataActions", "MetricName",
        "Namespace", "Statistic", "ExtendedStatistic", "Dimensions", "Period", "Unit", "EvaluationPeriods", "DatapointsToAlarm",
        "Threshold", "ComparisonOperator", "TreatMissingData", "Metrics", "Tags",
    )

    def create(self, context, props):
        name = props.get("AlarmName") or context.name(255)
        self._put(context, name, props)
        return name

    def _put(self, context, name, props):
        asked = {k: v for k, v in props.items() if k not in ("AlarmName", "Tags")}
        context.client("cloudwatch").put_metric_alarm(AlarmName=name, Tags=context.tag_list(props.get("Tags")), **asked)

    def attributes(self, context, physical, props):
        return {"Arn": f"arn:{context.partition}:cloudwatch:{context.region}:{context.account}:alarm:{physical}"}

    def update(self, context, physical, old, new, changed):
        self._put(context, physical, new)

    def delete(self, context, physical, props, snapshot):
        context.client("cloudwatch").delete_alarms(AlarmNames=[physical])


class Topic(Handler):
    type = "AWS::SNS::Topic"
    handles = ("TopicName", "DisplayName", "KmsMasterKeyId", "Subscription", "Tags")

    def create(self, context, props):
        sns = context.client("sns")
        attributes = {k: props[k] for k in ("DisplayName", "KmsMasterKeyId") if k in props}
        arn = sns.create_topic(
            Name=props.get("TopicName") or context.name(256), Attributes=attributes, Tags=context.tag_list(props.get("Tags"))
        )["TopicArn"]
        for subscription in props.get("Subscription", []):
            sns.subscribe(TopicArn=arn, Protocol=subscription["Protocol"], Endpoint=subscription["Endpoint"])
        return arn

    def attributes(self, context, physical, props):
        return {"TopicArn": physical, "TopicName": physical.rsplit(":", 1)[1]}

    def update(self, context, physical, old, new, changed):
        sns = context.client("sns")
        for name in changed & {"DisplayName", "KmsMasterKeyId"}:
            sns.set_topic_attributes(TopicArn=physical, AttributeName=name, AttributeValue=new.get(name, ""))
        if "Tags" in changed:
            present = {t["Key"]: t["Value"] for t in sns.list_tags_for_resource(ResourceArn=physical)["Tags"]}
            retag(
                lambda t: sns.tag_resource(ResourceArn=physical, Tags=[{"Key": k, "Value": v} for k, v in t.items()]),
                lambda keys: sns.untag_resource(ResourceArn=physical, TagKeys=keys), present, context.tags(new.get("Tags")),
            )

    def delete(self, context, physical, props, snapshot):
        sns = context.client("sns")
        for subscription in sns.list_subscriptions_by_topic(TopicArn=physical)["Subscriptions"]:
            sns.unsubscribe(SubscriptionArn=subscription["SubscriptionArn"])
        sns.delete_topic(TopicArn=physical)
