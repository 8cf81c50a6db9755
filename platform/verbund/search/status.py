"""The state of the search as lines of text, for operators at a terminal."""

from collections.abc import Iterator

from .domain.queries import Changes, Process, SearchState
from .domain.rebuilding import Drift
from .models import BuildState, SearchCheck

NAMED = 10


def site_line(name: str, drift: Drift, check: SearchCheck | None) -> str:
    if not drift:
        return f"{name}: {drift.rows} rows, in order{_checked(check)}"
    kinds = (("missing", drift.missing), ("surplus", drift.surplus), ("outdated", drift.outdated))
    parts = [
        f"{len(keys)} {kind} ({', '.join(keys[:NAMED])}{' …' if len(keys) > NAMED else ''})"
        for kind, keys in kinds
        if keys
    ]
    return f"{name}: {drift.rows} rows, {'; '.join(parts)}"


def _checked(check: SearchCheck | None) -> str:
    if check is None:
        return ""
    mended = check.rows_mended + (check.index_mended or 0)
    return f"; checked {check.at:%Y-%m-%d %H:%M}, {mended} mended"


def state_lines(state: SearchState) -> Iterator[str]:
    if state.rows_of_old_analysis:
        yield (
            f"{state.rows_of_old_analysis} rows were written with other word lists:"
            " `verbund search rebuild` renews them."
        )
    if not state.configured:
        yield "Engine: PostgreSQL."
        return
    yield f"Engine: Elasticsearch {state.server or f'does not answer ({state.error})'}"
    yield from _index_lines(state)
    yield from _change_lines(state.changes)
    yield from map(_relay_line, state.relays)
    if not state.relays:
        yield "No relay runs: changes wait until `verbund worker` does."
    yield from map(_breaker_line, state.breakers)


def _index_lines(state: SearchState) -> Iterator[str]:
    for one in state.indexes:
        if one.state == BuildState.BUILDING:
            yield f"Building {one.name}: {one.written} of {one.total} rows."
        elif one.state == BuildState.OLD:
            yield f"Old index {one.name}: `verbund search rebuild --drop-old` deletes it."
    live = state.live
    if live is None:
        yield "There is no index: `verbund search rebuild` makes it; until then the table answers."
        return
    documents = "unknown" if state.documents is None else str(state.documents)
    yield f"Index {live.name} since {live.since:%Y-%m-%d %H:%M}: {documents} of {state.rows} rows."
    if not live.is_current:
        yield "It was made by another mapping or other word lists: `verbund search rebuild`."


def _change_lines(changes: Changes) -> Iterator[str]:
    yield (
        f"Changes: {changes.waiting} wait, the oldest for {changes.oldest:.1f} s;"
        f" {changes.refused} were refused and wait for another try; {changes.given_up} given up."
    )
    for one in changes.shown:
        yield f"  given up: {one.site} {one.object_key} after {one.attempts} tries: {one.error}"
    if changes.given_up:
        yield "  `verbund search retry` tries them again."


def _relay_line(relay: Process) -> str:
    line = f"Relay {relay.name}: {relay.sent} passed on, the last within {relay.lag:.1f} s"
    if relay.failing_since:
        return f"{line}; fails since {relay.failing_since:%Y-%m-%d %H:%M:%S}: {relay.error}"
    return f"{line}."


def _breaker_line(breaker: Process) -> str:
    since = f"{breaker.failing_since:%Y-%m-%d %H:%M:%S}" if breaker.failing_since else "unknown"
    return f"Breaker of {breaker.name} is open since {since}: {breaker.error}"
