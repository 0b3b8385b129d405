"""What is missing: in time, in what entries say of themselves, and in the plan."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cpdlog.model.entry import Entry
from cpdlog.model.period import Period
from cpdlog.model.record import Record
from cpdlog.progress.goals import GoalReport
from cpdlog.progress.rhythm import Gap, Rhythm, rhythm
from cpdlog.progress.serving import serve_none
from cpdlog.progress.spans import shown
from cpdlog.progress.totals import Totals, totals

LONGEST = 5


@dataclass(frozen=True, slots=True)
class Gaps:
    """What is missing in a period; entries are the oldest first.

    Attributes:
        longest: At most five gaps, the longest first.
        weeks: How many weeks there are, without leave, and `active` how many have an entry.
        without: The weeks that have none.
        no_goal: Entries that serve no goal of the plan.
        no_evidence: Activities that nothing proves.
        no_reflection: Entries in the inbox.
        untouched: Open goals that have begun, and that no entry and no tick serves.
        stale: Other open goals that nothing has served for long.
        outside: What lies outside the period.
    """

    as_of: date
    period: Period
    longest: tuple[Gap, ...]
    weeks: int
    active: int
    without: tuple[Period, ...]
    no_goal: tuple[Entry, ...]
    no_evidence: tuple[Entry, ...]
    no_reflection: tuple[Entry, ...]
    untouched: tuple[GoalReport, ...]
    stale: tuple[GoalReport, ...]
    outside: Totals


def gaps(record: Record, reports: Iterable[GoalReport], as_of: date, period: Period) -> Gaps:
    """What is missing in a period, and in the plan on the day."""
    entries = sorted(record.counted(as_of), key=lambda entry: (entry.day, entry.id))
    inside = [entry for entry in entries if period.contains(entry.day)]
    span = shown(period, entries, as_of)
    kept = rhythm(entries, span, record.settings.pauses) if span else Rhythm()
    open_goals = [r for r in reports if r.open and r.standing != "not begun"]
    settings = record.settings
    return Gaps(
        as_of=as_of,
        period=period,
        longest=kept.gaps[:LONGEST],
        weeks=kept.weeks,
        active=kept.active,
        without=kept.without,
        no_goal=tuple(serve_none(record.goals, inside)),
        no_evidence=tuple(e for e in inside if not e.evidence and settings.is_activity(e.type)),
        no_reflection=tuple(entry for entry in inside if not entry.reflected),
        untouched=tuple(report for report in open_goals if untouched(report)),
        stale=tuple(report for report in open_goals if report.stale and not untouched(report)),
        outside=totals((e for e in record.entries if not period.contains(e.day)), as_of),
    )


def untouched(report: GoalReport) -> bool:
    """Whether nothing has served a goal yet."""
    return not report.entries and not report.actions_done
