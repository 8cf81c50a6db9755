"""Mail as it is sent: in the tenant's name."""

from typing import Any

import pytest


@pytest.fixture(autouse=True)
def mail_in_the_tenants_name(settings: Any) -> None:
    """pytest-django puts a plain backend in its place."""
    settings.EMAIL_BACKEND = "verbund.tenancy.mail.TenantEmailBackend"
