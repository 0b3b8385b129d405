"""Entries and goals at random, of the first 121 days of 2026, for the properties of this folder."""

from datetime import timedelta
from decimal import Decimal
from random import Random

from hypothesis import strategies as st

from cpdlog.model.entry import Entry
from cpdlog.model.goal import Goal, Target
from cpdlog.model.task import Task
from tests.progress.making import NEW_YEAR

LAST = 120
DAYS = st.integers(0, LAST).map(lambda number: NEW_YEAR + timedelta(number))
AMOUNTS = st.decimals("0.01", "9", places=2)
UNITS = st.sampled_from(["hours", "points", "entries", "weeks", "actions", "visits"])


def pool() -> list[Entry]:
    """Entries of all sorts; drawing from them is ten times as fast as making each anew."""
    chance = Random(2026)
    return [any_entry(chance, number) for number in range(300)]


def any_entry(chance: Random, number: int) -> Entry:
    """One entry of the pool."""
    goals = chance.choice([(), ("law",), ("law",), ("law", "art"), ("old",)])
    tags = ("law", "cilip:criterion/1", "cilip:criterion/2")
    return Entry(
        id=f"entry-{number}",
        path=f"entries/entry-{number}.md",
        title=f"Entry {number}",
        day=NEW_YEAR + timedelta(chance.randint(0, LAST)),
        type=chance.choice(["visit", "course", "feedback"]),
        minutes=chance.choice([None, chance.randint(1, 300)]),
        points=chance.choice([None, Decimal(chance.randint(1, 900)) / 100]),
        goals=tuple((goal, Decimal(chance.randint(1, 900)) / 100) for goal in goals),
        role=chance.choice(["", "college"]),
        tags=tuple(chance.sample(tags, chance.randint(0, 2))),
        programme=chance.choice(["", "cpd#1", "cpd#2", "cpd#3", "other#1"]),
        words=chance.choice([0, 30]),
    )


ENTRIES = st.sampled_from(pool())
JOURNALS = st.lists(ENTRIES, max_size=6, unique=True).map(tuple)
TASKS = st.builds(
    Task,
    number=st.just(1),
    text=st.just("Do it"),
    ticked=st.booleans(),
    due=st.none(),
    done=st.none() | DAYS,
    line=st.just(1),
)
GOALS = st.builds(
    Goal,
    id=st.just("law"),
    path=st.just("goals/law.md"),
    title=st.just("Law"),
    start=DAYS,
    due=st.none() | DAYS,
    target=st.none() | st.builds(Target, AMOUNTS, UNITS),
    programme=st.sampled_from(["", "", "cpd"]),
    done=st.none() | DAYS,
    dropped=st.none() | st.none() | DAYS,
    actions=st.lists(TASKS, max_size=4).map(tuple),
)
