"""Each key of a TOML text is found on its line."""

from verbund.tenancy.recipe.lines import key_lines, line_of

TEXT = '''\
# first = "a comment"
name = "A"
domains = [
  "name = no key",  # ] no end
  "b",
]
long = """
[no table]
key = "no key"
"""
[brand]
light.ink = "#000000"
"quoted key" = 1
[[pages.start]]
slug = "a"
[[pages.start]]
slug = "b"
[plugins.news.settings]
size = { a = 1, b = [2] }
last = 'a"b'
'''


def test_keys_of_the_top_and_of_tables():
    lines = key_lines(TEXT)

    assert lines["name",] == 2
    assert lines["domains",] == 3
    assert lines["brand", "light", "ink"] == 12
    assert lines["brand", "quoted key"] == 13
    assert lines["plugins", "news", "settings", "last"] == 20


def test_entries_of_an_array_of_tables_are_counted():
    lines = key_lines(TEXT)

    assert lines["pages", "start", 0, "slug"] == 15
    assert lines["pages", "start", 1] == 16
    assert lines["pages", "start", 1, "slug"] == 17


def test_what_stands_in_a_value_is_no_key():
    lines = key_lines(TEXT)

    assert ("key",) not in lines
    assert ("no table",) not in lines
    assert ("first",) not in lines


def test_a_key_without_a_line_gets_that_of_its_table():
    lines = key_lines(TEXT)

    assert line_of(("brand", "missing"), lines) == 11
    assert line_of(("domains", 1), lines) == 3
    assert line_of(("missing",), lines) == 1
