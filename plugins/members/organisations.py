"""What other plugins may ask about the directory's organisations."""

from plugins.members.domain import acting
from verbund.plugin import OrganisationSource

organisations = (
    OrganisationSource(
        "members", acting.of_account, acting.find, acting.get, acting.open_to_partners
    ),
)
