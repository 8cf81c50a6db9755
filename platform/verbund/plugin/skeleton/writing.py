"""From the skeleton's files to a plugin on disk."""

from collections.abc import Iterator
from pathlib import Path
from string import Template

from .naming import PluginName

HERE = Path(__file__).resolve().parent
FILES = HERE / "files"
# Under another name here, so that nothing takes the skeleton's templates for the platform's.
FOLDERS = {"html": "templates"}
PROJECT = HERE / "pyproject.toml.txt"


class TargetExists(FileExistsError):
    """Something of that name is there; nothing was written."""


def files_of(name: PluginName, into: Path) -> dict[Path, str]:
    """Every file of the plugin with its text."""
    root = into / name.name if name.inside else into / name.name / name.name
    found = {root / path: text for path, text in _filled(name)}
    if not name.inside:
        project = PROJECT.read_text(encoding="utf-8")
        found[into / name.name / "pyproject.toml"] = Template(project).substitute(name.words)
    return found


def write_plugin(name: PluginName, into: Path) -> list[Path]:
    """Writes all files; the paths in order.

    :raises TargetExists: the folder is there already.
    """
    target = into / name.name
    if target.exists():
        raise TargetExists(f"{target} is there already. Choose another name, or delete it.")
    files = files_of(name, into)
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as handle:
            handle.write(text)
    return sorted(files)


def _filled(name: PluginName) -> Iterator[tuple[Path, str]]:
    for source in sorted(FILES.rglob("*.txt")):
        path = source.relative_to(FILES).with_suffix("")
        places = {"NAME": name.name, **FOLDERS}
        text = source.read_text(encoding="utf-8")
        yield (
            Path(*(places.get(part, part) for part in path.parts)),
            Template(text).safe_substitute(name.words),
        )
