"""The queries of PostgreSQL are read as PostgreSQL reads them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbund.search.analysis.lexemes import quoted
from verbund.search.analysis.terms import parse as parse_terms
from verbund.search.engines.criteria import any_query, sequence_query
from verbund.search.engines.elasticsearch.tsquery import (
    AllOf,
    AnyOf,
    Following,
    Lexeme,
    Node,
    NotUnderstood,
    Together,
    parse,
)
from verbund.search.engines.ways import ways

A, B, C = Lexeme("e:a"), Lexeme("s:b"), Lexeme("p:c")


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("'e:a'", A),
        ("'e:a':*", Lexeme("e:a", beginning=True)),
        ("'e:a':AB", Lexeme("e:a", weights="AB")),
        (r"'o''k\\'", Lexeme("o'k\\")),
        ("'e:a' | 's:b'", AnyOf((A, B))),
        ("'e:a' | 's:b' & 'p:c'", AnyOf((A, AllOf((B, C))))),
        ("('e:a' | 's:b') <-> 'p:c'", Following((AnyOf((A, B)), C))),
        ("'e:a' <0> 's:b' | 'p:c'", AnyOf((Together((A, B)), C))),
    ],
)
def test_reads(text, node):
    assert parse(text) == node


@pytest.mark.parametrize(
    "text", ["", "'e:a' |", "('e:a'", "'e:a' 's:b'", "| 'e:a'", "'e:a' <2> 'b'"]
)
def test_refuses_what_is_no_query(text):
    with pytest.raises(NotUnderstood):
        parse(text)


@pytest.mark.parametrize(
    "typed", ["Raum für Jugendliche", '"rote Quitte"', "Förderantrag", "MSO", "Sommerfest 2024"]
)
def test_understands_all_ways_of_meeting_what_is_typed(typed):
    terms = parse_terms(typed)
    found = [any_query(ways(term)) for term in terms.terms]

    assert all(isinstance(parse(query), Node) for query in found)
    assert sequence_query(terms) == "" or isinstance(parse(sequence_query(terms)), Following)


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\x00")), min_size=1))
def test_gives_back_each_lexeme_that_we_quote(texts):
    node = parse(" | ".join(map(quoted, texts)))

    parts = node.parts if isinstance(node, AnyOf) else (node,)
    assert [part.text for part in parts if isinstance(part, Lexeme)] == texts
