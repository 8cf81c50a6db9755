"""Jobs work in the tenant that they were written for, tried again and side by side too."""

import os
import subprocess
import sys

from django.conf import settings
from django.core import mail

from tests.isolation.test_processes import database_url
from verbund.mailing.models import OutgoingMail
from verbund.member_area.domain.login import ask_for_link
from verbund.member_area.models import LoginLink, MemberAccount
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant

PEOPLE = 12


def test_two_workers_do_each_job_in_its_own_city(own_database: str) -> None:
    """The same keys in both cities: a job in the wrong one would find a row there."""
    cities = [Tenant.objects.get(schema_name=name) for name in ("dortmund", "duesseldorf")]
    for number in range(PEOPLE):
        for tenant in cities:
            with tenant_context(tenant):
                email = f"{tenant.schema_name}{number}@verein.example"
                MemberAccount.objects.create(email=email)
                ask_for_link(email, client=f"192.0.2.{number}")

    workers = [_worker() for _number in range(2)]

    assert [worker.wait(timeout=120) for worker in workers] == [0, 0]
    for tenant in cities:
        with tenant_context(tenant):
            rows = LoginLink.objects.select_related("account")
            assert {row.account.email for row in rows if row.account} == {
                f"{tenant.schema_name}{number}@verein.example" for number in range(PEOPLE)
            }
            assert OutgoingMail.objects.count() == 0
    assert mail.outbox == []


def _worker() -> "subprocess.Popen[bytes]":
    environment = os.environ | {
        "DATABASE_URL": database_url(),
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    return subprocess.Popen(
        [sys.executable, "-m", "verbund", "worker", "--once", "--concurrency=2"],
        cwd=settings.VERBUND_ROOT,
        env=environment,
    )
