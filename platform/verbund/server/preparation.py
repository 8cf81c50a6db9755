"""What must be done before the demo can run, each step only when what it depends on changed."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Step:
    """A command of ours; `inputs` are the files it depends on, as patterns below the root."""

    label: str
    command: tuple[str, ...]
    inputs: tuple[str, ...]
    database: bool = False


INSTALLED = ("requirements.lock", "pyproject.toml")
STEPS = (
    Step("Messages", ("compile_messages",), ("**/locale/*/LC_MESSAGES/*.po",)),
    Step(
        "Schemas", ("migrate",),
        (*INSTALLED, "platform/verbund/**/migrations/*.py", "plugins/**/migrations/*.py"),
        database=True,
    ),
    Step(
        "Static files", ("collectstatic", "--noinput", "--verbosity=0"),
        (*INSTALLED, "platform/verbund/**/static/**/*", "plugins/**/static/**/*", "themes/**/*"),
    ),
    Step(
        "Demo content", ("demo", "load"),
        (
            *INSTALLED, "tenants/**/*", "themes/*/theme.toml",
            "platform/verbund/onboarding/**/*.py",
            "platform/verbund/**/migrations/*.py", "plugins/**/migrations/*.py",
            "plugins/*/demo*", "plugins/*/domain/*.py", "plugins/*/onboarding.py",
        ),
        database=True,
    ),
)  # fmt: skip
SOURCES = ("platform", "plugins", "tenants", "themes")


def pending(steps: Iterable[Step], root: Path, data: Path, database: str | None) -> Iterator[Step]:
    """Steps whose inputs are not those of their last run; mark_done() is the caller's to call.

    `database` tells one database from another; without it nobody knows what was done to it, and
    its steps (which change nothing the second time) run again.
    """
    for step in steps:
        unknown = step.database and database is None
        if unknown or stamps(data).get(step.label) != stamp(step, root, database):
            yield step


def mark_done(step: Step, root: Path, data: Path, database: str | None) -> None:
    known = stamps(data) | {step.label: stamp(step, root, database)}
    half = stamps_file(data).with_suffix(".new")
    half.write_text(json.dumps(known, indent=1))
    half.rename(stamps_file(data))


def stamp(step: Step, root: Path, database: str | None) -> str:
    digest = hashlib.sha256(str(root).encode())
    if step.database:
        digest.update(str(database).encode())
    for path in input_files(step, root):
        digest.update(str(path.relative_to(root)).encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def input_files(step: Step, root: Path) -> list[Path]:
    found: set[Path] = set()
    for pattern in step.inputs:
        folders = SOURCES if pattern.startswith("**/") else (".",)
        found |= {path for folder in folders for path in (root / folder).glob(pattern)}
    return sorted(path for path in found if path.is_file() and "__pycache__" not in path.parts)


def stamps(data: Path) -> dict[str, str]:
    try:
        return dict(json.loads(stamps_file(data).read_text()))
    except (OSError, ValueError):
        return {}


def stamps_file(data: Path) -> Path:
    return data / "prepared.json"
