"""Secrets Manager: a secret's key and description can be changed without its value (moto drops a new key then)."""


def install() -> None:
    from moto.secretsmanager.models import SecretsManagerBackend

    original = SecretsManagerBackend.update_secret

    def update(self, secret_id, *args, **kwargs):
        answer = original(self, secret_id, *args, **kwargs)
        if kwargs.get("kms_key_id"):
            self.secrets[secret_id].kms_key_id = kwargs["kms_key_id"]
        return answer

    SecretsManagerBackend.update_secret = update
