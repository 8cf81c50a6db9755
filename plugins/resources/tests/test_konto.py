"""The part of /konto/: own requests and nobody else's."""

from plugins.resources.tests import factories as make
from tests.member_area.helpers import member_client, member_in
from verbund.tenancy.context import tenant_context

PATH = "/konto/ressourcen/"


def test_a_member_sees_her_own_requests_alone(dortmund):
    account = member_in(dortmund)
    with tenant_context(dortmund):
        for occasion, owner in (("Mein Fest", account), ("Fremdes Fest", None)):
            request = make.request(occasion=occasion, account=owner)
            make.line(request, make.article(occasion))

    words = member_client(dortmund, account).get(PATH).content.decode()

    assert "Mein Fest" in words
    assert "Fremdes Fest" not in words


def test_the_same_address_in_another_city_sees_nothing(dortmund, duesseldorf):
    account = member_in(dortmund)
    stranger = member_client(duesseldorf)
    with tenant_context(dortmund):
        make.request(occasion="Mein Fest", account=account)

    assert "Mein Fest" not in stranger.get(PATH).content.decode()


def test_who_has_none_is_led_to_the_pool(dortmund):
    words = member_client(dortmund).get(PATH).content.decode()

    assert "Sie haben noch nichts ausgeliehen" in words
    assert 'href="/ressourcen/"' in words


def test_her_calendar_has_an_address_until_she_takes_it_back(dortmund):
    client = member_client(dortmund, member_in(dortmund))

    for _click in range(2):
        client.post(f"{PATH}kalender/", {"kalender": "an"})
    shown = client.get(PATH).content.decode()
    client.post(f"{PATH}kalender/", {"kalender": "aus"})
    hidden = client.get(PATH).content.decode()

    assert shown.count('.ics"') == 1
    assert ".ics" not in hidden
