"""Takes e-mail addresses, tokens and codes out of log lines, tracebacks included.

A log is read by more people than a database, is copied to other machines and outlives what was
deleted. So a line says what went wrong and where, never for whom, and holds nothing that opens
a door.
"""

import logging
import re

MAIL = re.compile(r"[\w.+'-]+(?:@|%40)[\w-]+(?:\.[\w-]+)+")
NAMED = re.compile(
    r"(?P<name>[?&;\s'\"(]|^)"
    r"(?P<key>token|code|key|otp|email|e-mail|mail|password|passwort|sesame|signature)"
    r"(?P<sign>=|'?: ?'|%3D)(?P<value>[^&\s'\",)]+)",
    re.IGNORECASE,
)
# An API key of ours, wherever it stands.
API_KEY = re.compile(r"\bvb_[A-Za-z0-9]{8}_[\w-]{20,}")
# Of Django's password reset: seconds in base 36, and a digest.
RESET = re.compile(r"\b[0-9a-z]{4,13}-[0-9a-f]{32,64}\b")
# A part of an address, or a value in one, that no slug looks like.
PART = re.compile(
    r"(?<=[/=])(?=[\w%:.=~-]*[A-Z])(?=[\w%:.=~-]*[a-z])(?=[\w%:=~-]*\d)[\w%:=~-]{20,}"
)
# What TimestampSigner makes: value, time, signature.
SIGNED = re.compile(r"[\w.-]+(?::|%3A)[A-Za-z0-9]{6}(?::|%3A)[\w-]{27,}")
DIGEST = re.compile(r"\b[0-9a-f]{40,}\b")


def redacted(text: str) -> str:
    """The text with ``[e-mail]``, ``[token]`` and ``[…]`` in place of what tells too much.

    >>> redacted("Not Found: /konto/a@b.de/?code=123456")
    'Not Found: /konto/[e-mail]/?code=[…]'
    """
    text = NAMED.sub(r"\g<name>\g<key>\g<sign>[…]", text)
    for pattern in (API_KEY, SIGNED, RESET, PART, DIGEST):
        text = pattern.sub("[token]", text)
    return MAIL.sub("[e-mail]", text)


class RedactingFormatter(logging.Formatter):
    """Redacts the whole line, message and traceback: a filter would see the message alone."""

    def format(self, record: logging.LogRecord) -> str:
        return redacted(super().format(record))
