"""The project's own files, as the guards read them."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CODE = ("platform", "plugins", "tests", "tools")


@cache
def files(*suffixes: str, below: tuple[str, ...] = (".",)) -> list[Path]:
    """What belongs to the project: under version control or new, but never what git ignores."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", *below],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    paths = [ROOT / name for name in listed.split("\0") if name]
    return sorted(path for path in set(paths) if path.suffix in suffixes and path.exists())


def python_files(*below: str) -> list[Path]:
    return [path for path in files(".py", below=below or CODE) if "migrations" not in path.parts]


def templates() -> list[Path]:
    """Templates of public pages and components: of the platform, the plugins and the themes."""
    found = files(".html", below=("platform", "plugins", "themes"))
    return [path for path in found if "templates" in path.parts]


def plugin_names() -> list[str]:
    return sorted(path.parent.name for path in (ROOT / "plugins").glob("*/apps.py"))


def imports(path: Path) -> Iterator[str]:
    """Full names of the modules that a file imports; a relative import is inside its app."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def short(path: Path) -> str:
    return str(path.relative_to(ROOT))
