"""What an association sets once for all its press releases.

Titles and descriptions are msgids: the form that is made of the model translates them.
"""

from pydantic import Field

from verbund.plugin import PluginSettings


class NewsSettings(PluginSettings):
    """Stands in each press release that says nothing else."""

    about_us: str = Field(
        "",
        max_length=1200,
        title="About us",
        description="Three or four sentences for people who don't know you, below each release.",
    )
    press_office: str = Field("", max_length=120, title="Press office")
    press_hours: str = Field("", max_length=160, title="When the press can reach somebody")
