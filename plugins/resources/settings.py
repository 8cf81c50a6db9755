"""What an association decides once for its pool.

Titles and descriptions are msgids: the form that is made of the model translates them.
"""

from typing import Annotated, Literal

from annotated_types import Ge, Le
from pydantic import Field

from verbund.plugin import PluginSettings


class ResourcesSettings(PluginSettings):
    """What holds where no rule says otherwise, and how long a request holds its pieces."""

    hold_hours: Annotated[int, Ge(1), Le(720)] = Field(
        120,
        title="Hours for which a request holds its pieces",
        description="If nobody decides by then, they are free again, and the borrower is told.",
    )
    confirm_hours: Annotated[int, Ge(1), Le(168)] = Field(
        24,
        title="Hours in which a borrower without account confirms her e-mail address",
    )
    lead_days: Annotated[int, Ge(0), Le(180)] = Field(
        2, title="Days ahead, at least", description="Where no rule says otherwise."
    )
    ahead_days: Annotated[int, Ge(1), Le(1000)] = Field(
        365, title="Days ahead, at most", description="Where no rule says otherwise."
    )
    longest_days: Annotated[int, Ge(1), Le(365)] = Field(
        7, title="Longest loan in days", description="Where no rule says otherwise."
    )
    cancel_days: Annotated[int, Ge(0), Le(90)] = Field(
        1,
        title="Cancel or change by link until, in days before",
        description="Where no rule says otherwise.",
    )
    approval: Literal["staff", "automatic"] = Field(
        "staff",
        title="Who decides about a request",
        description="“automatic” confirms at once what is free and keeps to the rules.",
    )
    plenty_from: Annotated[int, Ge(1), Le(100)] = Field(
        40,
        title="Percent of the stock from which the light says plenty",
        description="Below it says few, at nothing none.",
    )
