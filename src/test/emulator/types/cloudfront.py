"""CloudFront distributions."""

import uuid

from ..services import cloudfront
from . import Handler, retag
from .cloudfront_spelling import to_api


class Distribution(Handler):
    type = "AWS::CloudFront::Distribution"
    handles = ("DistributionConfig", "Tags")

    def create(self, context, props):
        wanted = to_api(props["DistributionConfig"]) | {"CallerReference": str(uuid.uuid4())}
        tags = context.tag_list(props.get("Tags"))
        made = context.client("cloudfront").create_distribution_with_tags(
            DistributionConfigWithTags={"DistributionConfig": wanted, "Tags": {"Items": tags}}
        )
        return made["Distribution"]["Id"]

    def settle(self, context, physical, props):
        cloudfront.settle(context.account, physical)

    def attributes(self, context, physical, props):
        return {"Id": physical, "DomainName": context.client("cloudfront").get_distribution(Id=physical)["Distribution"]["DomainName"]}

    def update(self, context, physical, old, new, changed):
        api = context.client("cloudfront")
        if "Tags" in changed:
            arn = api.get_distribution(Id=physical)["Distribution"]["ARN"]
            present = {t["Key"]: t["Value"] for t in api.list_tags_for_resource(Resource=arn)["Tags"].get("Items", [])}
            retag(
                lambda t: api.tag_resource(Resource=arn, Tags={"Items": [{"Key": k, "Value": v} for k, v in t.items()]}),
                lambda keys: api.untag_resource(Resource=arn, TagKeys={"Items": keys}), present, context.tags(new.get("Tags")),
            )
        if "DistributionConfig" in changed:
            self._put(api, physical, to_api(new["DistributionConfig"]))

    @staticmethod
    def _put(api, physical, wanted):
        found = api.get_distribution_config(Id=physical)
        reference = {"CallerReference": found["DistributionConfig"]["CallerReference"]}
        api.update_distribution(Id=physical, IfMatch=found["ETag"], DistributionConfig=wanted | reference)

    def leaving(self, context, physical, props):
        """CloudFormation disables a distribution and waits for that before it deletes it."""
        api = context.client("cloudfront")
        self._put(api, physical, api.get_distribution_config(Id=physical)["DistributionConfig"] | {"Enabled": False})

    def delete(self, context, physical, props, snapshot):
        cloudfront.settle(context.account, physical)
        api = context.client("cloudfront")
        api.delete_distribution(Id=physical, IfMatch=api.get_distribution_config(Id=physical)["ETag"])
