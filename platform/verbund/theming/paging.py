"""Which numbers a pager shows, and where they lead."""


def page_numbers(page: int, pages: int, around: int = 1) -> list[int | None]:
    """The first, the last and those around the current page; None stands for a gap."""
    shown = sorted(
        {1, pages, *range(max(1, page - around), min(pages, page + around) + 1)}
        | ({2, 3} if page <= 2 and pages >= 3 else set())
    )
    numbers: list[int | None] = []
    for number in shown:
        last = numbers[-1] if numbers else None
        if last is not None and number - last == 2:
            numbers.append(last + 1)
        elif last is not None and number - last > 2:
            numbers.append(None)
        numbers.append(number)
    return numbers


def page_url(number: int | str, query: str = "", name: str = "seite") -> str:
    """The first page has the address without a number."""
    parts = [query] if query else []
    if int(number) > 1:
        parts.append(f"{name}={number}")
    return "?" + "&".join(parts)
