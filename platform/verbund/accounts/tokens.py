"""Links for a new password, signed by a key of their tenant for this purpose alone.

Django hashes key, password and address with one SECRET_KEY: two accounts that are alike, as a
careless copy of a schema makes them, would share their links.
"""

from django.contrib.auth.tokens import PasswordResetTokenGenerator

from verbund.tenancy.tokens import tenant_keys

PURPOSE = "password-reset"


class TenantTokenGenerator(PasswordResetTokenGenerator):
    """A SECRET_KEY that moved to SECRET_KEY_FALLBACKS still reads its links."""

    @property
    def secret(self) -> str:  # type: ignore[override]  # Django has a property there, too
        return tenant_keys(PURPOSE)[0]

    @property
    def secret_fallbacks(self) -> list[str | bytes]:  # type: ignore[override]  # likewise
        return [*tenant_keys(PURPOSE)[1:]]


password_tokens = TenantTokenGenerator()
