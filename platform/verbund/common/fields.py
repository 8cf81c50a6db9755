"""A StreamField whose blocks stay out of migrations.

Blocks come from plugins too; with Wagtail's own field each of them would change the core's
migrations.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.functional import cached_property
from wagtail.blocks import Block, StreamBlock
from wagtail.fields import StreamField

from verbund.common.richtext import clean_stream

Blocks = list[tuple[str, Block]]


class MigrationLightStreamField(StreamField):
    """Takes a callable that names the blocks, asked when first needed; migrations hold none."""

    def __init__(self, blocks: Callable[[], Blocks] | None = None, **kwargs: Any) -> None:
        self._blocks = blocks
        super().__init__([], **kwargs)

    if TYPE_CHECKING:

        def __get__(self, instance: object, owner: object = None) -> Any: ...
        def __set__(self, instance: object, value: Any) -> None: ...

    @cached_property
    def stream_block(self) -> StreamBlock:
        block = StreamBlock(self._blocks() if self._blocks else [])
        block.set_meta_options(self.block_opts)
        return block

    def get_prep_value(self, value: Any) -> Any:
        prepared = super().get_prep_value(value)
        # Wagtail stores a part that nobody looked at as it came, from an import or a copy.
        return clean_stream(self.stream_block, prepared) if _is_stream(prepared) else prepared

    def deconstruct(self) -> Any:
        # Not StreamField's, which lists the blocks.
        name, path, _args, kwargs = models.Field.deconstruct(self)
        return name, path, [], kwargs


def _is_stream(prepared: Any) -> bool:
    """What is stored, and not what a query asks for."""
    return isinstance(prepared, list) and all(
        isinstance(item, dict) and {"type", "value"} <= item.keys() for item in prepared
    )
