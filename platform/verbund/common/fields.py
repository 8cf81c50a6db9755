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

    def deconstruct(self) -> Any:
        # Not StreamField's, which lists the blocks.
        name, path, _args, kwargs = models.Field.deconstruct(self)
        return name, path, [], kwargs
