"""The index is built anew behind its alias while searches and changes go on."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from verbund.search.domain import building
from verbund.search.domain.building import NotAlike, build
from verbund.search.domain.comparing import different_counts, different_samples
from verbund.search.domain.queries import search_state
from verbund.search.engines.elasticsearch import client, mapping
from verbund.search.models import BuildState, SearchBuild, SearchChange, SearchRow
from verbund.tenancy.context import tenant_context

pytestmark = pytest.mark.elasticsearch


def answering(alias: str) -> list[str]:
    return list(client.client().indices.get_alias(name=alias))


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("search", *arguments, stdout=out, stderr=StringIO())
    return out.getvalue()


def test_a_new_index_takes_over_and_the_old_one_stays_until_told(index):
    (old,) = answering(index)

    text = run("rebuild", "--index")

    (new,) = answering(index)
    assert new != old
    assert f"{SearchRow.objects.count()} documents in {new}, which answers now." in text
    assert client.client().indices.exists(index=old)
    assert f"Old index {old}" in run("status")

    assert run("rebuild", "--drop-old") == f"1 old indexes deleted. {old}\n"
    assert not client.client().indices.exists(index=old)
    assert answering(index) == [new]


def test_progress_is_told(db, elasticsearch, monkeypatch):
    monkeypatch.setattr(building, "CHUNK", 3)
    seen = []

    build(lambda now: seen.append((now.written, now.total)))

    total = SearchRow.objects.count()
    assert seen[0] == (3, total)
    assert seen[-1] == (total, total)


@pytest.fixture
def in_small_steps(monkeypatch):
    monkeypatch.setattr(building, "CHUNK", 3)


@pytest.mark.usefixtures("in_small_steps")
def test_searches_and_changes_go_on_meanwhile(index, dortmund, publish, search_at, pass_on):
    page = publish(dortmund, "Trommelkurs")
    pass_on()
    search_at(dortmund, "Trommelkurs")  # the first one is slow: the server compiles its script
    written: list[object] = []

    def change(now: SearchBuild) -> None:
        result = search_at(dortmund, "Trommelkurs")
        assert (result.total, result.fallback) == (1, None)
        if not written:
            written.append(publish(dortmund, "Flötenkurs"))
            with tenant_context(dortmund):
                page.title = "Trommelkurs für alle"
                page.save_revision().publish()

    build(change)

    assert search_at(dortmund, "Flötenkurs").hits[0].title == "Flötenkurs"
    assert search_at(dortmund, "Trommelkurs").hits[0].title == "Trommelkurs für alle"
    assert (different_counts(index), different_samples(index)) == ({}, [])
    assert SearchChange.objects.count() == 0


def test_a_build_that_was_interrupted_goes_on_where_it_was(index, monkeypatch):
    monkeypatch.setattr(building, "CHUNK", 3)

    class Killed(BaseException):
        pass

    def stop(now: SearchBuild) -> None:
        if now.written >= 6:
            raise Killed

    with pytest.raises(Killed):
        build(stop)
    half = SearchBuild.objects.get(state=BuildState.BUILDING)
    assert f"Building {half.index}: 6 of" in run("status")
    seen: list[int] = []
    build(lambda now: seen.append(now.written))

    assert seen[0] == 9
    assert answering(index) == [half.index]
    assert (different_counts(index), different_samples(index)) == ({}, [])


def test_one_of_another_mapping_begins_anew(index, monkeypatch):
    class Killed(BaseException):
        pass

    def stop(now: SearchBuild) -> None:
        raise Killed

    with pytest.raises(Killed):
        build(stop)
    half = SearchBuild.objects.get(state=BuildState.BUILDING)
    monkeypatch.setattr(building, "fingerprint", lambda: "another")

    build()

    assert not SearchBuild.objects.filter(index=half.index).exists()
    assert not client.client().indices.exists(index=half.index)


def test_an_index_that_is_not_alike_does_not_take_over(index, monkeypatch):
    (old,) = answering(index)
    monkeypatch.setattr(building, "PAUSE", 0)

    def lose(now: SearchBuild) -> None:
        client.client().indices.refresh(index=now.index)
        client.client().delete_by_query(
            index=now.index, query={"match_all": {}}, refresh=True, conflicts="proceed"
        )

    with pytest.raises(NotAlike, match="goes on answering"):
        build(lose)
    assert answering(index) == [old]


def test_a_changed_mapping_or_word_list_is_noticed(index, monkeypatch):
    live = search_state().live
    assert live is not None
    assert live.is_current

    SearchBuild.objects.update(fingerprint="another")
    assert "It was made by another mapping or other word lists" in run("status")

    SearchRow.objects.update(analysis="another")
    assert f"{SearchRow.objects.count()} rows were written with other word lists" in run("status")
    run("rebuild")
    assert "other word lists" not in run("status")


def test_the_fingerprint_stands_in_the_index(index):
    (name,) = answering(index)

    meta = client.client().indices.get_mapping(index=name)[name]["mappings"]["_meta"]
    assert meta["fingerprint"] == mapping.fingerprint()


def test_a_server_that_is_away_ends_a_build_with_a_way_out(db, elasticsearch, settings):
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:1"
    with pytest.raises(CommandError, match="goes on from here"):
        run("rebuild", "--index")
