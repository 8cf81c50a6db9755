"""The core's demo content: accounts, pages and home pages of a tenant's folder."""

from verbund.onboarding.demo_content.accounts import load_accounts, unload_accounts
from verbund.onboarding.demo_content.pages import load_pages, unload_pages
from verbund.plugin.contributions import DemoContent

demo_content = (
    DemoContent("accounts", load_accounts, unload_accounts, order=100),
    DemoContent("pages", load_pages, unload_pages, order=200),
)
