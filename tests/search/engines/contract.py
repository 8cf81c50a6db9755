"""What every engine must do; a subclass says which engine, and each test runs against it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from verbund.search.engines.base import Engine, Entry
from verbund.search.query import After, Scope, SearchQuery, Sort
from verbund.tenancy.models import Tenant


class EngineContract:
    """Two cities; each has what the other must not see."""

    def engine(self) -> Engine:
        raise NotImplementedError

    def index(self, entries: Iterable[Entry]) -> None:
        """Puts entries so that the next search finds them."""
        raise NotImplementedError

    @pytest.fixture(autouse=True)
    def cast(self, dortmund: Tenant, duesseldorf: Tenant) -> None:
        self.here, self.there = dortmund.uuid, duesseldorf.uuid

    def entry(self, title: str, tenant: UUID | None = None, **fields: Any) -> Entry:
        values: dict[str, Any] = {
            "kind": "page",
            "language": "de",
            "path": f"/{title.lower()}/",
            **fields,
        }
        return Entry(tenant or self.here, f"test:{title}", title=title, **values)

    def ask(self, text: str, *tenants: UUID, **fields: Any):
        return self.engine().search(SearchQuery(text, tenants or (self.here,), **fields))

    def titles(self, text: str, *tenants: UUID, **fields: Any) -> list[str]:
        return [hit.title for hit in self.ask(text, *tenants, **fields).hits]

    def test_finds_a_word_in_any_field(self):
        self.index(
            [
                self.entry("Quitte"),
                self.entry("Eins", summary="Eine Quitte"),
                self.entry("Zwei", body="Viele Quitten"),
                self.entry("Drei", topics=("Quitten",)),
                self.entry("Vier", keywords=("Quitte",)),
                self.entry("Fünf", body="Birne"),
            ]
        )

        found = self.titles("Quitte")
        assert found[0] == "Quitte"
        assert found[-1] == "Zwei"
        assert set(found) == {"Quitte", "Eins", "Zwei", "Drei", "Vier"}

    @pytest.mark.parametrize(
        ("typed", "written"),
        [
            ("Quitten", "Quitte"),
            ("Aepfel", "Apfel"),
            ("Baum", "Quittenbaum"),
            ("Quittenbaum", "Ein Baum voller Quitten"),
            ("Gärtner", "Gärtner*innen"),
            ("Cagri", "Çağrı"),
            ("Quitt", "Quittengelee"),
            ("Quitet", "Quitte"),
        ],
    )
    def test_finds_other_spellings_and_forms(self, typed, written):
        self.index([self.entry(written), self.entry("Anderes")])

        assert self.titles(typed) == [written]

    def test_a_phrase_is_found_in_its_order_alone(self):
        self.index([self.entry("Rote Quitte"), self.entry("Quitte und rote Birne")])

        assert self.titles('"rote Quitte"') == ["Rote Quitte"]

    def test_a_minus_excludes(self):
        self.index([self.entry("Quitte rot"), self.entry("Quitte grün")])

        assert self.titles("Quitte -rot") == ["Quitte grün"]

    def test_more_of_the_words_is_better_and_one_common_word_is_not_enough(self):
        self.index([self.entry("Quitte im Garten"), *map(self.entry, ["Garten A", "Garten B"])])

        assert self.titles("Quitte Garten")[0] == "Quitte im Garten"
        assert self.titles("Nilpferd Garten") == []

    def test_another_tenant_is_not_seen(self):
        self.index([self.entry("Quitte hier"), self.entry("Quitte dort", self.there)])

        assert self.titles("Quitte") == ["Quitte hier"]
        assert set(self.titles("Quitte", self.here, self.there)) == {"Quitte hier", "Quitte dort"}

    def test_no_scope_finds_nothing(self):
        self.index([self.entry("Quitte")])

        assert self.engine().search(SearchQuery("Quitte", ())).total == 0

    def test_what_a_site_keeps_to_itself_is_not_in_the_network(self):
        self.index([self.entry("Quitte", network=False)])

        assert self.titles("Quitte") == ["Quitte"]
        assert self.titles("Quitte", scope=Scope.NETWORK) == []
        assert self.titles("Quitte", scope=Scope.NETWORK, home=self.here) == ["Quitte"]

    def test_no_spelling_comes_from_another_tenant(self):
        self.index([self.entry("Zwetschgenmus", self.there), self.entry("Quitte")])

        result = self.ask("Zwetschgenmuß")
        assert (result.total, result.suggestion) == (0, "")
        assert self.ask("Zwetschgenmux", self.there).suggestion == "Zwetschgenmus"

    def test_a_corrected_search_says_so(self):
        self.index([self.entry("Quittengelee")])

        result = self.ask("Quitengelee")
        assert (result.suggestion, result.corrected) == ("Quittengelee", True)
        assert self.ask("Quitengelee", correct=False).total == 0

    def test_a_more_usual_spelling_is_offered_and_the_hits_stay(self):
        usual = [self.entry(f"Quittengelee {number}") for number in range(5)]
        self.index([self.entry("Quittengelle"), *usual])

        result = self.ask("Quittengelle")
        assert [hit.title for hit in result.hits] == ["Quittengelle"]
        assert (result.suggestion, result.corrected) == ("Quittengelee", False)
        assert self.ask("Quittengelee").suggestion == ""

    def test_what_stands_in_quotes_is_meant_as_it_stands(self):
        self.index([self.entry("Quittengelee")])

        result = self.ask('"Quitengelee"')
        assert (result.total, result.suggestion) == (0, "")

    def test_no_spelling_comes_from_what_a_site_keeps_to_itself(self):
        self.index([self.entry("Zwetschgenmus", self.there, network=False), self.entry("Quitte")])

        both = (self.here, self.there)
        result = self.ask("Zwetschgenmux", *both, scope=Scope.NETWORK, home=self.here)
        assert (result.total, result.suggestion) == (0, "")

    def test_a_network_knows_words_of_its_own(self):
        self.index([self.entry("Quitte"), self.entry("Birne")])

        assert self.titles("Nilpferd", synonyms=(("Nilpferd", "Quitte"),)) == ["Quitte"]

    def test_the_word_that_fewest_rows_have_is_named(self):
        self.index([self.entry("Quitte im Garten"), *map(self.entry, ["Garten A", "Garten B"])])

        assert self.ask("Garten Quitte").rarest == "Quitte"
        assert self.ask("Garten").rarest == ""
        assert self.ask("Nilpferd Garten").missing == ("Nilpferd",)

    def test_staff_are_told_why(self):
        self.index(
            [self.entry("Quittenbaum", summary="Im Garten", date=dt.date(2025, 5, 1))],
        )

        (hit,) = self.ask("Quitte Garten 2025 Nilpferd", explain=True, correct=False).hits
        assert [(one.typed, one.how, one.word, one.field) for one in hit.reasons] == [
            ("Quitte", "compound", "Quittenbaum", "title"),
            ("Garten", "written", "Garten", "summary"),
            ("2025", "written", "", ""),
            ("Nilpferd", "", "", ""),
        ]
        assert [round(one.weight, 2) for one in hit.reasons] == [0.5, 0.34, 1.0, 0.0]

    def test_facets_count_and_leave_their_own_filter_out(self):
        self.index(
            [
                self.entry(
                    "Quitte 1", kind="news", topics=("Obst", "Markt"), date=dt.date(2024, 5, 1)
                ),
                self.entry("Quitte 2", kind="news", topics=("Obst",), date=dt.date(2025, 5, 1)),
                self.entry("Quitte 3", self.there, kind="page", language="tr"),
            ]
        )

        facets = self.ask("Quitte", self.here, self.there, kinds=("news",)).facets
        assert {(one.value, one.count, one.selected) for one in facets["kind"]} == {
            ("news", 2, True),
            ("page", 1, False),
        }
        assert {(one.value, one.count) for one in facets["site"]} == {(str(self.here), 2)}
        assert {(one.value, one.count) for one in facets["topic"]} == {("Obst", 2), ("Markt", 1)}
        assert {(one.value, one.count) for one in facets["year"]} == {("2024", 1), ("2025", 1)}
        assert {(one.value, one.count) for one in facets["language"]} == {("de", 2)}

    @pytest.mark.parametrize(
        "chosen",
        [{"kinds": ("news",)}, {"topics": ("Obst",)}, {"languages": ("tr",)}, {"years": (2025,)}],
    )
    def test_a_filter_leaves_the_others_out(self, chosen):
        wanted = self.entry(
            "Quitte 1", kind="news", topics=("Obst",), language="tr", date=dt.date(2025, 5, 1)
        )
        self.index([wanted, self.entry("Quitte 2")])

        assert self.titles("Quitte", **chosen) == ["Quitte 1"]

    def test_a_day_keeps_what_is_free_on_it(self):
        first, second = dt.date(2026, 12, 5), dt.date(2026, 12, 6)
        self.index(
            [
                self.entry("Quitte A", free_days=(first, second), kind="tool"),
                self.entry("Quitte B", free_days=(second,), kind="tool"),
                self.entry("Quitte C", kind="page"),
            ]
        )

        found = self.ask("Quitte", free_on=first)
        assert [hit.title for hit in found.hits] == ["Quitte A"]
        assert found.total == 1
        assert {(one.value, one.count) for one in found.facets["kind"]} == {("tool", 1)}
        assert set(self.titles("Quitte", free_on=second)) == {"Quitte A", "Quitte B"}

    def test_a_day_that_is_no_longer_free_is_known_at_once(self):
        day = dt.date(2026, 12, 5)
        free = self.entry("Quitte", free_days=(day,))
        self.index([free])
        self.index([replace(free, free_days=())])

        assert self.titles("Quitte", free_on=day) == []

    def test_a_filter_by_site_stays_in_the_scope(self):
        self.index([self.entry("Quitte hier"), self.entry("Quitte dort", self.there)])

        both = (self.here, self.there)
        assert self.titles("Quitte", *both, sites=(self.there,)) == ["Quitte dort"]
        assert self.titles("Quitte", self.here, sites=(self.there,)) == []

    def test_newest_first_on_wish(self):
        self.index(
            [
                self.entry("Quitte", date=dt.date(2023, 1, 1)),
                self.entry("Über eine Quitte", date=dt.date(2025, 1, 1)),
                self.entry("Von der Quitte"),
            ]
        )

        assert self.titles("Quitte")[0] == "Quitte"
        assert self.titles("Quitte", sort=Sort.NEWEST) == [
            "Über eine Quitte",
            "Quitte",
            "Von der Quitte",
        ]

    def test_the_year_that_was_asked_for_comes_first(self):
        self.index(
            [
                self.entry("Quittenfest mit Musik", date=dt.date(2025, 9, 1)),
                self.entry("Quittenfest im Regen", date=dt.date(2023, 9, 1)),
            ]
        )

        assert self.titles("Quittenfest 2023")[0] == "Quittenfest im Regen"

    @pytest.mark.parametrize("text", ["Quitte", "Neues Quitte"])
    def test_newer_is_better_for_what_ages_and_for_nothing_else(self, text):
        for kind in ("news", "organisation"):
            self.index(
                [
                    self.entry(f"{kind} A", kind=kind, body="Quitte", date=dt.date(2019, 1, 1)),
                    self.entry(f"{kind} B", kind=kind, body="Quitte", date=dt.date(2025, 1, 1)),
                ]
            )

        assert self.titles(text, kinds=("news",), ageing=("news",)) == ["news B", "news A"]
        assert self.titles(text, kinds=("organisation",), ageing=("news",)) == [
            "organisation A",
            "organisation B",
        ]

    def test_pages_follow_each_other_without_gap_or_repetition(self):
        self.index(self.entry(f"Quitte {number:02}") for number in range(7))

        pages = [self.ask("Quitte", page=page, page_size=3) for page in (1, 2, 3, 4)]
        assert [page.total for page in pages] == [7, 7, 7, 7]
        assert [page.has_next for page in pages] == [True, True, False, False]
        assert [len(page.hits) for page in pages] == [3, 3, 1, 0]
        assert len({hit.title for page in pages for hit in page.hits}) == 7

    @pytest.mark.parametrize("sort", list(Sort))
    def test_a_page_goes_on_behind_the_last_object_that_is_left(self, sort):
        dates = (*(dt.date(2025, 1, day) for day in (1, 2, 3)), None, None, None, None)
        self.index(self.entry(f"Quitte {n:02}", date=date) for n, date in enumerate(dates))
        every = [hit.object_key for hit in self.ask("Quitte", sort=sort).hits]

        def behind(*keys: str, place: int = 5) -> list[str]:
            after = After(tuple((self.here, key) for key in keys), place)
            found = self.ask("Quitte", after=after, page_size=2, sort=sort)
            assert found.total == 7
            return [hit.object_key for hit in found.hits]

        assert behind(every[1]) == every[2:4]
        assert behind("test:weg", every[1]) == every[2:4]
        assert behind("test:weg") == every[5:7]
        assert behind(every[6]) == []

    def test_another_language_comes_after_the_readers(self):
        self.index([self.entry("Quitte A", language="tr"), self.entry("Quitte B", language="de")])

        assert self.titles("Quitte") == ["Quitte B", "Quitte A"]
        assert self.titles("Quitte", reader_language="tr") == ["Quitte A", "Quitte B"]

    def test_german_comes_after_the_readers_language_and_before_all_others(self):
        self.index(
            [
                self.entry("Quitte", language="en"),
                self.entry("Von einer Quitte", language="tr", summary="lang"),
                self.entry("Viel Text und eine Quitte darin", language="de"),
            ]
        )

        hits = self.ask("Quitte", reader_language="tr").hits
        assert [hit.language for hit in hits] == ["tr", "de", "en"]

    def test_what_was_found_is_marked_and_all_else_escaped(self):
        self.index([self.entry("Quitten & <i>", summary="Der <b>Quittenbaum</b> und Birnen")])

        (hit,) = self.ask("Quitte").hits
        assert hit.title_html == "<mark>Quitten</mark> &amp; &lt;i&gt;"
        assert hit.excerpt == "Der &lt;b&gt;<mark>Quittenbaum</mark>&lt;/b&gt; und Birnen"

    def test_an_object_that_is_put_again_is_replaced(self):
        first = self.entry("Quitte")
        self.index([first])
        self.index([replace(first, title="Birne")])

        assert self.titles("Quitte") == []
        assert self.titles("Birne") == ["Birne"]

    def suggested(self, text: str, *tenants: UUID, **fields: Any) -> tuple[str, ...]:
        return self.engine().suggest(SearchQuery(text, tenants or (self.here,), **fields))

    def test_a_beginning_becomes_topics_and_titles(self):
        self.index(
            [
                self.entry("Quittengelee kochen", topics=("Quitten",)),
                self.entry("Fest der Quitten und Birnen"),
                self.entry("Birne", body="Quitte", keywords=("Quitte",)),
            ]
        )

        assert self.suggested("qui") == (
            "Quitten",
            "Quittengelee kochen",
            "Fest der Quitten und Birnen",
        )
        assert self.suggested("Quitten bir") == ("Fest der Quitten und Birnen",)
        assert self.suggested("Quittengelees") == ()

    def test_long_words_are_suggested_to_their_end(self):
        self.index([self.entry("Quittenverarbeitungskurs"), self.entry("Quittenverarbeiter")])

        assert self.suggested("Quittenverarbeitungsk") == ("Quittenverarbeitungskurs",)

    @pytest.mark.parametrize("text", ["", " ", "q", "x q", "'", "&|!():*", "-"])
    def test_too_little_is_no_beginning(self, text):
        self.index([self.entry("Quitte x")])

        assert self.suggested(text) == ()

    def test_nothing_is_suggested_that_can_not_be_found(self):
        self.index(
            [
                self.entry("Quitte dort", self.there),
                self.entry("Quitte vorbei", visible_until=dt.datetime(2020, 1, 1, tzinfo=dt.UTC)),
                self.entry("Quitte für uns", network=False),
                self.entry("Quitte tr", language="tr"),
            ]
        )

        assert self.suggested("Quitte") == ("Quitte für uns",)
        assert self.suggested("Quitte", self.here, scope=Scope.NETWORK) == ()
        assert self.suggested("Quitte", self.there) == ("Quitte dort",)

    def test_there_are_few_suggestions_and_each_is_there_once(self):
        self.index(self.entry(f"Quitte {number:02}", topics=("Quitte",)) for number in range(12))

        found = self.suggested("quitte")
        assert len(found) == len(set(found)) == 8
        assert found[0] == "Quitte"
