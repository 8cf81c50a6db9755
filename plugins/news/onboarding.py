"""What a new site gets: the page *Aktuelles* in its menu, and topics to choose from."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from plugins.news.domain.beginnings import german_home, make_index, make_topics
from plugins.news.models import NewsPage
from verbund.plugin import FirstStep, Seed, Tenant


def _begin(tenant: Tenant) -> None:
    make_index(german_home())
    make_topics()


seeds = (Seed("news", _begin, order=100),)


def _is_there() -> bool:
    return NewsPage.objects.live().exists()


first_steps = (
    FirstStep(
        "news",
        _("The first item of news is published"),
        _("A site without news looks closed. Three sentences and a picture are enough."),
        lambda: reverse("news_admin:items"),
        _is_there,
        order=250,
    ),
)
