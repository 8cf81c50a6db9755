"""The values of a statement, by name."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Parameters:
    """Values for a statement by name, so that its pieces can be built in any order."""

    values: dict[str, Any] = field(default_factory=dict)

    def bind(self, value: Any) -> str:
        name = f"p{len(self.values)}"
        self.values[name] = value
        return f"%({name})s"
