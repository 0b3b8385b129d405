"""Every answer from four journals, at every width, in every form: nothing breaks, nothing acts."""

from datetime import timedelta
from functools import cache
from pathlib import Path
from random import Random

import pytest

from cpdlog.model.record import Record
from cpdlog.store.cache import NoCache
from cpdlog.store.journal import Journal
from tests.progress.making import NEW_YEAR, TODAY, entry, goal, task
from tests.render.answers import answers
from tests.render.showing import piped, seen, too_wide

ROOT = Path(__file__).parents[2]
WIDTHS = (40, 60, 80, 120, 200)
LONG = "Ein sehr langer Titel über eine Bibliothek, 図書館 und noch mehr \x1b]0;owned\x07"


def sample() -> Record:
    return Journal(str(ROOT), NoCache()).record()


def one() -> Record:
    return Record(entries=(entry("11-20", minutes=60),))


def thousand() -> Record:
    chance = Random(1000)
    goals = ["law", "a-goal-with-a-name-that-is-far-too-long-for-any-table"]
    return Record(
        goals=(
            goal("60 hours", title=LONG, actions=[task(1, due="12-01"), task(2, done="03-01")]),
            goal("900 entries", name=goals[1], start="2023-01-01", due="2028-12-31"),
            goal("45 weeks", name="weekly", title="Write"),
        ),
        entries=tuple(
            entry(
                str(NEW_YEAR - timedelta(chance.randint(-330, 1100))),
                chance.choice([*goals, "weekly", ""]),
                name=f"{LONG if number % 50 == 0 else 'entry'} {number}",
                minutes=chance.choice([None, chance.randint(1, 400)]),
                kind=chance.choice(["course", "visit", "reading"]),
                tags=f"cilip:criterion/{chance.randint(1, 12)}",
                words=chance.choice([0, 40]),
                followups=[task(1)] if number % 90 == 0 else [],
            )
            for number in range(1000)
        ),
    )


JOURNALS = {"sample": sample, "empty": Record, "one": one, "thousand": thousand}
EVERY_JOURNAL = pytest.mark.parametrize("journal", JOURNALS)
DRAWINGS = set("━╸─┃█▇▆▅▄▃▂▁░▒│└╌◆·…•")


@cache
def shown(journal: str) -> list[tuple[str, object]]:
    return list(answers(JOURNALS[journal](), TODAY))


@EVERY_JOURNAL
def test_no_line_is_longer_than_the_terminal(journal: str) -> None:
    for name, answer in shown(journal):
        for columns in WIDTHS:
            assert list(too_wide(seen(answer, columns), columns)) == [], f"{name} at {columns}"


@EVERY_JOURNAL
def test_colour_carries_no_meaning(journal: str) -> None:
    for _, answer in shown(journal):
        assert seen(answer) == seen(answer, NO_COLOR="1") == seen(answer, TERM="dumb")


@EVERY_JOURNAL
def test_no_drawing_is_beyond_ascii_where_ascii_is_all(journal: str) -> None:
    for name, answer in shown(journal):
        for text in (seen(answer, LC_ALL="C"), piped(answer, format="plain"), piped(answer)):
            assert not DRAWINGS & set(text), name


@EVERY_JOURNAL
def test_nothing_that_acts_reaches_anybody(journal: str) -> None:
    for name, answer in shown(journal):
        for text in (
            seen(answer),
            piped(answer),
            piped(answer, plain=True),
            piped(answer, json=True),
        ):
            assert not [char for char in text if ord(char) < 32 and char not in "\n\t"], name


@EVERY_JOURNAL
def test_every_answer_has_every_form(journal: str) -> None:
    for name, answer in shown(journal):
        for form in ("plain", "json", "csv", "markdown", "table"):
            said = piped(answer, format=form)
            assert said == piped(answer, format=form), f"{name} as {form}"
