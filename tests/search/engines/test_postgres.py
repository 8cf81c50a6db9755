"""The PostgreSQL engine keeps the contract, with a known number of queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.search.engines.contract import EngineContract
from verbund.plugin.jobs import run_shared
from verbund.search.engines.postgres import PostgresEngine
from verbund.search.engines.rows import PostgresIndex, words_of
from verbund.search.models import SearchRow, SearchWord


class TestPostgres(EngineContract):
    @pytest.fixture(autouse=True)
    def empty_index(self, db):
        SearchRow.objects.all().delete()

    def engine(self):
        return PostgresEngine()

    def index(self, entries):
        entries, index = list(entries), PostgresIndex()
        index.put(entries)
        # In a test nothing commits, and words are learnt on commit.
        index.learn(words_of(entries))

    @pytest.mark.parametrize("number", [1, 3])
    def test_a_search_is_three_queries(self, number):
        self.index(self.entry(f"Quitte {one}") for one in range(number))

        with CaptureQueriesContext(
            connection,
        ) as queries:
            self.ask("Quitte")
        # How common the words are, which rows are best, and what is shown of them.
        assert len(queries) == 3

    def test_a_misspelt_search_is_seven(self):
        self.index([self.entry("Quittengelee")])

        with CaptureQueriesContext(connection) as queries:
            self.ask("Quitengelee")
        # As typed (two, for there is nothing to show), candidates and their rows, again (three).
        assert len(queries) == 7

    def test_a_word_that_no_row_has_any_more_is_forgotten(self):
        self.index([self.entry("Quittengelee"), self.entry("Birne")])
        SearchRow.objects.filter(title="Quittengelee").delete()

        run_shared("search.refresh_words")

        assert set(SearchWord.objects.values_list("display", flat=True)) == {"Birne"}

    def test_words_are_learnt_when_the_transaction_is_through(
        self, django_capture_on_commit_callbacks
    ):
        with django_capture_on_commit_callbacks(execute=True):
            PostgresIndex().put([self.entry("Quittengelee")])
            assert SearchWord.objects.filter(word="quittengelee").count() == 0

        assert self.ask("Quitengelee").suggestion == "Quittengelee"
