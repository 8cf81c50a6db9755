"""Stems are the same, however many threads ask at once."""

import sys
from concurrent.futures import ThreadPoolExecutor

from verbund.search.analysis.stemming import stem

WORDS = [
    f"{first}{last}"
    for first in ("Jugend", "Frauen", "Sprach", "Kultur", "Musik")
    for last in ("gruppen", "treffen", "vereine", "beratungen", "kurses", "angeboten")
] * 40


def test_threads_do_not_disturb_each_other():
    alone = [stem(word, "german") for word in WORDS]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as pool:
            together = list(pool.map(lambda _number: [stem(w, "german") for w in WORDS], range(8)))
    finally:
        sys.setswitchinterval(interval)

    assert together == [alone] * 8
