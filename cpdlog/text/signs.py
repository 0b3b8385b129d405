"""Signs in front matter that mislead: what nobody can see, and '#' in the midst of a sentence."""

import re
from collections.abc import Iterator
from itertools import islice

from cpdlog.model.problem import Problem
from cpdlog.model.visible import fit, visible

# Control characters, the line ends of YAML 1.1 that no editor counts, and byte-order marks.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\r(?!\n)")
MOST = 20  # told of one file
# Keys whose values are sentences, in which a '#' is likely to be meant.
SENTENCE = r"(title|outcome|measure|reason):[ \t]+([^\s\"'|>#\[{].*)"
ROOM = 60  # cells of a value that is repeated in a hint


def without_controls(text: str) -> str:
    """`text` with U+FFFD for each character that YAML should not meet."""
    return CONTROL.sub("\ufffd", text) if CONTROL.search(text) else text


def misleading(text: str, first_line: int, path: str) -> Iterator[Problem]:
    """What is misleading in front matter, from its `first_line` on."""
    if CONTROL.search(text):
        yield from islice(control_characters(text, first_line, path), MOST)
    if " #" in text:
        yield from lost_comments(text, first_line, path)


def control_characters(text: str, first_line: int, path: str) -> Iterator[Problem]:
    """A problem for each line that holds a character which nobody can see."""
    for number, line in enumerate(text.split("\n"), first_line):
        found = CONTROL.search(line + "\n")
        if found:
            message = f"The line holds a control character, {visible(found[0])}."
            yield Problem(path, number, "", message, "Delete it, or type the line again.")


def lost_comments(text: str, first_line: int, path: str) -> Iterator[Problem]:
    """A warning for each sentence without quotes that a ' #' cuts short."""
    from cpdlog.text.compose import quoted

    for number, line in enumerate(text.split("\n"), first_line):
        sentence = re.match(SENTENCE, line)
        if sentence and " #" in line:
            key, value = sentence[1], sentence[2].strip()
            message = f"' #' begins a comment, which is no part of the {key}."
            hint = f"If it is meant as text: {key}: {quoted(fit(value, ROOM))}"
            yield Problem(path, number, key, message, hint, "warning")
