"""Lays blocks out in lines: where each word and each mark stands, before colour is put to it.

The terminal and the pipe have the same lines; only the drawings are finer on the one. What comes
from files is made visible here, at the last moment, so that no view can forget it.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from cpdlog.model.visible import fit, visible, width
from cpdlog.render import days
from cpdlog.render.blocks import (
    COMMAND,
    FAINT,
    STRONG,
    Bar,
    Cell,
    Column,
    Facts,
    Heading,
    Line,
    Marks,
    Paper,
    Span,
    Steps,
    Table,
    plain,
)
from cpdlog.render.fitting import BETWEEN, Fitted, fitted, gap, has_pictures

UNCUT = 1_000_000  # cells of a line that takes any text
INDENT = "    "
INSET = Span("  ")
BLANKS = "   "
DONE, HALF, TO_DO, PACE = "━", "╸", "─", "┃"


def heading(block: Heading, paper: Paper) -> Iterator[Line]:
    """Two texts at the ends of a line, or the second below where both do not fit."""
    left, right = visible(block.left), visible(block.right)
    between = paper.room - width(left) - width(right)
    if right and between >= len(INDENT):
        yield (Span(left, STRONG), Span(" " * between), Span(right, FAINT))
        return
    yield from folded((Span(left, STRONG),), paper.room)
    if right:
        yield from folded((Span(right, FAINT),), paper.room)


def steps(block: Steps, paper: Paper) -> Iterator[Line]:
    """Commands to paste, each below its reason; a command is never folded."""
    for reason, command in block.steps:
        if reason:
            yield from folded((Span(reason),), paper.room)
        yield (Span(INDENT), Span(visible(command), COMMAND))


def table(block: Table, paper: Paper) -> Iterator[Line]:
    """A table with its headings in capitals and no lines between; as lines where it cannot be."""
    found = fitted(block, UNCUT if paper.uncut else paper.room)
    if found is None:
        for cells in block.rows:
            yield from stacked(cells, paper)
        return
    if any(column.title for column in found.table.columns):
        yield joined([Span(it.title.upper(), FAINT) for it in found.table.columns], found, paper)
    for cells in found.table.rows:
        yield joined(cells, found, paper)
    if block.legend and has_pictures(found.table):
        yield from folded((Span(block.legend, FAINT),), paper.room)
    if gone := missed(block) - missed(found.table):
        yield from left_out(days.counted(gone, "column"), paper)


def missed(block: Table) -> int:
    """How many columns a table has whose absence is told."""
    return sum(column.missed for column in block.columns)


def joined(cells: Sequence[Cell], found: Fitted, paper: Paper) -> Line:
    """One row."""
    spans: list[Span] = []
    for cell, column, wide in zip(cells, found.table.columns, found.wide, strict=True):
        if spans:
            spans.append(Span(" " * gap(column)))
        spans += padded(cell, column, wide, paper)
    return stripped(spans)


def padded(cell: Cell, column: Column, wide: int, paper: Paper) -> Iterator[Span]:
    """A cell at its width."""
    inside = drawn(cell, wide, paper)
    filling = Span(" " * (wide - width(plain(inside))))
    if column.right:
        yield filling
    yield from inside
    if not column.right:
        yield filling


def stripped(line: Iterable[Span]) -> Line:
    """A line without blanks at its end."""
    spans = list(line)
    while spans and not spans[-1].text.strip():
        spans.pop()
    if spans:
        spans[-1] = spans[-1]._replace(text=spans[-1].text.rstrip())
    return tuple(spans)


def drawn(cell: Cell, wide: int, paper: Paper) -> Line:
    """What stands in a cell."""
    match cell:
        case Bar():
            return fine_bar(cell, wide) if paper.fine else (Span(ascii_bar(cell, wide)),)
        case Marks():
            return (Span(cell.fine if paper.fine else cell.plain, cell.style),)
        case _:
            text = fit(visible(cell.text), wide, "…" if paper.fine else "...")
            return (cell._replace(text=text),)


def ascii_bar(share: Bar, wide: int) -> str:
    """`[######....|...]`: done, to do, and where an even pace would be."""
    inside = wide - 2
    done = int(share.done * inside)
    marks = ["#"] * done + ["."] * (inside - done)
    if share.pace is not None:
        marks[place(share.pace, inside)] = "|"
    return f"[{''.join(marks)}]"


def fine_bar(share: Bar, wide: int) -> Line:
    """The same in lines, done in its colour, to half a cell."""
    halves = int(share.done * wide * 2)
    full = DONE * (halves // 2) + HALF * (halves % 2)
    marks = [Span(mark, share.style) for mark in full]
    marks += [Span(TO_DO, FAINT)] * (wide - len(full))
    if share.pace is not None:
        marks[place(share.pace, wide)] = Span(PACE, STRONG)
    return tuple(
        Span("".join(span.text for span in same), style)
        for style, same in groupby(marks, key=lambda span: span.style)
    )


def place(share: float, cells: int) -> int:
    """The cell in which a share of a bar ends."""
    return min(cells - 1, int(share * cells))


def facts(block: Facts, paper: Paper) -> Iterator[Line]:
    """Names and texts, two beside each other where they fit, else one below another."""
    pairs = [block.facts[place : place + 2] for place in range(0, len(block.facts), 2)]
    beside = Table((Column(""),) * 4, tuple(map(fact_row, pairs)))
    if fitted(beside, paper.room):
        yield from table(beside, paper)
        return
    wide = max(width(name) for name, _ in block.facts)
    for name, text in block.facts:
        label = Span(f"{name:<{wide}}  ", FAINT)
        for line in folded((Span(text),), paper.room - wide - BETWEEN):
            yield (label, *line)
            label = Span(" " * (wide + BETWEEN))


def fact_row(facts: Sequence[tuple[str, str]]) -> tuple[Cell, ...]:
    """One or two facts as the cells of a row."""
    cells = [cell for name, text in facts for cell in (Span(name, FAINT), Span(text))]
    return (*cells, *[Span("")] * (4 - len(cells)))


def flowing(parts: Iterable[str], paper: Paper) -> Iterator[Line]:
    """Short texts one after the other, parted by blanks, none of them broken: legends."""
    line = ""
    for part in parts:
        if line and width(line) + len(BLANKS) + width(part) > paper.room:
            yield (Span(line, FAINT),)
            line = part
        else:
            line = f"{line}{BLANKS}{part}" if line else part
    yield (Span(line, FAINT),)


def left_out(what: str, paper: Paper) -> Iterator[Line]:
    """That something is not shown for want of room."""
    return folded((Span(f"{what} left out for want of room.", FAINT),), paper.room)


def stacked(cells: Sequence[Cell], paper: Paper) -> Iterator[Line]:
    """A row as lines, those after the first set in."""
    line: list[Span] = []
    for text in texts(cells, paper):
        wide = width(text.text)
        too_long = wide > paper.room - BETWEEN  # for a line of its own, so it begins in this one
        if line and not too_long and width(plain(line)) + BETWEEN + wide > paper.room:
            yield tuple(line)
            line = [INSET]
        elif line:
            line.append(INSET)
        begun = max(0, width(plain(line)) - BETWEEN)
        *full, last = folded((text,), paper.room - BETWEEN, begun)
        for part in full:
            yield (*line, *part)
            line = [INSET]
        line += last
    yield tuple(line)


def texts(cells: Sequence[Cell], paper: Paper) -> Iterator[Span]:
    """The cells of a row that say something, without the blanks that align them; no bars."""
    for cell in cells:
        if not isinstance(cell, Bar):
            text = drawn(cell, UNCUT, paper)[0]
            if text.text.strip():
                yield text._replace(text=text.text.strip())


def folded(spans: Sequence[Span], room: int, begun: int = 0) -> Iterator[Line]:
    """Spans in lines of at most `room` cells, broken between words.

    Args:
        spans: What is to be folded.
        room: Cells of a line.
        begun: Cells of the first line that something else has taken.
    """
    line: list[Span] = []
    used = begun
    for word in words(spans):
        wide = width(plain(word))
        if used and used + bool(line) + wide > room:
            yield tuple(line)
            line, used = [], 0
        used += wide + bool(line)
        line += [Span(" "), *word] if line else word
    yield tuple(line)


def words(spans: Sequence[Span]) -> Iterator[list[Span]]:
    """The words of spans; one that spans share is kept together."""
    word: list[Span] = []
    for span in spans:
        first, *others = visible(span.text).split(" ")
        word.append(span._replace(text=first))
        for text in others:
            yield word
            word = [span._replace(text=text)]
    yield word
