"""What a new site gets: the page *Ressourcen* in its menu."""

from plugins.resources.domain.beginnings import homes, make_pool
from verbund.plugin import Seed, Tenant


def _begin(tenant: Tenant) -> None:
    for home in homes():
        make_pool(home)


seeds = (Seed("resources", _begin, order=120),)
