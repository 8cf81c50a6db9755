"""What a new site gets: the page *Mitglieder* in its menu, and lists to choose from."""

from plugins.members.domain.beginnings import homes, make_directory
from plugins.members.domain.lists import make_lists
from verbund.plugin import Seed, Tenant, plugin_settings


def _begin(tenant: Tenant) -> None:
    make_lists(plugin_settings("members").quarters)
    for home in homes():
        make_directory(home)


seeds = (Seed("members", _begin, order=110),)
