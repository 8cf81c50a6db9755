"""The Elasticsearch engine keeps the contract, on a real server, with a known number of queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.search.engines.contract import EngineContract
from verbund.search.engines.elasticsearch.engine import ElasticsearchEngine
from verbund.search.engines.elasticsearch.scratch import PATIENCE, fill
from verbund.search.engines.elasticsearch.store import create_index
from verbund.search.engines.rows import PostgresIndex, words_of
from verbund.search.engines.tables import TABLES
from verbund.search.models import SearchChange, SearchRow

pytestmark = pytest.mark.elasticsearch


class TestElasticsearch(EngineContract):
    @pytest.fixture(autouse=True)
    def empty_index(self, db, elasticsearch):
        SearchRow.objects.all().delete()
        self.name = f"{elasticsearch}-contract"
        create_index(self.name)

    def engine(self):
        # How fast it answers is another matter.
        return ElasticsearchEngine(index=self.name, seconds=PATIENCE)

    def index(self, entries):
        entries, rows = list(entries), PostgresIndex()
        rows.put(entries)
        rows.learn(words_of(entries))
        SearchChange.objects.all().delete()
        fill(self.name, TABLES)

    @pytest.mark.parametrize("number", [1, 3])
    def test_a_search_is_three_queries_to_the_database(self, number):
        self.index(self.entry(f"Quitte {one}") for one in range(number))

        with CaptureQueriesContext(connection) as queries:
            self.ask("Quitte")
        assert len(queries) == 3
