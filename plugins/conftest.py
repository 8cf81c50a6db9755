"""The suite's fixtures, for tests that live beside their plugin."""

from tests.conftest import *  # noqa: F403
