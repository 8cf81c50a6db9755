"""The demo's pool, from tenants/<city>/content/resources.toml."""

from plugins.resources.domain.demo_stock import load_pool, unload_pool
from verbund.plugin import DemoContent

# After the directory: requests name its organisations.
demo_content = (DemoContent("resources", load_pool, unload_pool, order=320),)
