"""What a new site gets: the page *Aktuelles* in its menu, and topics to choose from."""

from plugins.news.domain.beginnings import german_home, make_index, make_topics
from verbund.plugin import Seed, Tenant


def _begin(tenant: Tenant) -> None:
    make_index(german_home())
    make_topics()


seeds = (Seed("news", _begin, order=100),)
