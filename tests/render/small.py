"""A journal that is small enough to be worked out by hand, and has one of everything."""

from cpdlog.model.period import Period, cpd_year
from cpdlog.model.record import Record
from cpdlog.model.settings import Pause, Role, Settings
from cpdlog.progress.goals import GoalReport, goal_reports
from tests.progress.making import TODAY, entry, goal, on, task

YEAR = cpd_year(TODAY, (1, 1))
QUARTER = Period(on("07-01"), on("09-30"), "2026-Q3")

GOALS = (
    goal(
        "20 hours",
        name="law",
        title="Know the law library",
        measure="Twenty hours, and a map of the shelves.",
        actions=[task(1, done="02-10"), task(2, due="12-01")],
        reviewed="10-01",
    ),
    goal("6 visits", name="visits", title="See inside 6 libraries", due="10-31", reviewed="11-02"),
    goal("44 weeks", name="weekly", title="Write in 44 weeks", start="02-02"),
    goal("1 talk", name="talk", title="Speak in public", done="06-30"),
    goal(name="someday", title="Learn Welsh", due="", reviewed="10-01"),
)
ENTRIES = (
    entry("2025-11-20", "law", name="before", minutes=60, kind="course"),
    entry(
        "02-10", "law weekly", name="shelves", minutes=150, kind="visit", tags="cilip:criterion/1"
    ),
    entry(
        "03-03",
        "law weekly",
        name="statutes",
        minutes=240,
        kind="course",
        tags="cilip:criterion/1 cilip:criterion/2",
        outcome="A statute has more dates than one.",
        evidence=["evidence/certificate.pdf"],
        words=80,
    ),
    entry("05-12", "visits=2 weekly", name="archive", minutes=90, kind="visit"),
    entry(
        "07-07",
        "visits weekly",
        name="hospital",
        minutes=120,
        kind="visit",
        tags="cilip:criterion/2",
        followups=[task(1, due="11-01"), task(2, done="07-20")],
    ),
    entry("09-15", "law", name="webinar", minutes=45, kind="webinar", words=0),
    entry("11-10", "law weekly", name="enquiry", minutes=390, kind="project"),
    entry("11-20", name="idea", words=0),
    entry("12-01", "law", name="planned", minutes=60, kind="course"),
)
SMALL = Record(
    settings=Settings(
        name="A. Librarian",
        roles=(Role("college", "Librarian", on("2022-09-01")),),
        pauses=(Pause(on("08-03"), on("08-23"), "leave"),),
    ),
    entries=ENTRIES,
    goals=GOALS,
    files=15,
)


def reports() -> tuple[GoalReport, ...]:
    """Where the goals of the small journal stand."""
    return goal_reports(SMALL, TODAY)
