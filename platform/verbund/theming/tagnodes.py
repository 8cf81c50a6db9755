"""How `{% component %}`, `{% componentblock %}` and `{% slot %}` are compiled."""

from django.template import Context, Node, NodeList, TemplateSyntaxError
from django.template.base import FilterExpression, Parser, Token, token_kwargs
from django.utils.safestring import SafeString

from verbund.theming.components import render_component


class ComponentNode(Node):
    """`{% component "card" item title=… %}`; the block form adds its content and slots."""

    def __init__(
        self,
        name: FilterExpression,
        item: FilterExpression | None,
        arguments: dict[str, FilterExpression],
        slots: dict[str, NodeList],
    ) -> None:
        self.name, self.item, self.arguments, self.slots = name, item, arguments, slots

    def render(self, context: Context) -> SafeString:
        item = self.item.resolve(context) if self.item else None
        arguments = {key: value.resolve(context) for key, value in self.arguments.items()}
        filled = {key: nodes.render(context) for key, nodes in self.slots.items()}
        name = self.name.resolve(context)
        return render_component(context, name, item, {**arguments, **filled})


class SlotNode(Node):
    """Its nodes are taken out by the block that it stands in."""

    def __init__(self, name: str, nodelist: NodeList) -> None:
        self.name, self.nodelist = name, nodelist


Signature = tuple[FilterExpression, FilterExpression | None, dict[str, FilterExpression]]


def _signature(parser: Parser, token: Token) -> Signature:
    tag, *bits = token.split_contents()
    if not bits:
        raise TemplateSyntaxError(f'{tag}: name a component, {{% {tag} "card" title=… %}}.')
    name, rest = parser.compile_filter(bits[0]), bits[1:]
    item = parser.compile_filter(rest.pop(0)) if rest and "=" not in rest[0] else None
    arguments = token_kwargs(rest, parser)
    if rest:
        raise TemplateSyntaxError(f"{tag}: can't read {' '.join(rest)!r}, use name=value.")
    return name, item, arguments


def compile_component(parser: Parser, token: Token) -> ComponentNode:
    return ComponentNode(*_signature(parser, token), slots={})


def compile_block(parser: Parser, token: Token) -> ComponentNode:
    signature = _signature(parser, token)
    nodes = parser.parse(["endcomponentblock"])
    parser.delete_first_token()
    slots = {node.name: node.nodelist for node in nodes if isinstance(node, SlotNode)}
    content = NodeList([node for node in nodes if not isinstance(node, SlotNode)])
    return ComponentNode(*signature, slots={"content": content, **slots})


def compile_slot(parser: Parser, token: Token) -> SlotNode:
    bits = token.split_contents()
    if len(bits) != 2:
        raise TemplateSyntaxError('slot: name it, {% slot "aside" %}.')
    nodelist = parser.parse(["endslot"])
    parser.delete_first_token()
    return SlotNode(bits[1].strip("\"'"), nodelist)
