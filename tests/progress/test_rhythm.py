from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cpdlog.model.entry import Entry
from cpdlog.model.period import Period
from cpdlog.model.settings import Pause
from cpdlog.progress.rhythm import Gap, Rhythm, rhythm
from tests.progress.journals import DAYS, JOURNALS
from tests.progress.making import NEW_YEAR, entry, on

NOVEMBER = Period(on("11-02"), on("11-29"))


def test_gaps_lie_between_entries_and_up_to_the_end_the_longest_first() -> None:
    found = rhythm([entry("11-02"), entry("11-03"), entry("11-10"), entry("11-12")], NOVEMBER, ())
    assert found.gaps == (
        Gap(on("11-13"), on("11-29"), 17, 0),
        Gap(on("11-04"), on("11-09"), 6, 0),
        Gap(on("11-11"), on("11-11"), 1, 0),
    )


def test_days_without_a_record_to_keep_are_no_gap() -> None:
    assert rhythm([entry("11-20")], NOVEMBER, ()).gaps == (Gap(on("11-21"), on("11-29"), 9, 0),)
    earlier = [entry("01-01"), entry("11-20")]
    assert rhythm(earlier, NOVEMBER, ()).gaps[0] == Gap(on("11-02"), on("11-19"), 18, 0)
    assert rhythm([], NOVEMBER, ()) == Rhythm()
    assert rhythm([entry("12-01")], NOVEMBER, ()) == Rhythm()


def test_leave_is_left_out_of_gaps() -> None:
    pauses = (Pause(on("11-05"), on("11-08")), Pause(on("11-10"), on("11-20")))
    found = rhythm([entry("11-02"), entry("11-09"), entry("11-21")], NOVEMBER, pauses)
    assert found.gaps == (
        Gap(on("11-22"), on("11-29"), 8, 0),
        Gap(on("11-03"), on("11-08"), 2, 4),
    )


def test_weeks_with_and_without_entries_are_counted_without_weeks_of_leave() -> None:
    found = rhythm([entry("11-02"), entry("11-29")], NOVEMBER, (Pause(on("11-09"), on("11-15")),))
    assert (found.weeks, found.active) == (3, 2)
    assert [week.name for week in found.without] == ["2026-W47"]


def test_a_week_of_leave_in_which_something_was_done_counts() -> None:
    found = rhythm([entry("11-02"), entry("11-29")], NOVEMBER, (Pause(on("11-01"), on("11-30")),))
    assert (found.weeks, found.active, found.without) == (2, 2, ())


@given(JOURNALS, DAYS, DAYS)
def test_the_days_of_all_gaps_are_the_days_without_entry_or_leave(
    entries: tuple[Entry, ...], one: date, other: date
) -> None:
    span = Period(NEW_YEAR, on("05-31"))
    pause = Pause(min(one, other), max(one, other))
    found = rhythm(entries, span, (pause,))
    busy = {entry.day for entry in entries}
    kept = [NEW_YEAR + timedelta(n) for n in range(span.days)]
    free = [day for day in kept if busy and day >= min(busy) and day not in busy]
    idle = [day for day in free if not pause.first <= day <= pause.last]
    assert sum(gap.days for gap in found.gaps) == len(idle)
    assert all(gap.first <= gap.last for gap in found.gaps)
    assert not any(gap.first <= day <= gap.last for gap in found.gaps for day in busy)


@given(st.permutations([entry("11-02"), entry("11-10"), entry("11-10", name="b")]))
def test_the_order_of_entries_changes_nothing(entries: list[Entry]) -> None:
    assert rhythm(entries, NOVEMBER, ()).gaps[0].first == on("11-11")
