"""Entries at random, of the first 121 days of 2026, for the properties of this folder."""

from datetime import timedelta

from hypothesis import strategies as st

from cpdlog.model.entry import Entry
from tests.progress.making import NEW_YEAR

LAST = 120
DAYS = st.integers(0, LAST).map(lambda number: NEW_YEAR + timedelta(number))
AMOUNTS = st.decimals("0.01", "9", places=2)
ENTRIES = st.builds(
    Entry,
    id=st.integers(0, 10**9).map(str),
    path=st.just("entries/e.md"),
    title=st.just("Entry"),
    day=DAYS,
    type=st.sampled_from(["visit", "course", "feedback"]),
    minutes=st.none() | st.integers(1, 300),
    points=st.none() | AMOUNTS,
    goals=st.lists(
        st.tuples(st.sampled_from(["law", "art"]), AMOUNTS),
        max_size=2,
        unique_by=lambda pair: pair[0],
    ).map(tuple),
    role=st.sampled_from(["", "college"]),
    tags=st.lists(
        st.sampled_from(["law", "cilip:criterion/1", "cilip:criterion/2"]), unique=True, max_size=2
    ).map(tuple),
    programme=st.sampled_from(["", "cpd#1", "cpd#2", "cpd#3", "other#1"]),
    words=st.integers(0, 1),
)
JOURNALS = st.lists(ENTRIES, max_size=6, unique_by=lambda entry: entry.id).map(tuple)
