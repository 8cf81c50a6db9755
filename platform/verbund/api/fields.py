"""What every text has to be that programs send."""

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError


def _is_text(value: str) -> str:
    """:raises PydanticCustomError: characters that no database keeps, or half of one."""
    if "\0" in value or any("\ud800" <= letter <= "\udfff" for letter in value):
        raise PydanticCustomError("not_text", "This holds characters that no text has.")
    return value


only_text = AfterValidator(_is_text)
"""Last in the annotation of a field or parameter: ``Annotated[str, …, only_text]``."""
