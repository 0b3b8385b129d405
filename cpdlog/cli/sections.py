"""The sections of the report: which answer each one is, and which options it takes."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from cpdlog.cli.others import others
from cpdlog.cli.programme import following
from cpdlog.cli.requirement import standing
from cpdlog.errors import LimitReached, UsageFault
from cpdlog.model.period import Period
from cpdlog.progress.goals import GoalReport, goal_reports

if TYPE_CHECKING:
    from cpdlog.cli.app import App
    from cpdlog.progress.calendar import Calendar
    from cpdlog.progress.criteria import Criteria
    from cpdlog.progress.gaps import Gaps
    from cpdlog.progress.goal_list import GoalList
    from cpdlog.progress.hours import By, Hours, Per
    from cpdlog.progress.overview import Overview
    from cpdlog.progress.timeline import Timeline
    from cpdlog.progress.weeks import Weeks

KEYS = ("type", "role", "tag", "goal")
PARTS = ("month", "quarter", "year")


class Asked(NamedTuple):
    """What was asked of a report; None where it was not said."""

    period: Period | None = None
    by: "By | None" = None
    per: "Per | None" = None
    prefix: str | None = None


def answer(app: "App", section: str, asked: Asked) -> object:
    """The answer of a section.

    Raises:
        UsageFault: An option was given that the section does not take.
    """
    for name, option in OPTIONS.items():
        if getattr(asked, name) and BELONGS[name] != section:
            raise UsageFault(
                f"The section '{section}' does not take {option}.",
                f"It belongs to: cpdlog report {BELONGS[name]}",
            )
    return SECTIONS[section](app, asked)


def overview(app: "App", asked: Asked) -> "Overview[Any]":
    """Where everything stands."""
    from cpdlog.progress.overview import Gathering

    beside, standings = others(app), standing.reports(app)  # both may read the whole record
    period = asked.period or app.year
    gathering = Gathering(app.goals, app.as_of, period, app.programme_items())
    record = app.look_through(gathering.add)
    return gathering.overview(record, beside, standings)


def goals(app: "App", asked: Asked) -> "GoalList":
    """The goals that are open, or ended in the period."""
    from cpdlog.progress.goal_list import goal_list

    items = app.programme_items()
    return goal_list(app.record, app.as_of, items, period=asked.period or app.year)


def requirements(app: "App", _: Asked) -> object:
    """Where the member stands with bodies' rules."""
    return standing.standings(app)


def programme(app: "App", _: Asked) -> object:
    """Where programmes stand that are begun."""
    return following.answer(app)


def hours(app: "App", asked: Asked) -> "Hours":
    """Hours by what was asked for."""
    from cpdlog.progress.hours import hours

    period = asked.period or app.year
    return hours(app.record, app.as_of, period, asked.by or "type", asked.per or "year")


def weeks(app: "App", asked: Asked) -> "Weeks":
    """Which weeks served which goal."""
    from cpdlog.progress.weeks import weeks

    return weeks(app.record, reports(app), app.as_of, asked.period)


def calendar(app: "App", asked: Asked) -> "Calendar":
    """A year of days."""
    from cpdlog.progress.calendar import calendar

    return calendar(app.record, app.as_of, asked.period)


def criteria(app: "App", asked: Asked) -> "Criteria":
    """Evidence for the tags that begin as was asked."""
    from cpdlog.progress.criteria import criteria

    prefix = (asked.prefix or usual_prefix(app)).rstrip(":/")
    titles = named(app, prefix)
    return criteria(app.record, app.as_of, asked.period or app.year, prefix, titles)


def named(app: "App", prefix: str) -> dict[str, str]:
    """The criteria that bodies' rules in use name."""
    if not standing.uses_any(app):
        return {}
    from cpdlog.progress.known_criteria import known_criteria

    return known_criteria(standing.definitions(app).values(), prefix)


def usual_prefix(app: "App") -> str:
    """What most of the tags of a body's categories begin with.

    Raises:
        UsageFault: There are none such.
    """
    found = stems(app)
    if not found:
        raise UsageFault(
            "No entry has a tag such as cilip:criterion/1.", "Name another: --by-tag PREFIX"
        )
    return max(sorted(set(found)), key=found.count)


def stems(app: "App") -> list[str]:
    """What stands before the last part of each tag that has parts, as often as there are such."""
    tags = (tag for entry in app.record.entries for tag in entry.tags if ":" in tag and "/" in tag)
    return [tag.rpartition("/")[0] for tag in tags]


def gaps(app: "App", asked: Asked) -> "Gaps":
    """What is missing."""
    from cpdlog.progress.gaps import gaps

    return gaps(app.record, reports(app), app.as_of, asked.period or app.year)


def timeline(app: "App", asked: Asked) -> "Timeline":
    """The plan against the calendar."""
    from cpdlog.progress.timeline import timeline

    return timeline(reports(app), app.as_of, asked.period)


def reports(app: "App") -> tuple[GoalReport, ...]:
    """Where every goal stands."""
    return goal_reports(app.record, app.as_of, app.programme_items())


def page(app: "App", asked: Asked) -> str:
    """Everything of all sections as one page of HTML."""
    from cpdlog.export.html import Report, page
    from cpdlog.progress.series import goal_detail

    items = app.programme_items()
    found = [goal_detail(it.goal, app.record, app.as_of, items) for it in reports(app) if it.open]
    return page(
        Report(
            name=app.settings.name,
            overview=overview(app, asked),
            courses=tuple(it for it in found if len(it.series) > 1),
            hours=hours(app, asked),
            weeks=weeks(app, asked),
            calendar=calendar(app, asked),
            timeline=timeline(app, asked),
            criteria=criteria(app, asked) if stems(app) else None,
            gaps=gaps(app, asked),
        )
    )


def check_limits(app: "App", limits: tuple[str, ...]) -> None:
    """Fail where a goal, or a body's rules, are what was asked to look for.

    Raises:
        LimitReached: There are such.
    """
    for limit in limits:
        found = [it.goal.id for it in reports(app) if it.standing in MEANT[limit]]
        found += standing.short(app) if limit == SHORT else []
        if found:
            raise LimitReached(f"{limit.capitalize()}: {', '.join(found)}.")


# A goal that can no longer be reached is behind too; a late one is past its date.
SHORT = "short"  # a rule that must hold is missed, or short in a rolling window
MEANT: dict[str, tuple[str, ...]] = {
    "behind": ("behind", "out of reach"),
    "late": ("late",),
    SHORT: (),
}
LIMITS = tuple(MEANT)
SECTIONS: dict[str, Callable[["App", Asked], object]] = {
    "overview": overview,
    "goals": goals,
    "hours": hours,
    "weeks": weeks,
    "calendar": calendar,
    "criteria": criteria,
    "gaps": gaps,
    "timeline": timeline,
    "requirements": requirements,
    "programme": programme,
}
# The sections that an option belongs to; a period belongs to all of them.
BELONGS = {"by": "hours", "per": "hours", "prefix": "criteria"}
OPTIONS = {"by": "--by", "per": "--per", "prefix": "--by-tag"}
