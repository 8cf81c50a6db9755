"""The one order in which rules are asked."""

from decimal import Decimal

import pytest

from plugins.resources.domain.rules import Rulebook
from plugins.resources.enums import BorrowerClass
from plugins.resources.models import Rule
from plugins.resources.tests import factories as make

pytestmark = pytest.mark.usefixtures("in_dortmund")
MEMBER = BorrowerClass.MEMBER
# From the last to be asked to the first; each says its own number of days.
LEVELS = ["everything", "everything+class", "category", "category+class", "thing", "thing+class"]


def rule(level, article, days):
    target, _plus, whom = level.partition("+")
    values = {"category": {"category": article.category}, "thing": {"article": article}}
    return Rule.objects.create(
        borrower=MEMBER if whom else "", longest_days=days, **values.get(target, {})
    )


@pytest.mark.parametrize("number", range(1, 7))
def test_the_most_exact_rule_wins(number):
    article = make.article()
    for days, level in enumerate(LEVELS[:number], start=10):
        rule(level, article, days)

    assert Rulebook().conditions(article, MEMBER).longest_days == 9 + number


def test_a_rule_for_others_says_nothing_to_members():
    article = make.article()
    Rule.objects.create(article=article, borrower=BorrowerClass.PUBLIC, longest_days=1)

    assert Rulebook().conditions(article, MEMBER).longest_days == 7


def test_field_by_field_an_empty_one_leaves_the_answer_to_the_next():
    article = make.article()
    Rule.objects.create(lead_days=4, price=10)
    Rule.objects.create(article=article, price=0)

    found = Rulebook().conditions(article, MEMBER)

    assert found.lead_days == 4
    assert found.price == Decimal(0)


def test_no_rule_leaves_it_to_the_settings():
    found = Rulebook().conditions(make.article(), MEMBER)

    assert (found.lead_days, found.longest_days, found.approval) == (2, 7, "staff")


def test_texts_of_all_that_apply_are_shown_nearest_first():
    article = make.article()
    Rule.objects.create(text="Für alles.")
    Rule.objects.create(category=article.category, text="Für Technik.")
    Rule.objects.create(borrower=BorrowerClass.PUBLIC, text="Für andere.")

    assert Rulebook().conditions(article, MEMBER).texts == ("Für Technik.", "Für alles.")


def test_all_rules_are_one_query(django_assert_num_queries):
    articles = [make.article(f"Ding {number}") for number in range(5)]
    rules = Rulebook()

    with django_assert_num_queries(1):
        for article in articles:
            rules.by_class(article)
