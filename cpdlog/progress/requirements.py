"""Where a member stands with a professional body's rules; docs/requirement-schema.md says how.

It is never said that somebody fulfils a body's rules: only that the counted ones of a file are
met, which somebody checked on a day; the rest is the member's to judge.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from cpdlog.model.civil import plus_length
from cpdlog.model.entry import Entry
from cpdlog.model.requirement.definition import Definition
from cpdlog.model.requirement.windows import ONE_DAY, ONE_YEAR, Span
from cpdlog.model.settings import Settings, Use
from cpdlog.progress.counting.carried import with_carried
from cpdlog.progress.counting.case import case
from cpdlog.progress.counting.held import rule_report
from cpdlog.progress.counting.member import Member, member_of
from cpdlog.progress.counting.nearly import nearly
from cpdlog.progress.counting.report import Caution, RequirementReport


def status(
    definition: Definition,
    use: Use | None,
    entries: Iterable[Entry],
    settings: Settings,
    as_of: date,
    *,
    on: date | None = None,
) -> RequirementReport:
    """Where a member stands on a day.

    Args:
        definition: The body's rules.
        use: The member's answers and adjustments; None where the rules are not in use.
        entries: All entries, in any order.
        settings: They say which types are activities.
        as_of: The day of the question; what is dated later counts for nothing.
        on: A day of the window that is judged; without it the one that holds `as_of`. A rolling
            window ends with `as_of`, whatever is said here.
    """
    member, cautions = asked(definition, use, entries, settings, as_of)
    if member is None:
        return RequirementReport(definition, as_of, cautions=cautions)
    day = as_of if on is None or definition.window.rolling else on
    return report(
        definition, member, definition.window.holding(day, member.anchor), as_of, cautions
    )


def statuses(
    definition: Definition,
    use: Use | None,
    entries: Iterable[Entry],
    settings: Settings,
    as_of: date,
) -> tuple[RequirementReport, ...]:
    """Where a member stands in every window that is open on a day; arguments as for `status`.

    That is the window that holds the day and, in the answer before it, the one that ended before
    it, as long as what was done in that may still be written down.
    """
    member, cautions = asked(definition, use, entries, settings, as_of)
    if member is None:
        return (RequirementReport(definition, as_of, cautions=cautions),)
    windows = open_windows(definition, member.anchor, as_of)
    return tuple(report(definition, member, window, as_of, cautions) for window in windows)


def asked(
    definition: Definition,
    use: Use | None,
    entries: Iterable[Entry],
    settings: Settings,
    as_of: date,
) -> tuple[Member | None, tuple[Caution, ...]]:
    """The member's side of the question, and all that has to be known before its answer."""
    member, found = member_of(definition, use or Use(definition.id), entries, settings)
    return member, (*dated_cautions(definition, as_of), *found)


def open_windows(definition: Definition, anchor: date, as_of: date) -> tuple[Span, ...]:
    """The windows in which something can be put right on a day, in order."""
    window, first = definition.window, definition.effective.first
    present = window.holding(as_of, anchor)
    if window.record_by is None:
        return (present,)
    before = window.holding(present.start - ONE_DAY, anchor)
    is_open = as_of < window.closes(before) and (first is None or first <= before.start)
    return (before, present) if is_open else (present,)


def report(
    definition: Definition,
    member: Member,
    window: Span,
    as_of: date,
    cautions: tuple[Caution, ...],
) -> RequirementReport:
    """Every rule and cap of a definition in one window."""
    found = with_carried(case(definition, member, window, as_of))
    closes = None if definition.window.rolling else definition.window.closes(window) - ONE_DAY
    reports = (rule_report(found, rule) for rule in found.rules)
    return RequirementReport(
        definition=definition,
        as_of=as_of,
        window=window,
        closes=closes,
        rules=tuple(each for each in reports if each),
        caps=found.caps(),
        carried=found.carried,
        cautions=cautions,
        nearly=nearly(found),
    )


def dated_cautions(definition: Definition, as_of: date) -> Iterator[Caution]:
    """What the file's own dates say on a day."""
    effective = definition.effective
    if plus_length(definition.checked, ONE_YEAR) < as_of:
        yield Caution("checked", day=definition.checked)
    if effective.review and effective.review <= as_of:
        yield Caution("review", day=effective.review)
    if effective.last and effective.last < as_of:
        yield Caution("ended", day=effective.last)
    if effective.first and effective.first > as_of:
        yield Caution("not begun", day=effective.first)
