"""A letter says the same in plain words and in HTML, in the look of its city."""

from typing import Any

from django.core import mail
from django.utils.translation import gettext

from verbund.mailing.letters import Letter, send_letter
from verbund.tenancy.context import tenant_context
from verbund.theming.tokens import tokens_of

LETTER = Letter(
    subject="Ihr Link\nzum Konto",
    heading="Hier geht es in Ihr Konto",
    text=("Guten Tag,\njemand möchte <b>herein</b>.",),
    action=("Anmelden", "/konto/link/abc/"),
    code="482 915",
    after=("Gilt 15 Minuten.",),
)


def _sent(tenant, **words):
    mail.outbox.clear()
    with tenant_context(tenant):
        send_letter("eins@verein.example", lambda: LETTER, **words)
    (message,) = mail.outbox
    return message, _html(message)


def _html(message: Any) -> str:
    return str(message.alternatives[0].content)


def test_both_forms_hold_all(dortmund):
    message, html = _sent(dortmund)

    for part in ("Hier geht es in Ihr Konto", "482 915", "Gilt 15 Minuten.", "Anmelden"):
        assert part in message.body
        assert part in html
    assert f"{dortmund.base_url}/konto/link/abc/" in message.body
    assert f'href="{dortmund.base_url}/konto/link/abc/"' in html
    assert message.subject == "Ihr Link zum Konto"
    assert message.extra_headers["Auto-Submitted"] == "auto-generated"


def test_words_are_no_markup(dortmund):
    message, html = _sent(dortmund)

    assert "<b>herein</b>" in message.body
    assert "<b>herein</b>" not in html
    assert "&lt;b&gt;herein" in html


def test_each_city_has_its_own_look(dortmund, duesseldorf):
    _message, here = _sent(dortmund)
    _message, there = _sent(duesseldorf)

    assert tokens_of(dortmund).light["accent"] in here
    assert dortmund.association in here
    assert dortmund.association not in there
    assert dortmund.base_url not in there


def test_it_is_written_in_the_readers_language(in_dortmund):
    def write():
        return Letter(subject=gettext("Search"), heading=gettext("Search"))

    for language in ("de", "en"):
        send_letter("eins@verein.example", write, language=language)

    german, english = mail.outbox
    assert german.subject == "Suche"
    assert english.subject == "Search"
    assert '<html lang="en" dir="ltr">' in _html(english)
