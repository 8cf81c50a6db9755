"""A change of the registry is seen by every process within two seconds, without a restart."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from urllib.parse import quote, urlencode

import pytest
from django.conf import settings

from verbund.settings import VERBUND_REGISTRY_MAX_AGE
from verbund.tenancy.connection import connection
from verbund.tenancy.domain.life import suspend
from verbund.tenancy.domain.membership import leave_network
from verbund.tenancy.enums import TenantStatus
from verbund.tenancy.models import Domain, RegistryVersion, Tenant

WITHIN = 2.0


def database_url() -> str:
    parameters = connection.settings_dict
    place = urlencode({"host": parameters["HOST"], "port": parameters["PORT"]})
    return f"postgresql://{quote(parameters['USER'])}@/{parameters['NAME']}?{place}"


@pytest.fixture
def ask(own_database: str) -> Iterator[Callable[[str], int]]:
    """Asks a host of the second process; gives the status."""
    environment = os.environ | {
        "DATABASE_URL": database_url(),
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "MAX_AGE": str(VERBUND_REGISTRY_MAX_AGE),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.isolation.other_process"],
        cwd=settings.VERBUND_ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    to, from_ = process.stdin, process.stdout

    def question(host: str) -> int:
        to.write(f"{host}\n")
        to.flush()
        return int(from_.readline())

    yield question
    to.close()
    process.wait(timeout=30)
    from_.close()


def test_another_process_sees_a_new_domain_and_a_suspension(ask: Callable[[str], int]) -> None:
    """Mend: triggers raise the registry's version, which each process asks for."""
    dortmund = Tenant.objects.get(schema_name="dortmund")
    assert (ask("neu.test"), ask("dortmund.test")) == (404, 200)

    Domain.objects.create(tenant=dortmund, domain="neu.test", is_primary=False)
    time.sleep(WITHIN)
    assert ask("neu.test") == 301

    suspend(dortmund)
    time.sleep(WITHIN)
    assert ask("dortmund.test") == 503

    # By SQL, as an operator's tool may: no signal of Django's is sent.
    Tenant.objects.filter(pk=dortmund.pk).update(status=TenantStatus.READY)
    time.sleep(WITHIN)
    assert ask("dortmund.test") == 200


def test_every_change_of_the_registry_raises_its_version(own_database: str) -> None:
    versions = [version()]
    dortmund = Tenant.objects.get(schema_name="dortmund")

    Tenant.objects.filter(pk=dortmund.pk).update(status_note="neu")
    versions.append(version())
    dortmund.plugins.update(enabled=False)
    versions.append(version())
    leave_network(dortmund, Tenant.objects.get(schema_name="netzwerk").network)
    versions.append(version())
    Domain.objects.filter(tenant=dortmund, is_primary=False).delete()
    versions.append(version())

    assert len(set(versions)) == 5


def version() -> int:
    return RegistryVersion.objects.get().version
