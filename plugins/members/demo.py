"""The demo's directory, from tenants/<city>/content/members.toml."""

from plugins.members.domain.demo_entries import load_entries, unload_entries
from verbund.plugin import DemoContent

# After the core's pages and accounts: home pages of all languages are made there.
demo_content = (DemoContent("members", load_entries, unload_entries, order=310),)
