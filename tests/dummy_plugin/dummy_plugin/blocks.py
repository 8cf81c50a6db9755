"""A block for pages' bodies."""

from wagtail.blocks import CharBlock, StructBlock

from verbund.plugin import ContentBlock


class DummyBlock(StructBlock):
    text = CharBlock()

    class Meta:
        template = "dummy/blocks/dummy.html"


content_blocks = (ContentBlock("dummy", DummyBlock),)
