"""What a YAML parser objects to, as a sentence for the person who typed it.

libyaml and PyYAML's own parser say the same things in different words; both are known here.
"""

import re
from typing import NamedTuple

from yaml import MarkedYAMLError

from cpdlog.model.problem import Problem
from cpdlog.model.visible import fit
from cpdlog.text.compose import quoted

# A line as `- key: value`, of which the dash and the key may be missing.
TYPED = re.compile(r"[ \t]*(?:- +)*(?:(?P<key>[^\W\d_]\w*): +)?(?P<value>.*)")
GLUED = r"(?P<key>[^\W\d_]\w*):(?P<value>[^\s/].*)"  # no address, such as http://x
# What a parser says of a line that follows from one with such a key, or from an indented one.
UNEXPECTED = "mapping values are not allowed|could not find expected ':'|document start"
ROOM = 60  # cells of a value that is repeated in a hint


class Case(NamedTuple):
    """Something that a parser says.

    Attributes:
        sign: What it says.
        value: How the value on the line begins.
        message: What to tell; `{first}` is the value's first character.
        hint: What to do; `{fixed}` is the line with its value in quotes.
        from_start: Whether to name the line where the faulty piece begins, not where it shows.
    """

    sign: str
    value: str
    message: str
    hint: str
    from_start: bool = False


QUOTE_IT = "Put it in quotes: {fixed}"
CASES = tuple(
    (re.compile(case.sign), re.compile(case.value), case)
    for case in (
        # libyaml since 0.2.6 looks a thousand deep ahead, and is the first to object.
        Case("nesting depth", "", "Lists are nested more than 20 deep.", ""),
        Case(
            "quoted scalar: found unexpected (end of stream|document)",
            "",
            "The quote that opens here is never closed.",
            "Close it at the end of the value.",
            from_start=True,
        ),
        Case(
            "quoted scalar: (found unknown escape|.*hex)",
            "",
            r"A '\' in double quotes has a meaning of its own.",
            r"Write '\\', or use single quotes.",
        ),
        Case(r"character '\\t'", "", "A tab stands where blanks belong.", "Use blanks."),
        Case("", "[@`%*&!|>?-]", "A value that begins with '{first}' needs quotes.", QUOTE_IT),
        Case(
            "values are not allowed",
            r".*:(\s|$)",
            "A value with ': ' in it needs quotes.",
            QUOTE_IT,
        ),
        Case(
            "values are not allowed",
            "",
            "The line does not follow from the one before.",
            "Write 'key: value' from the beginning of the line.",
        ),
        Case(
            "could not find expected ':'",
            "",
            "The line is not 'key: value'.",
            "Write it so, or indent it to go on with the value above.",
            from_start=True,
        ),
        Case(
            "flow|node content",
            "",
            "The list that begins here is not closed, or has a comma too many or too few.",
            "Write it as [one, two], with quotes around an item that has signs in it.",
            from_start=True,
        ),
        Case(
            "expected key|block end",
            "[\"']",
            "There is text after the closing quote.",
            'Put the whole value in double quotes, and write \\" for a quote inside.',
        ),
        Case(
            "expected key|block end|'-' indicator",
            "",
            "The line is indented otherwise than its neighbours.",
            "Begin each key at the start of its line, and indent the items of a list alike.",
        ),
    )
)


def told(error: Exception, text: str, first_line: int, path: str) -> Problem:
    """What `error` says about `text`, in the file's own lines.

    Args:
        error: Raised by PyYAML.
        text: What it was reading.
        first_line: The line of the file on which `text` begins.
        path: For the problem.
    """
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return Problem(path, first_line, "", "It cannot be read as YAML.", "Write it more simply.")
    said = f"{error.context}: {error.problem}"
    lines = text.split("\n")
    if found := misplaced(said, lines[: error.problem_mark.line], first_line, path):
        return found
    for sign, beginning, case in CASES:
        mark = error.context_mark if case.from_start else error.problem_mark
        number = min((mark or error.problem_mark).line, len(lines) - 1)
        typed = TYPED.match(lines[number])
        if sign.search(said) and typed and beginning.match(typed["value"]):
            return in_words(case, typed, Problem(path, number + first_line, "", ""))
    line = error.problem_mark.line + first_line
    return Problem(path, line, "", f"It cannot be read as YAML: {error.problem}.")


def misplaced(said: str, lines: list[str], first_line: int, path: str) -> Problem | None:
    """What is wrong with an earlier line than the one at which a parser stops.

    That is a key without a blank after its colon, which is taken for the beginning of a text, or a
    first key that is indented, so that the next one does not belong with it.

    Args:
        said: What the parser says.
        lines: The lines before the one at which it stops.
        first_line: The line of the file that is the first of them.
        path: For the problem.
    """
    above = [(number, line) for number, line in enumerate(lines, first_line) if is_said(line)]
    if not above or not re.search(UNEXPECTED, said):
        return None
    number, line = above[-1]
    if typed := re.match(GLUED, line):
        message = f"A blank is missing after '{typed['key']}:'."
        hint = f"Write {typed['key']}: {fit(typed['value'].strip(), ROOM)}"
        return Problem(path, number, typed["key"], message, hint)
    number, line = above[0]
    if line.startswith(" ") and "document start" in said:
        hint = "Begin each key at the start of its line."
        return Problem(path, number, "", "The first key is indented.", hint)
    return None


def is_said(line: str) -> bool:
    """Whether a line is neither blank nor a comment."""
    return line.lstrip()[:1] not in ("", "#")


def in_words(case: Case, typed: re.Match[str], place: Problem) -> Problem:
    """The problem of a case, with what was typed put in."""
    key, value = typed["key"] or "", typed["value"].strip()
    fixed = f"{key}: {quoted(fit(value, ROOM))}" if key else quoted(fit(value, ROOM))
    message = case.message.replace("{first}", value[:1])
    return place._replace(key=key, message=message, hint=case.hint.replace("{fixed}", fixed))
