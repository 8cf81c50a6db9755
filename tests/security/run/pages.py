"""wapiti: the pages of a city, as nobody and logged in, in an environment of its own.

Its requirements contradict ours: requirements-security.lock, `.venv-security`.
"""

import json
import subprocess
from pathlib import Path

from tests.demo_site import PASSWORD, DemoSite
from tests.security.run.argued import is_argued
from verbund.server.environment import ROOT

WAPITI = ROOT / ".venv-security" / "bin" / "wapiti"
MODULES = "csp,cookieflags,http_headers,methods,redirect,xss,permanentxss,sql,file,exec,crlf,csrf"
SECONDS = 150


def attack(site: DemoSite, folder: Path) -> list[str]:
    """What wapiti finds and nobody has argued, a line each."""
    form = f"{_base(site)}anmeldung/"
    login = ["--form-cred", f"redaktion@dortmund.example%{PASSWORD}", "--form-url", form]
    found = _run(site, folder / "nobody.json", [])
    return found + _run(site, folder / "editor.json", login)


def _run(site: DemoSite, report: Path, login: list[str]) -> list[str]:
    run = subprocess.run(
        [
            str(WAPITI), "--url", _base(site), "--scope", "folder",
            "--header", f"Host: {site.host('dortmund')}:{site.port}",
            # Its own would be a server of its makers': nothing leaves the machine.
            "--endpoint", _base(site), "--store-session", str(report.parent / "wapiti"),
            "--module", MODULES, "--max-scan-time", str(SECONDS), "--max-links-per-page", "30",
            "--depth", "3", "--format", "json", "--output", str(report), "--no-bugreport",
            "--flush-session", "--exclude", f"{_base(site)}anmeldung/abmelden/", *login,
        ],
        cwd=report.parent,
        check=False,
        capture_output=True,
        text=True,
    )  # fmt: skip
    if not report.exists():
        return [f"wapiti wrote no report: {run.stdout[-500:]} {run.stderr[-500:]}"]
    vulnerabilities = json.loads(report.read_text())["vulnerabilities"]
    return [
        f"wapiti: {rule}: {one['method']} {one['path']} {one.get('parameter') or ''}: {one['info']}"
        for rule, findings in vulnerabilities.items()
        for one in findings
        if not is_argued("wapiti", rule, one["path"])
    ]


def _base(site: DemoSite) -> str:
    # Python resolves no *.localhost: the host is named in a header.
    return f"http://127.0.0.1:{site.port}/"
