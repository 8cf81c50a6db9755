"""What a new site gets; safe to run again."""

from dummy_plugin.models import Kind
from verbund.plugin import FirstStep, Seed, Tenant


def kinds(tenant: Tenant) -> None:
    Kind.objects.get_or_create(name=f"Seed of {tenant.schema_name}")


seeds = (Seed("kinds", kinds),)

first_steps = (
    FirstStep(
        "kind",
        "There is a kind",
        "Without one nothing can be sorted.",
        lambda: "/admin/",
        Kind.objects.exists,
    ),
)
