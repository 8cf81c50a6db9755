"""The controlled lists in the admin."""

import re

import pytest

from plugins.members.lists import Language, Topic
from plugins.members.models import Term
from plugins.members.tests.factories import entry
from tests.queries import counted_queries
from verbund.tenancy.context import tenant_context

pytestmark = pytest.mark.usefixtures("db")
LIST = "/admin/snippets/members/term/"


def html_of(client, path):
    response = client.get(path)
    assert response.status_code == 200, (path, response.status_code)
    return response.content.decode()


def test_a_new_word_gets_its_short_name(keeper, in_dortmund):
    form = {"of_list": "topic", "name": "Älter werden", "slug": "", "other_names": "tr: Yaşlanma"}

    response = keeper.post(f"{LIST}add/", form)

    assert response.status_code == 302, response.context["form"].errors
    with tenant_context(in_dortmund):
        made = Topic.objects.get(slug="aelter-werden")
    assert (made.name, made.names) == ("Älter werden", {"tr": "Yaşlanma"})


def test_a_list_has_a_short_name_once(keeper, in_dortmund):
    form = {"of_list": "topic", "name": "Bildung neu", "slug": "bildung", "other_names": ""}

    html = keeper.post(f"{LIST}add/", form).content.decode()

    assert "In der Liste gibt es diesen Kurznamen schon." in html


def test_a_name_in_another_language_needs_its_code(keeper, in_dortmund):
    form = {"of_list": "topic", "name": "Neu", "slug": "", "other_names": "Yaşlanma"}

    html = keeper.post(f"{LIST}add/", form).content.decode()

    assert "„Yaşlanma“ ist nicht zu verstehen." in html


def test_a_word_never_changes_its_list(keeper, in_dortmund):
    word = Topic.objects.get(slug="bildung")
    form = {"of_list": "language", "name": "Bildung", "slug": "bildung", "other_names": ""}

    keeper.post(f"{LIST}edit/{word.pk}/", form)

    with tenant_context(in_dortmund):
        word.refresh_from_db()
    assert word.kind == "topic"


def test_the_list_says_how_many_entries_have_a_word(keeper, in_dortmund):
    entry("Eins", languages=["ta"])
    entry("Zwei", languages=["ta"])

    html = html_of(keeper, f"{LIST}results/?q=Tamil")

    assert re.search(r"<td[^>]*>\s*2\s*</td>", html)


def test_deleting_a_word_says_who_would_lose_it(keeper, in_dortmund):
    entry("Eins", languages=["ta"])
    word = Language.objects.get(slug="ta")

    html = html_of(keeper, f"{LIST}delete/{word.pk}/")

    assert "1 Eintrag hat dieses Wort und würde es verlieren." in html


def test_retired_words_are_offered_to_nobody_new(keeper, in_dortmund):
    word = Topic.objects.get(slug="bildung")
    old = entry("Alt", topics=["bildung"])
    word.retired = True
    word.save()

    new = html_of(keeper, "/admin/snippets/members/organisation/add/")
    kept = html_of(keeper, f"/admin/snippets/members/organisation/edit/{old.pk}/")

    field = f'name="terms_topic" value="{word.pk}"'
    assert (field in new, field in kept) == (False, True)


@pytest.mark.parametrize("count", [1, 100])
def test_queries_of_the_list(keeper, in_dortmund, count):
    Term.objects.all().delete()
    for number in range(count):
        Topic.objects.create(name=f"Wort {number}", slug=f"wort-{number}")
    html_of(keeper, f"{LIST}results/")

    with counted_queries() as asked:
        html_of(keeper, f"{LIST}results/")

    assert len(asked) == 8, asked


def test_the_other_city_has_its_own_lists(keeper, in_dortmund, duesseldorf):
    keeper.post(f"{LIST}add/", {"of_list": "topic", "name": "Nurhier", "other_names": ""})

    with tenant_context(duesseldorf):
        assert not Topic.objects.filter(name="Nurhier").exists()
