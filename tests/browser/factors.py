"""Second factors without a phone: the app's code and a device with a fingerprint."""

import base64
import hashlib
import hmac
import struct
import time

from playwright.sync_api import Page

STEP = 30


def code_of(secret: str) -> str:
    """The six digits of an app for this key, now (RFC 6238)."""
    key = base64.b32decode(secret)
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // STEP), hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start : start + 4])[0] & 0x7FFFFFFF) % 10**6:06d}"


def give_authenticator(window: Page) -> None:
    """A device with a fingerprint, always the right one."""
    client = window.context.new_cdp_session(window)
    client.send("WebAuthn.enable")
    client.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
