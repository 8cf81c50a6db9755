"""Which analysis this is: rows remember with which one they were written."""

import hashlib
from functools import cache

from .wordlists import WORDS


@cache
def analysis_version() -> str:
    """Changes with the code of the analysis and with every word list."""
    digest = hashlib.sha256()
    folder = WORDS.parent
    for path in sorted(path for path in folder.rglob("*") if path.suffix in {".py", ".txt"}):
        digest.update(str(path.relative_to(folder)).encode() + path.read_bytes())
    return digest.hexdigest()[:16]
