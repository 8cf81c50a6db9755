"""The house has the walls that DESIGN draws: folders, arrows between packages, sizes."""

import ast
import re
import tomllib

from .sources import ROOT, files, imports, plugin_names, python_files, short, templates, tree

LONGEST_FILE = 400
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|HACK|[Ff]or now|[Nn]ot yet implemented)\b")
SKIPS = re.compile(r"pytest\.mark\.(skip|skipif|xfail)|pytest\.(skip|xfail|importorskip)\(")


def test_platform_is_a_source_root_with_one_package() -> None:
    found = {path.relative_to(ROOT / "platform").parts[0] for path in files_below("platform")}

    assert found == {"verbund"}


def test_plugins_is_a_namespace_folder() -> None:
    inside = {path.relative_to(ROOT / "plugins").parts for path in files_below("plugins")}

    # pytest reads the fixtures for all plugins' tests there
    assert {parts[0] for parts in inside if len(parts) == 1} <= {"conftest.py"}


def test_each_plugin_is_an_entry_point() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]

    assert sorted(project["entry-points"]["verbund.plugins"]) == plugin_names()


def test_data_folders_hold_no_python() -> None:
    assert [short(path) for path in python_files("tenants", "themes")] == []


def test_the_platform_holds_no_tests() -> None:
    found = python_files("platform")

    assert [short(path) for path in found if path.name.startswith(("test_", "conftest"))] == []


def test_the_platform_names_no_plugin() -> None:
    labels = set(plugin_names())
    names = re.compile(rf"plugins\.({'|'.join(labels)})\b")
    named = [
        f"{short(path)}:{line} {text!r}"
        for path in python_files("platform")
        for line, text in texts_in(tree(path))
        if text in labels or names.match(text)
    ]

    assert named == []


def texts_in(module: ast.AST) -> list[tuple[int, str]]:
    """All but the words of a Literal: one of a plugin's categories may be called as a plugin is."""
    words = {
        id(inside)
        for node in ast.walk(module)
        if isinstance(node, ast.Subscript)
        if isinstance(node.value, ast.Name) and node.value.id == "Literal"
        for inside in ast.walk(node)
    }
    return [
        (node.lineno, node.value)
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in words
    ]


def test_no_template_of_the_platform_or_a_theme_names_a_plugin() -> None:
    named = re.compile(rf"""["'](?:{"|".join(plugin_names())})[/:.]""")
    found = [path for path in templates() if "plugins" not in path.relative_to(ROOT).parts]

    assert [short(path) for path in found if named.search(path.read_text())] == []


def test_a_plugin_imports_the_plugin_api_and_nothing_else_of_ours() -> None:
    wrong = [
        f"{short(path)} imports {module}"
        for name in plugin_names()
        for path in python_files(f"plugins/{name}")
        if "tests" not in path.parts
        for module in imports(path)
        if module.split(".")[0] in {"verbund", "plugins"}
        if module != "verbund.plugin" and not f"{module}.".startswith(f"plugins.{name}.")
    ]

    assert wrong == []


def test_modules_begin_with_a_sentence() -> None:
    bare = [
        short(path)
        for path in python_files()
        if path.read_text().strip() and not ast.get_docstring(tree(path))
    ]

    assert bare == []


def test_files_are_short() -> None:
    sources = [*python_files(), *templates(), *files(".css", ".js", below=("platform", "themes"))]
    long = {short(path): len(path.read_text().splitlines()) for path in sources}

    assert {name: lines for name, lines in long.items() if lines >= LONGEST_FILE} == {}


def test_nothing_is_left_unfinished_or_skipped() -> None:
    guards = ROOT / "tests" / "architecture"
    found = [
        f"{short(path)}:{number} {line.strip()}"
        for path in [*python_files(), *templates()]
        if path.parent != guards
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if UNFINISHED.search(line) or SKIPS.search(line)
    ]

    assert found == []


def files_below(folder: str) -> list:
    suffixes = {path.suffix for path in (ROOT / folder).rglob("*") if path.is_file()}
    return files(*sorted(suffixes), below=(folder,))
