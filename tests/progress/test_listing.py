import random
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from cpdlog.model.entry import Entry
from cpdlog.model.record import Record
from cpdlog.progress.listing import ROOM
from cpdlog.progress.select import Query, selected
from tests.progress.journals import JOURNALS
from tests.progress.making import TODAY
from tests.progress.passing import listed

EVERY = Query()


@given(JOURNALS, st.none() | st.integers(1, 4))
def test_a_list_has_the_newest_that_match_and_tells_how_many_there_are(
    entries: tuple[Entry, ...], limit: int | None
) -> None:
    for query in (EVERY, Query(inbox=True), Query(goal="law")):
        wanted = selected(entries, query, TODAY)
        found = listed(Record(entries=entries), query, TODAY, limit)
        assert (found.entries, found.total) == (wanted[:limit], len(wanted))


def test_of_thousands_the_newest_are_kept_whatever_their_order() -> None:
    days = [date.fromordinal(date(2020, 1, 1).toordinal() + n // 3) for n in range(3 * ROOM)]
    entries = [Entry(f"e{n:05}", f"e{n:05}.md", "Read", day) for n, day in enumerate(days)]
    random.Random(7).shuffle(entries)
    for ordered in (entries, sorted(entries), sorted(entries, reverse=True)):
        found = listed(Record(entries=tuple(ordered)), EVERY, TODAY, 5)
        assert [it.id for it in found.entries] == [f"e{3 * ROOM - n:05}" for n in range(1, 6)]
        assert found.total == 3 * ROOM
