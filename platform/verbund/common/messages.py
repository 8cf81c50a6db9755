"""Messages shown once, in a cookie that no other host can set."""

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.messages.storage.session import SessionStorage


class HostCookieStorage(CookieStorage):
    """With TLS its name has the prefix that browsers take from the host itself alone."""

    cookie_name = "__Host-messages" if settings.SESSION_COOKIE_SECURE else "messages"


class HostStorage(FallbackStorage):
    """As Django's: the cookie, and the session for what is too long for it."""

    storage_classes = (HostCookieStorage, SessionStorage)
