"""The demo's items, from tenants/<city>/content/news/."""

from plugins.news.domain.demo_items import load_items, unload_items
from verbund.plugin import DemoContent

# After the core's pages: the home pages of all languages are made there.
demo_content = (DemoContent("news", load_items, unload_items, order=300),)
