"""A step runs when its inputs changed, and at no other time."""

from pathlib import Path

import pytest

from verbund.server.preparation import STEPS, Step, input_files, mark_done, pending

FILES = Step("Files", ("files",), ("tenants/**/*", "**/locale/*/LC_MESSAGES/*.po"))
TABLES = Step("Tables", ("tables",), ("requirements.lock",), database=True)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "root"
    (root / "tenants" / "dortmund").mkdir(parents=True)
    (root / "tenants" / "dortmund" / "tenant.toml").write_text('name = "Dortmund"')
    (root / "requirements.lock").write_text("django==5.2")
    return root


@pytest.fixture
def data(tmp_path: Path, root: Path) -> Path:
    """A data folder in which both steps were done."""
    data = tmp_path / "var"
    data.mkdir()
    for step in (FILES, TABLES):
        mark_done(step, root, data, "one")
    return data


def left(root: Path, data: Path, database: str | None = "one") -> list[str]:
    return [step.label for step in pending((FILES, TABLES), root, data, database)]


def test_everything_is_to_be_done_at_first(root: Path, tmp_path: Path) -> None:
    assert left(root, tmp_path) == ["Files", "Tables"]


def test_nothing_is_to_be_done_twice(root: Path, data: Path) -> None:
    assert left(root, data) == []


def test_a_changed_file_brings_its_step_back(root: Path, data: Path) -> None:
    (root / "tenants" / "dortmund" / "tenant.toml").write_text('name = "Bochum"')

    assert left(root, data) == ["Files"]


def test_a_new_file_brings_its_step_back(root: Path, data: Path) -> None:
    locale = root / "plugins" / "news" / "locale" / "de" / "LC_MESSAGES"
    locale.mkdir(parents=True)
    (locale / "django.po").write_text("")

    assert left(root, data) == ["Files"]


def test_another_database_brings_back_what_was_done_to_the_first(root: Path, data: Path) -> None:
    assert left(root, data, "two") == ["Tables"]


def test_a_database_that_nobody_knows_is_prepared_each_time(root: Path, data: Path) -> None:
    assert left(root, data, None) == ["Tables"]


def test_a_broken_record_counts_as_none(root: Path, data: Path) -> None:
    (data / "prepared.json").write_text("{")

    assert left(root, data) == ["Files", "Tables"]


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.label)
def test_each_of_our_steps_depends_on_files_that_are_there(step: Step) -> None:
    root = Path(__file__).resolve().parents[2]

    assert input_files(step, root)
