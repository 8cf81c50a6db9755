"""The gate for blocks: one of a plugin that is off stays in its page and shows nothing."""

from collections.abc import Iterator
from typing import Any

from wagtail.blocks import Block

from verbund.plugin.config import ContributingConfig
from verbund.plugin.contributions import ContentBlock
from verbund.plugin.gate import contributed, is_on


def contributed_blocks(where: str) -> list[tuple[str, Block]]:
    """Name and block of each contribution to this place, by order; decided when rendered."""
    found: Iterator[tuple[ContributingConfig, ContentBlock]] = contributed("content_blocks")
    here = [(config, one) for config, one in found if one.where == where]
    here.sort(key=lambda pair: pair[1].order)
    return [(one.name, _gated(config, one.block())) for config, one in here]


def _gated(config: ContributingConfig, block: Block) -> Block:
    plain = block.render

    def render(value: Any, context: Any = None) -> str:
        return plain(value, context) if is_on(config) else ""

    block.render = render
    return block
