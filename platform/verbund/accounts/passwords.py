"""Which passwords are refused: those that others have tried, and what is made from them.

The list is Django's (20,000 passwords of real leaks, CC0). Few of them have twelve letters, but
many people lengthen a short one: `Passwort2026!` is as well known as `passwort`.
"""

import re
from typing import Any

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from verbund.tenancy.context import maybe_tenant

# What people put around a word to make it longer.
AROUND = re.compile(r"^[\W\d_]+|[\W\d_]+$")
LEET = str.maketrans("430157$@!", "aeoistsai")
SHORTEST_WORD = 4


class LeakedPasswordValidator(CommonPasswordValidator):
    """No known password, none doubled or padded with digits and signs, nor the site's name."""

    def validate(self, password: str, user: Any = None) -> None:
        """:raises ValidationError: says what to do instead."""
        if password.isdigit() or any(self._is_known(form) for form in forms_of(password)):
            raise ValidationError(
                _(
                    "This password is on lists that attackers try first, or is one of those with "
                    "something added. Take three or four words that have nothing to do with each "
                    "other, or let your browser propose one."
                ),
                code="password_too_common",
            )

    def get_help_text(self) -> str:
        return _("Long beats complicated: three or four words are easy to keep in mind.")

    def _is_known(self, form: str) -> bool:
        return form in self.passwords or form in _names_of_the_site()


def forms_of(password: str) -> set[str]:
    """The password, its core without padding, and the part that it repeats; in small letters."""
    whole = password.strip().lower()
    forms = {whole, whole.translate(LEET)}
    forms |= {AROUND.sub("", form) for form in forms}
    forms |= {_repeated(form) for form in forms}
    return {form for form in forms if len(form) >= SHORTEST_WORD}


def _repeated(text: str) -> str:
    """`abcabcabc` → `abc`; a text that repeats nothing stays."""
    size = (text + text).find(text, 1)
    return text[:size] if text else text


def _names_of_the_site() -> set[str]:
    tenant = maybe_tenant()
    if tenant is None:
        return set()
    names = {tenant.name, tenant.association, tenant.canonical_domain.split(".")[0]}
    return {re.sub(r"[\W_]+", "", name.lower()) for name in names}
