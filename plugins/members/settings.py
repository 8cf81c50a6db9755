"""What an association decides once for its whole directory.

Titles and descriptions are msgids: the form that is made of the model translates them.
"""

from typing import Annotated

from annotated_types import Ge, Le
from pydantic import Field

from verbund.plugin import PluginSettings


class MembersSettings(PluginSettings):
    """How often entries are confirmed, what becomes of those that are not, and the city's map."""

    confirm_after_months: Annotated[int, Ge(1), Le(60)] = Field(
        12,
        title="Months after which an entry counts as not confirmed",
        description="Its page then says since when nobody has confirmed it.",
    )
    hide_after_months: Annotated[int, Ge(0), Le(120)] = Field(
        24,
        title="Months without confirmation after which an entry is hidden",
        description="0: never. Nothing is deleted; once confirmed, the entry is back.",
    )
    trusted_at_once: bool = Field(
        True,
        title="Changes of trusted organisations are public at once",
        description="Without the tick their changes wait for a check as well.",
    )
    quarters: tuple[str, ...] = Field(
        (),
        title="Quarters of the city",
        description=(
            "What a new site begins with, one a line. “2.3 Eving” also says where it stands in "
            "the drawn overview: row 2, column 3."
        ),
    )
