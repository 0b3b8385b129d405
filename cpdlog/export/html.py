"""The report as one page that stands alone: nothing is fetched, and no script is in it.

Its figures and its words are those of the terminal; only the pictures are drawn anew.
"""

import os
from typing import TYPE_CHECKING, Any, NamedTuple

from cpdlog.export import html_burnup, html_grid, html_shapes, html_timeline
from cpdlog.model import civil
from cpdlog.model.duration import hours as in_hours
from cpdlog.model.visible import visible
from cpdlog.progress.calendar import Calendar
from cpdlog.progress.criteria import Criteria
from cpdlog.progress.gaps import Gaps
from cpdlog.progress.hours import Hours
from cpdlog.progress.overview import Overview
from cpdlog.progress.series import GoalDetail
from cpdlog.progress.timeline import Timeline
from cpdlog.progress.weeks import Weeks
from cpdlog.render import (
    agenda,
    calendar,
    criteria,
    days,
    gaps,
    goal_facts,
    goal_list,
    goal_words,
    goals,
    hours,
    overview,
    requirement_summary,
    told,
    weeks,
)
from cpdlog.render.blocks import GOOD, Bar

if TYPE_CHECKING:
    from jinja2 import Environment

PAGES = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "html")
STEPS = 8  # of what is next


class Report(NamedTuple):
    """Everything that a page tells.

    Attributes:
        name: Whose journal it is; may be empty.
        courses: The goals that are open and measured, looked at closely.
        criteria: None where no entry has a tag for one.
    """

    name: str
    overview: Overview[Any]
    courses: tuple[GoalDetail, ...]
    hours: Hours
    weeks: Weeks
    calendar: Calendar
    timeline: Timeline
    criteria: Criteria | None
    gaps: Gaps


def page(report: Report) -> str:
    """The whole page."""
    pages = environment()
    style = pages.get_template("style.css").render().strip()
    return pages.get_template("report.html").render(
        report=report,
        view=report.overview,
        style=style,
        digest=digest(style),
        period=told.name(report.overview.period),
        steps=agenda.varied(report.overview.next, STEPS),
        first_goal=goal_list.FIRST[1],
        first_entry=hours.FIRST[1],
        have_pace=goals.have_pace(report.overview.goals),
        **charts(report),
    )


def environment() -> "Environment":
    """What makes pages, with the words of the terminal's reports at hand."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    pages = Environment(
        loader=FileSystemLoader(PAGES),
        autoescape=True,
        finalize=seen,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    pages.globals.update(
        agenda=agenda,
        calendar_words=calendar,
        criteria=criteria,
        day=civil.in_words,
        facts=goal_facts.facts,
        gaps=gaps,
        goal_words=goal_words,
        hours=in_hours,
        hours_words=hours,
        number=html_shapes.number,
        overview=overview,
        requirement=requirement_summary,
        share=share,
        spoken=days.spoken,
        weeks_words=weeks,
    )
    return pages


def seen(value: object) -> object:
    """A text from a file as the terminal shows it too: nothing in it hides or acts."""
    return visible(value) if type(value) is str else value


def charts(report: Report) -> dict[str, object]:
    """The pictures; None for those that have nothing to show."""
    sums = report.overview.totals
    return {
        "courses": [html_burnup.chart(it, report.overview.as_of) for it in report.courses],
        "weeks": html_grid.weeks(report.weeks) if report.weeks.all.weeks else None,
        "days": html_grid.days(report.calendar) if report.calendar.active else None,
        "timeline": html_timeline.chart(report.timeline) if report.timeline.bars else None,
        "reflected": share(sums.reflected_minutes, sums.minutes),
        "most": max((row.minutes for row in report.hours.rows), default=0),
    }


def share(part: int, whole: int) -> Bar:
    """A part of a whole as a bar."""
    return Bar(part / whole if whole else 0.0, None, GOOD)


def digest(style: str) -> str:
    """What lets a browser take this style and no other (w3.org/TR/CSP3, section 2.3.1)."""
    from base64 import b64encode
    from hashlib import sha256

    return b64encode(sha256(style.encode()).digest()).decode()
