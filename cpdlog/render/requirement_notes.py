"""What a report on a body's rules says in sentences: what is missing, by when, and why."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal
from typing import NamedTuple

from cpdlog.progress.counting.part import Excluded, Leaving, Part
from cpdlog.progress.counting.report import Nearly, RequirementReport, RuleReport
from cpdlog.render import days
from cpdlog.render.requirement_words import dated, has, in_sentence, measured, piece

NAMED = 3  # entries or values that a sentence names; then it counts the others
RATED = {"hours": Decimal(6), "points": Decimal("0.1")}  # of which a week takes some: tenths
NOTHING = Decimal(0)
A_YEAR = timedelta(days=365)
WANTED = {"outcome": "an outcome", "reflection": "a reflection", "partner": "a partner"}


def verdict(report: RequirementReport) -> str:
    """What can be said at most: that the counted rules of a file are met, checked on a day."""
    file = f"{report.definition.path}, checked {dated(report.definition.checked)}"
    if report.meets:
        return f"Meets the counted rules of {file}."
    musts = [rule for rule in report.rules if rule.rule.level == "must"]
    met = sum(rule.status == "met" for rule in musts)
    if not musts:
        return f"The counted rules of {file}, are all recommendations."
    if len(musts) == 1:
        return f"The one counted rule of {file}, is not met."
    return f"Of the {len(musts)} counted rules of {file}, {met or 'none'} {are(met)} met."


def are(number: int) -> str:
    """`is` or `are`; none is one."""
    return "are" if number > 1 else "is"


class Lack(NamedTuple):
    """What is missing to one rule, or to several parts of it alike.

    Attributes:
        rule: The rule.
        words: What there is, how far off that is, and what is needed a week.
        until: By when it can be put right: `by 31 Dec 2026, in 38 days`; empty where it cannot.
    """

    rule: RuleReport
    words: str
    until: str

    @property
    def sentence(self) -> str:
        """All of it."""
        return f"{self.words}{f', {self.until}' if self.until else ''}."


def lacking(report: RequirementReport) -> Iterator[Lack]:
    """What is missing to each rule that does not hold."""
    for rule in report.rules:
        alike: dict[tuple[str, str], list[str]] = {}
        for part in rule.parts:
            if part.status != "met" and report.window:
                said = gap_words(rule, part), until(report, part)
                alike.setdefault(said, []).append(piece(rule, part, report.window))
        for (words, day), which in alike.items():
            about = f" ({named(which)})" if any(which) else ""
            yield Lack(rule, f"{rule.rule.text}{about}: {words}", day)


def gap_words(rule: RuleReport, part: Part) -> str:
    """`18.0 h counted, 2.0 h to go, 0.4 h a week`."""
    words = measured(part.counted, rule.unit)
    if rule.rule.measure.adds:
        words += " counted"
    if part.carried:
        words += f" and {measured(part.carried, rule.unit)} carried over"
    words += f", {in_sentence(rule, part)}"
    if part.needed_per_week is not None and rule.unit in RATED:
        tenth = RATED[rule.unit]
        needed = (part.needed_per_week / tenth).to_integral_value(ROUND_CEILING) * tenth
        words += f", {measured(needed, rule.unit)} a week"
    return f"{words}; there is nothing yet for {named(part.absent)}" if part.absent else words


def until(report: RequirementReport, part: Part) -> str:
    """`by 31 Dec 2026, in 38 days`; nothing in a rolling window, and where the time is past."""
    if part.by is None or part.by < report.as_of:
        return ""
    done = part.span.last_day
    if part.by == done or part.by != report.closes:
        return f"by {days_to(part.by, report.as_of)}"
    written = f"to be written down by {days_to(part.by, report.as_of)}"
    return written if done < report.as_of else f"by {days_to(done, report.as_of)}, {written}"


def days_to(day: date, as_of: date) -> str:
    """`31 Dec 2026, in 38 days`."""
    left = (day - as_of).days
    return f"{dated(day)}, in {days.counted(left, 'day')}" if left else f"{dated(day)}, today"


def remarks(report: RequirementReport) -> Iterator[str]:
    """What explains the figures."""
    yield from exclusions(report)
    yield from map(nearly_counted, report.nearly)
    yield from leaving(report)
    for carried in report.carried:
        if carried.amount:
            words = measured(carried.amount, carried.carry.unit)
            yield f"Carried over into {days.listed(list(carried.carry.into))}: {words}."
    for rule in report.rules:
        for lowered in rule.reductions:
            words = measured(lowered.amount, rule.unit)
            yield f"{rule.rule.id} is lowered by {words}: {lowered.reason.rstrip('.')}."
    yield from beside(
        "Planned and not counted", [(it, it.planned) for it in report.rules if it.planned]
    )
    yield from beside("Outside the window", [(it, it.outside) for it in report.rules if it.outside])


def nearly_counted(given: Nearly) -> str:
    """What keeps entries from counting, and what is to be changed in them."""
    number = len(given.entries)
    if given.has:
        have = f"{days.counted(number, 'entry has', 'entries have')} the tag '{given.has}'"
        return f"{have}; the rules count '{given.lacks}' ({named(given.entries)})."
    kind = given.kind if given.kind not in ("", "activity") else "entry"
    what = days.counted(number, kind, "entries" if kind == "entry" else "")
    rest = "has no partner, and is" if number == 1 else "have no partner, and are"
    return f"{what} {rest} not counted: cpdlog set {given.entries[0]} partner=…"


def beside(what: str, found: Iterable[tuple[RuleReport, Decimal]]) -> Iterator[str]:
    """`Outside the window: total 20.9 h, statement 1 entry`."""
    if words := [f"{rule.rule.id} {measured(amount, rule.unit)}" for rule, amount in found]:
        yield f"{what}: {', '.join(words)}."


def exclusions(report: RequirementReport) -> Iterator[str]:
    """Everything that was logged and is not counted, a sentence for each cause."""
    found: dict[tuple[str, str], list[tuple[RuleReport, Excluded]]] = {}
    for rule in report.rules:
        for part in rule.parts:
            for excluded in part.excluded:
                found.setdefault((excluded.reason, excluded.name), []).append((rule, excluded))
    for (reason, name), touched in found.items():
        entries = dict.fromkeys(entry for _, it in touched for entry in it.entries)
        what = f"Above the cap '{name}'" if reason == "cap" else f"For want of {wanted(name)}"
        amounts = ", ".join(f"{rule} {amount}" for rule, amount in summed(touched))
        yield f"{what}, not counted: {amounts} ({named(list(entries))})."


def summed(touched: Sequence[tuple[RuleReport, Excluded]]) -> Iterator[tuple[str, str]]:
    """What each rule does not count, over all its parts."""
    for rule in dict.fromkeys(id(rule) for rule, _ in touched):
        same = [(it, excluded) for it, excluded in touched if id(it) == rule]
        report = same[0][0]
        yield report.rule.id, measured(sum((it.amount for _, it in same), NOTHING), report.unit)


def wanted(name: str) -> str:
    """What is missing, in words: `an outcome and a reflection`."""
    return days.listed([WANTED.get(it, it) for it in name.split(", ")])


def leaving(report: RequirementReport) -> Iterator[str]:
    """What a rolling window loses next, up to a year ahead, the soonest first."""
    found = [
        (part.leaves.day, leaving_words(report, rule, part, part.leaves))
        for rule in report.rules
        for part in rule.parts
        if part.leaves and matters(rule, part, part.leaves)
    ]
    soon = report.as_of + A_YEAR
    told = [words for place, (day, words) in enumerate(sorted(found)) if not place or day <= soon]
    if told:
        yield f"Leaves the window next: {'; '.join(told)}."


def matters(rule: RuleReport, part: Part, leaves: Leaving) -> bool:
    """Whether it is worth telling what leaves: of a sum with a floor, or where one is lost."""
    if part.min is None:
        return False
    lost = part.status == "met" and has(part) - leaves.amount < part.min
    return rule.unit in RATED or lost


def leaving_words(report: RequirementReport, rule: RuleReport, part: Part, leaves: Leaving) -> str:
    """`hours 2.0 h on 26 Nov 2026 (entry), then 17.5 h are left, 2.5 h too few`."""
    name = with_piece(rule.rule.id, report, rule, part)
    gone = f"{name} {measured(leaves.amount, rule.unit)} on {dated(leaves.day)}"
    words = f"{gone} ({named(leaves.entries)})"
    if any(excluded.reason == "cap" for excluded in part.excluded):
        return f"{words}, in whose place what lies above a cap may count"
    left = has(part) - leaves.amount
    missing = (part.min or NOTHING) - left
    few = f", {measured(missing, rule.unit)} too few" if missing > 0 else ""
    return f"{words}, then {measured(left, rule.unit)} are left{few}"


def named(words: Sequence[str]) -> str:
    """The first few words, and how many more there are."""
    shown, more = list(words[:NAMED]), len(words) - NAMED
    return f"{', '.join(shown)} and {more} more" if more > 0 else days.listed(shown)


def to_do(report: RequirementReport, unmet: Sequence[RuleReport]) -> str:
    """What a window asks for next, in one line: the worst rule, and how many more there are."""
    first, *others = unmet
    off = in_sentence(first, first.worst)
    more = f", and {days.counted(len(others), 'more rule')}" if others else ""
    what = with_piece(first.rule.text, report, first, first.worst)
    return f"{report.definition.body}: {what}, {off}{more}"


def with_piece(name: str, report: RequirementReport, rule: RuleReport, part: Part) -> str:
    """What a part is called: a rule's name or text, and which value or piece of the window."""
    which = piece(rule, part, report.window) if report.window else ""
    return f"{name} ({which})" if which else name


def brief(report: RequirementReport) -> str:
    """Where a member stands, in a few words: `2 of 3 counted rules met`."""
    if report.window is None:
        return "not judged yet"
    if report.meets:
        return "meets the counted rules"
    musts = [rule for rule in report.rules if rule.rule.level == "must"]
    met = sum(rule.status == "met" for rule in musts)
    return f"{met} of {days.counted(len(musts), 'counted rule')} met"
