"""Pages are read and not written to; cookies belong to one host and to no script."""

import os
import subprocess
import sys

import pytest

from tests.architecture.sources import ROOT
from tests.member_area.helpers import member_client

SHOW = """
import django
from django.conf import settings
django.setup()
from verbund.common.messages import HostCookieStorage
print(settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, settings.VERBUND_MEMBER_COOKIE,
      HostCookieStorage.cookie_name, settings.CSRF_COOKIE_HTTPONLY, settings.SESSION_COOKIE_SECURE)
"""


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
@pytest.mark.parametrize("path", ["/", "/impressum/", "/aktuelles/"])
def test_a_page_takes_no_other_method(dortmund, client_for, method: str, path: str) -> None:
    answer = getattr(client_for(dortmund), method)(path)

    assert answer.status_code == 405
    assert "PUT" not in answer["Allow"]


def test_nothing_is_sent_to_a_page_without_a_form(dortmund, client_for) -> None:
    assert client_for(dortmund).post("/impressum/", {"a": "b"}).status_code == 405


def test_with_tls_each_cookie_is_of_its_host_alone() -> None:
    environment = {
        **os.environ,
        "VERBUND_SCHEME": "https",
        "DJANGO_SETTINGS_MODULE": "verbund.settings",
    }
    shown = subprocess.run(
        [sys.executable, "-c", SHOW],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()

    assert shown == ["__Host-session", "__Host-csrf", "__Host-konto", "__Host-messages"] + (
        ["True", "True"]
    )


def test_a_message_is_in_a_cookie_that_no_script_reads(dortmund) -> None:
    answer = member_client(dortmund).post("/konto/anmeldungen/name/", {"name": "Maya Muster"})

    assert answer.cookies["messages"]["httponly"] is True
