"""Links for a new password, bound to the tenant that made them.

Django hashes key, password and address with one SECRET_KEY: two accounts that are alike, as a
careless copy of a schema makes them, would share their links.
"""

from django.contrib.auth.tokens import PasswordResetTokenGenerator

from verbund.accounts.models import User
from verbund.tenancy.context import current_tenant


class TenantTokenGenerator(PasswordResetTokenGenerator):
    key_salt = "verbund.accounts.tokens.TenantTokenGenerator"

    def _make_hash_value(self, user: User, timestamp: int) -> str:
        return f"{current_tenant().uuid}{super()._make_hash_value(user, timestamp)}"


password_tokens = TenantTokenGenerator()
