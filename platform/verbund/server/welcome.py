"""What somebody who started the demo wants to know: addresses and accounts."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PASSWORD = "verbund-demo"  # noqa: S105  # the demo's, public by design; the deploy check refuses it elsewhere
STAFF = ("admin", "redaktion", "autor")
MEMBER = "verein"


@dataclass(frozen=True)
class Site:
    """A site of the demo, as its recipe says."""

    name: str
    host: str
    kind: str

    @property
    def accounts(self) -> list[str]:
        if self.kind == "operator":
            return ["betrieb@verbund.example"]
        domain = f"{self.host.split('.')[0]}.example"
        return [f"{person}@{domain}" for person in STAFF]

    @property
    def start_path(self) -> str:
        return "/admin/" if self.kind == "operator" else "/"


def sites(root: Path) -> Iterator[Site]:
    """The recipes' sites, cities first; folders with _ in front are examples."""
    order = ("city", "network", "operator")
    recipes = [tomllib.loads(path.read_text()) for path in root.glob("tenants/[!_]*/tenant.toml")]
    for recipe in sorted(recipes, key=lambda it: (order.index(it.get("kind", "city")), it["name"])):
        yield Site(recipe["name"], recipe["domains"][0], recipe.get("kind", "city"))


def welcome(root: Path, port: int, seconds: float, logs: Path) -> str:
    found = list(sites(root))
    addresses = [("Overview", f"http://localhost:{port}/")]
    addresses += [(site.name, f"http://{site.host}:{port}{site.start_path}") for site in found]
    width = max(len(name) for name, _ in addresses)
    lines = [f"Verbund runs, ready after {seconds:.1f} s.", ""]
    lines += [f"  {name:{width}}  {address}" for name, address in addresses]
    lines += ["", f"Accounts for /admin/ of each site, password {PASSWORD}:", ""]
    lines += [f"  {', '.join(site.accounts)}" for site in found]
    lines += ["", f"Mails: http://localhost:{port}/mail/   Logs: {logs}   Ctrl-C ends all.", ""]
    return "\n".join(lines)
