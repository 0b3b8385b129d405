"""An answer as a picture of a terminal: rich's own export, cropped to what there is to see."""

from collections.abc import Iterable
from html import escape
from io import StringIO

from rich.console import Console
from rich.terminal_theme import TerminalTheme

from cpdlog.model.visible import visible, width
from cpdlog.render import paint, terminal
from cpdlog.render.blocks import Block, Paper, plain

# The first eight are the colours of a terminal by number, the others their bright kin.
THEME = TerminalTheme(
    (22, 27, 34),
    (230, 237, 243),
    [
        *[(110, 118, 129), (255, 123, 114), (86, 211, 100), (227, 179, 65)],
        *[(121, 192, 255), (210, 168, 255), (118, 227, 234), (230, 237, 243)],
    ],
)
# Rich's own format fetches a font from elsewhere; this one takes what the reader has.
FORMAT = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img"
 aria-labelledby="{unique_id}-title">
<title id="{unique_id}-title">TITLE</title>
<style>
.{unique_id}-matrix {{
  font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
  font-size: {char_height}px;
}}
.{unique_id}-typed {{ fill: #8b949e; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
<rect width="100%" height="100%" rx="8" fill="#161b22"/>
<g class="{unique_id}-matrix">
<text class="{unique_id}-typed" x="{terminal_x}" y="28">$ TITLE</text>
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
{matrix}
</g>
</g>
</svg>
"""


def svg(answer: Iterable[Block], room: int, title: str) -> str:
    """The picture.

    Args:
        answer: What is to be seen.
        room: Cells of a line at most.
        title: The command that shows it.
    """
    found = tuple(answer)
    paper = Paper(room, fine=True)
    lines = [visible(plain(line)) for block in found for line in paint.lines(block, paper)]
    to = Console(
        file=StringIO(),
        width=min(room, max(map(width, lines), default=room)),
        record=True,
        force_terminal=True,
        legacy_windows=False,
        color_system="standard",
    )
    # Laid out for the whole room, and printed where the cropped picture ends.
    terminal.print_all(found, to, paper)
    said = escape(title).replace("{", "{{").replace("}", "}}")
    return to.export_svg(
        theme=THEME, code_format=FORMAT.replace("TITLE", said), unique_id="cpdlog", title=""
    )
