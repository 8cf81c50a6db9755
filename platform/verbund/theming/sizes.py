"""Sizes of files as people read them: 240 kB, 1,8 MB."""

from django.utils.formats import number_format

STEPS = (("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000))


def readable_size(size: int) -> str:
    for unit, step in STEPS:
        if size >= step:
            amount = size / step
            return f"{number_format(amount, 1 if amount < 10 and unit != 'kB' else 0)}\u00a0{unit}"
    return f"{size}\u00a0B"
