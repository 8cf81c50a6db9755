"""Calendar addresses in the admin: made, shown, taken back; each of the staff sees her own."""

import pytest

from plugins.resources.models import Feed
from plugins.resources.tests import factories

pytestmark = pytest.mark.usefixtures("db")
PATH = "/admin/resources/kalender/"


def test_an_address_is_made_once_and_taken_back(login, in_dortmund):
    client, hall = login(), factories.room()

    for _click in range(2):
        client.post(PATH, {"do": "make", "what": f"room-{hall.pk}"})
    feed = Feed.objects.get()
    page = client.get(PATH).content.decode()
    client.post(PATH, {"do": "take_back", "feed": feed.pk})

    assert f"/ressourcen/kalender/{feed.key}.ics" in page
    assert Feed.objects.count() == 0


def test_nobody_takes_back_anothers(login, in_dortmund):
    login().post(PATH, {"do": "make", "what": ""})
    feed = Feed.objects.get()
    admin = login("Administration")

    assert str(feed.key) not in admin.get(PATH).content.decode()
    assert admin.post(PATH, {"do": "take_back", "feed": feed.pk}).status_code == 404
