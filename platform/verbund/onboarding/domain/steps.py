"""What happens inside a new tenant, in order; each step is one transaction and has a name."""

from verbund.accounts.roles_sync import remove_stock_groups, sync_roles
from verbund.onboarding.domain.invitation import prepare_admin
from verbund.onboarding.domain.logo import keep_logo
from verbund.onboarding.domain.review import make_review_workflow
from verbund.onboarding.domain.site_tree import make_legal_pages, make_site_tree
from verbund.onboarding.domain.start_pages import make_start_pages
from verbund.pages.models import HomePage
from verbund.plugin.gate import active
from verbund.plugin.switching import enable_plugin
from verbund.tenancy.domain.membership import join_network
from verbund.tenancy.domain.provisioning import Step
from verbund.tenancy.enums import TenantKind
from verbund.tenancy.models import Network, Tenant
from verbund.tenancy.recipe import Membership, NetworkProfile, Recipe


def steps_for(recipe: Recipe) -> list[Step]:
    """The steps for a recipe's kind of tenant; operators have no public pages."""
    steps = [
        Step("plugins", lambda tenant: _switch_plugins(tenant, recipe)),
        Step("logo", lambda tenant: keep_logo(tenant, recipe.brand.logo)),
        Step("page tree", lambda tenant: _tree(tenant, recipe)),
        Step("roles", _roles),
    ]
    if recipe.kind != TenantKind.OPERATOR.value:
        steps += [
            Step("seeds", _seeds),
            Step("start pages", lambda tenant: _start_pages(tenant, recipe)),
            Step("review", lambda tenant: make_review_workflow()),
            Step("network", lambda tenant: _network(tenant, recipe)),
        ]
    return [*steps, Step("first admin", lambda tenant: _first_admin(recipe))]


def _switch_plugins(tenant: Tenant, recipe: Recipe) -> None:
    for label in recipe.enabled_plugins:
        enable_plugin(tenant, label, recipe.plugins[label].settings)


def _tree(tenant: Tenant, recipe: Recipe) -> None:
    make_site_tree(tenant, recipe.canonical_domain)


def _roles(tenant: Tenant) -> None:
    remove_stock_groups()
    sync_roles(tenant)


def _seeds(tenant: Tenant) -> None:
    for seed in active("seeds", tenant):
        seed.run(tenant)
    sync_roles(tenant)  # again: some hold for the branch of a page that a seed has made


def _start_pages(tenant: Tenant, recipe: Recipe) -> None:
    home = HomePage.objects.get(locale__language_code="de")
    make_start_pages(home, recipe)
    make_legal_pages(home)


def _network(tenant: Tenant, recipe: Recipe) -> None:
    if isinstance(recipe.network, NetworkProfile):
        Network.objects.create(tenant=tenant, **recipe.network.model_dump())
    elif isinstance(recipe.network, Membership):
        network = Network.objects.get(tenant__schema_name=recipe.network.network)
        join_network(tenant, network, joined=recipe.network.joined, focus=recipe.network.focus)


def _first_admin(recipe: Recipe) -> None:
    admin = recipe.admin
    prepare_admin(admin.email, admin.first_name, admin.last_name)
