"""Four journals to show answers from: the sample, an empty one, one entry, and a thousand."""

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

ROOT = Path(__file__).parents[2]
LONG = "Ein sehr langer Titel über eine Bibliothek, 図書館 und noch mehr \x1b]0;owned\x07"


def sample() -> Record:
    return Journal(str(ROOT), NoCache).record()


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


@cache
def shown(journal: str) -> list[tuple[str, object]]:
    return list(answers(JOURNALS[journal](), TODAY))
