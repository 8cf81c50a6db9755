"""The ranking holds on the sample and on a collection of our own."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from verbund.search.evaluation import Collection, evaluate, ndcg
from verbund.search.models import SearchRow, SearchWord

DATA = Path(__file__).parent.parent / "data"


@pytest.mark.parametrize("name", ["search-sample.json", "search-own.json"])
def test_the_ranking_is_good(db, name):
    figures, _ = evaluate(Collection.read(DATA / name))

    found, floor = figures["postgres"], figures["baseline"]
    assert found["ndcg@10"] >= 0.95
    assert found["success@1"] >= 0.95
    assert found["no_relevant@10"] <= 0.02
    assert found["classes"]["nothing"]["empty"] >= 0.8
    assert floor["ndcg@10"] < found["ndcg@10"]
    weakest = min(one["ndcg@10"] for name, one in found["classes"].items() if name != "nothing")
    assert weakest >= 0.85


@pytest.mark.parametrize(("name", "least"), [("second", 0.95), ("third", 0.88)])
def test_the_ranking_is_good_on_texts_that_it_was_not_made_with(db, name, least):
    figures, _ = evaluate(Collection.read(DATA / f"search-{name}.json"))

    found = figures["postgres"]
    assert found["ndcg@10"] >= least
    assert found["classes"]["nothing"]["empty"] >= 0.8
    assert figures["baseline"]["ndcg@10"] < found["ndcg@10"]


def test_the_baseline_is_the_one_that_the_readme_measured(db):
    figures, _ = evaluate(Collection.read(DATA / "search-sample.json"))

    # PostgreSQL 15 and 18 stem German differently.
    assert round(figures["baseline"]["ndcg@10"], 3) in (0.455, 0.534)


def test_an_evaluation_leaves_nothing_behind(db):
    before = SearchRow.objects.count(), SearchWord.objects.count()

    evaluate(Collection.read(DATA / "search-own.json"))

    assert (SearchRow.objects.count(), SearchWord.objects.count()) == before


def test_the_command_prints_figures_and_writes_the_run(db, tmp_path):
    out, run = StringIO(), tmp_path / "run.json"
    call_command(
        "search", "evaluate", DATA / "search-sample.json", "--json", "--run", run, stdout=out
    )

    engines = json.loads(out.getvalue())["engines"]
    assert set(engines) == {"postgres", "baseline"}
    assert set(engines["postgres"]["classes"]["exact"]) == {
        "ndcg@10",
        "success@1",
        "no_relevant@10",
        "empty",
    }
    found = json.loads(run.read_text())
    assert len(found["postgres"]) == 40


def test_a_file_that_is_no_collection_is_refused(db, tmp_path):
    file = tmp_path / "other.json"
    file.write_text('{"documents": []}')

    with pytest.raises(CommandError, match="no judged collection"):
        call_command("search", "evaluate", file)


def test_ndcg_of_the_best_order_is_one_and_of_nothing_zero():
    assert ndcg({"a": 3, "b": 1}, ["a", "b"]) == 1
    assert ndcg({"a": 3, "b": 1}, []) == 0
    assert 0 < ndcg({"a": 3, "b": 1}, ["b", "a"]) < 1
