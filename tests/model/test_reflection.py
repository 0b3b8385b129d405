import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpdlog.model.checklist import DATES, ITEM, visible_lines
from cpdlog.model.reflection import HEADING, WORD, without_comments, words_said


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("", 0),
        ("\n\n", 0),
        ("I learnt a lot.\n", 4),
        ("## What?\n\nWell-being isn't *easy*.\n", 3),
        ("## What?\n<!-- What happened?\n     And then? -->\n\n## So what?\n<!-- Why? -->\n", 0),
        ("<!-- never closed\n## What?\nhidden\n", 0),
        ("Said. <!-- not --> Said too.\n", 3),
        ("# Head\n#hashtag is said\n    # so is this\n", 6),
        ("---\n* * *\n___\n…\n> -\n", 0),
        ("> Quoted words\n* a list\n1. numbered\n", 6),
        ("```\ncode <!-- is\n```\nsaid\n~~~~ yaml\ntitle: x\n~~~\n~~~~\nthis\n", 2),
        ("```python\ncode\n", 0),
        ("said\n```", 1),
        ("<!-- a ``` --> said\n```\nb\n```\n", 1),
        ("研修で学んだ\n", 1),
        ("- [ ] make a screencast (due 2026-12-01)\n", 0),
        ("- [x] make a screencast (done 2026-12-01)\r\n", 0),
        ("Good.\n- [ ] make a screencast (due 2026-12-01)\n", 4),
        ("Good.\r\n* [x] done (due 2026-12-01, done 2026-11-30)\r\n", 2),
        ("See [the notes](https://example.org).\n", 3),
    ],
)
def test_a_body_says_its_words_but_not_headings_comments_code_or_mere_plans(
    body: str, words: int
) -> None:
    assert words_said(body) == words


@pytest.mark.parametrize(
    ("body", "rest"),
    [
        ("Said.\n", "Said.\n"),
        ("## What?\n<!-- What happened?\n     And then? -->\nI went.\n", "## What?\n\nI went.\n"),
        ("Said. <!-- a --> And <!-- b -->said.", "Said.  And said."),
        ("Said.\n<!-- never closed\n## What?\n", "Said.\n"),
        ("```\n<!-- code -->\n```\n<!-- not -->said\n", "```\n<!-- code -->\n```\nsaid\n"),
        ("<!-- a ```\n--> said\n```\n<!-- b -->", " said\n```\n<!-- b -->"),
        ("~~~ html\n<!-- code\n", "~~~ html\n<!-- code\n"),
    ],
)
def test_a_body_without_comments_keeps_its_code(body: str, rest: str) -> None:
    assert without_comments(body) == rest


SEEN = """
Some words here.
 - item
- [ ] look (due 2026-12-01)
* [x] seen (done 2026-12-01)
## Head
#no head
```
~~~
~~~~ py
 ```` x
<!-- a
b -->
<!-- c --> said
-->
text <!-- d
—"""
LINES = st.sampled_from(SEEN.split("\n"))


def read_line_by_line(body: str) -> int:
    """The same count, slowly."""
    lines = [line for _, line in visible_lines(body) if not HEADING.match(line)]
    items = [item for line in lines if (item := re.match(ITEM, line.rstrip()))]
    plain = [line for line in lines if not re.match(ITEM, line.rstrip())]
    said = [word for line in plain for word in line.split() if WORD.search(word)]
    planned = [
        word
        for item in items
        for word in re.sub(DATES, "", item["text"]).split()
        if WORD.search(word)
    ]
    return len(said + planned) if said else 0


@given(st.lists(LINES, max_size=14), st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=400)
def test_the_quick_count_is_the_count_line_by_line(lines: list[str], end: str) -> None:
    body = end.join(lines)
    assert words_said(body) == read_line_by_line(body)


@pytest.mark.parametrize(
    "body",
    [
        "<!--" * 100_000,
        "```\n" * 100_000,
        "~~~\n" + "`" * 400_000,
        "\n```\n~~~" * 50_000,
        "- [ ] a\n" * 50_000,
        "- [ ] a" + " " * 400_000 + "b",
        "- [ ] a (due" + " " * 400_000 + "b",
        "- [ ] a" + " (due 2026" * 40_000,
        "[" * 400_000,
        "#" * 400_000,
    ],
)
def test_no_body_takes_long(body: str) -> None:
    start = time.process_time()
    words_said(body)
    assert time.process_time() - start < 1
