"""Nobody empties a cache: it would be the one of all tenants."""

import re

from .sources import ROOT

CLEARS = re.compile(r"\bcaches?\b(\[[^\]]+\])?\.clear\(")


def test_no_cache_is_ever_cleared() -> None:
    files = [*ROOT.glob("platform/**/*.py"), *ROOT.glob("plugins/**/*.py")]

    assert files
    assert [str(path) for path in files if CLEARS.search(path.read_text())] == []
