"""What the demo prints is read from the recipes."""

from pathlib import Path

from verbund.server.welcome import sites, welcome


def recipe(root: Path, folder: str, domains: str, kind: str = "city") -> None:
    path = root / "tenants" / folder / "tenant.toml"
    path.parent.mkdir(parents=True)
    path.write_text(f'name = "{folder.title()}"\nkind = "{kind}"\ndomains = {domains}')


def test_lists_cities_then_the_portal_then_the_operators(tmp_path: Path) -> None:
    recipe(tmp_path, "betrieb", '["betrieb.localhost"]', kind="operator")
    recipe(tmp_path, "netzwerk", '["netzwerk.localhost"]', kind="network")
    recipe(tmp_path, "dortmund", '["dortmund.localhost", "vmdo.localhost"]')
    recipe(tmp_path, "_example", '["beispiel.localhost"]')

    assert [site.host for site in sites(tmp_path)] == [
        "dortmund.localhost",
        "netzwerk.localhost",
        "betrieb.localhost",
    ]


def test_says_where_to_go_and_who_can_log_in(tmp_path: Path) -> None:
    recipe(tmp_path, "dortmund", '["dortmund.localhost"]')
    recipe(tmp_path, "betrieb", '["betrieb.localhost"]', kind="operator")

    text = welcome(tmp_path, 8001, 2.34, tmp_path / "log")

    assert "ready after 2.3 s" in text
    assert "http://dortmund.localhost:8001/\n" in text
    assert "http://betrieb.localhost:8001/admin/\n" in text
    assert "admin@dortmund.example, redaktion@dortmund.example, autor@dortmund.example" in text
    assert "betrieb@verbund.example" in text
    assert "verbund-demo" in text
