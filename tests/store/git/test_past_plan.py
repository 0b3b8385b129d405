from datetime import date

from cpdlog.model.entry import Entry
from cpdlog.model.record import Record
from cpdlog.store.past_plan import record
from tests.store.git.conftest import Place
from tests.store.git.test_history import committed_on

NOW = Record(entries=(Entry("2026-11-20-a", "entries/a.md", "A", date(2026, 11, 20)),))


def test_the_plan_of_a_day_has_its_goals_and_the_entries_of_now(place: Place) -> None:
    committed_on(place, "2026-03-01", "goals/b.md", "---\ntitle: B\norder: 2\n---\n", "b")
    committed_on(place, "2026-03-02", "goals/a.md", "---\ntitle: A\norder: 1\n---\n", "a")
    committed_on(place, "2026-03-02", "goals/bad.md", "no front matter\n", "bad")
    committed_on(place, "2026-04-01", "goals/a.md", None, "gone")
    found = record(place.repository, date(2026, 3, 15), NOW)
    assert found
    assert [goal.title for goal in found.goals] == ["A", "B"]
    assert found.entries == NOW.entries
    later = record(place.repository, date(2026, 4, 2), NOW)
    assert later
    assert [goal.title for goal in later.goals] == ["B"]


def test_a_day_before_the_first_commit_has_no_plan(place: Place) -> None:
    committed_on(place, "2026-03-01", "goals/b.md", "---\ntitle: B\n---\n", "b")
    assert record(place.repository, date(2000, 1, 1), NOW) is None
