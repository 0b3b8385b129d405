"""Every answer that can be shown, from any journal."""

from collections.abc import Iterator
from datetime import date, timedelta

from cpdlog.model.period import cpd_year
from cpdlog.model.record import Record
from cpdlog.progress.agenda import Agenda, agenda
from cpdlog.progress.calendar import calendar
from cpdlog.progress.changed import PlanChanges
from cpdlog.progress.criteria import criteria
from cpdlog.progress.faults import faults
from cpdlog.progress.gaps import gaps
from cpdlog.progress.goal_list import GoalView, goal_advice, goal_list
from cpdlog.progress.goals import goal_reports
from cpdlog.progress.hours import hours
from cpdlog.progress.listing import EntryView
from cpdlog.progress.plan import Change, changes, plan
from cpdlog.progress.review import review
from cpdlog.progress.select import Query
from cpdlog.progress.series import goal_detail
from cpdlog.progress.timeline import timeline
from cpdlog.progress.weeks import weeks
from tests.progress.passing import listed, overview

MONTH = timedelta(days=30)


def answers(record: Record, as_of: date) -> Iterator[tuple[str, object]]:
    """Each answer with the name of its schema."""
    year = cpd_year(as_of, record.settings.year_starts)
    reports = goal_reports(record, as_of)
    yield "report", overview(record, as_of, year)
    yield "goals", goal_list(record, as_of, every=True)
    yield "advice", goal_advice(record, as_of)
    yield "hours", hours(record, as_of, year, "type", "year")
    yield "hours", hours(record, as_of, year, "tag", "month")
    yield "hours", hours(record, as_of, year, "goal", "quarter")
    yield "weeks", weeks(record, reports, as_of)
    yield "calendar", calendar(record, as_of)
    yield "criteria", criteria(record, as_of, year, "cilip:criterion", {"3": "Wider profession"})
    yield "gaps", gaps(record, reports, as_of, year)
    yield "timeline", timeline(reports, as_of)
    yield "next", Agenda(as_of, agenda(record, reports, as_of))
    yield "review", review(record, as_of - MONTH, as_of)
    yield "plan", plan(record, as_of, bodies={goal.id: "Why. Because." for goal in record.goals})
    yield "plan-changes", PlanChanges(as_of - MONTH, as_of, moved(record, as_of))
    yield "check", faults(record)
    yield "entries", listed(record, Query(), as_of, None)
    for entry in record.entries[-1:]:
        yield "entry", EntryView(as_of, entry, "What I learnt.\n")
    for goal in record.goals:
        yield "goal", GoalView(as_of, goal_detail(goal, record, as_of), "Why.\n")


def moved(record: Record, as_of: date) -> tuple[Change, ...]:
    """What changed in a plan that lacked its first goal."""
    before = Record(record.settings, record.entries, record.goals[1:])
    return changes(before, as_of - MONTH, record, as_of)
