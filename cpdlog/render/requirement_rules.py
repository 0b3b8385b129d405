"""A body's rules, caps and carry-over in words, so that a member knows which tags count."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from cpdlog.model.requirement.caps import Cap
from cpdlog.model.requirement.carry import Carry
from cpdlog.model.requirement.distinct import Distinct
from cpdlog.model.requirement.filters import Filter
from cpdlog.model.requirement.measure import Measure
from cpdlog.model.requirement.rules import Each, Limits, Rule
from cpdlog.model.requirement.windows import Within
from cpdlog.render import days
from cpdlog.render.requirement_words import length_words, limit_figure, noun

WITH = {"outcome": "an outcome", "reflection": "a reflection", "partner": "a partner"}
PERCENT = 100


def counted(rule: Rule) -> str:
    """`hours of activities tagged rics:structured; at least 10 h`."""
    words = [f"{measure(rule.measure)} of {entries(rule.where)}", *limits(rule)]
    if rule.each:
        words.append(f"for each of {each(rule.each)}")
    if rule.within:
        words.append(within(rule.within))
    words += [f"{name}: {variant(floor, rule.measure.unit)}" for name, floor in rule.variants]
    return "; ".join(words)


def measure(of: Measure) -> str:
    """What is measured."""
    if isinstance(of, Distinct):
        values = f" among {', '.join(of.values)}" if of.values else ""
        return f"different values{values} of {of.prefix}"
    if not of.adds:
        return "longest gap in days"
    return "number" if of.unit == "entries" else of.unit


def entries(where: Filter) -> str:
    """Which entries are looked at."""
    kinds = {"": "entries", "activity": "activities"}
    words = [kinds.get(where.kind, f"entries of the type {where.kind}")]
    words += [f"tagged {tag}" for tag in where.tags]
    if where.any_tags:
        words.append(f"tagged {' or '.join(where.any_tags)}")
    words += [f"not tagged {tag}" for tag in where.not_tags]
    if where.has:
        words.append(f"with {days.listed([WITH.get(it, it) for it in where.has])}")
    words += length_of(where)
    return ", ".join(words).replace(", tagged", " tagged", 1)


def length_of(where: Filter) -> Iterator[str]:
    """How many words an entry has."""
    if where.min_words:
        yield f"of at least {days.counted(where.min_words, 'word')}"
    if where.max_words is not None:
        yield f"of at most {days.counted(where.max_words, 'word')}"


def limits(rule: Rule) -> Iterator[str]:
    """Between which limits."""
    found: Limits = rule.limits
    for word, limit in (("at least", found.min), ("at most", found.max)):
        if limit is not None:
            yield f"{word} {amount(limit, rule.measure.unit)}"
    for word, share in (("at least", found.min_share), ("at most", found.max_share)):
        if share is not None:
            yield f"{word} {limit_figure(share * PERCENT, '')} % of {found.of}"


def amount(limit: Decimal, unit: str) -> str:
    """A limit with its unit."""
    own = limit_figure(limit, unit)
    return f"{own} {noun(unit, own)}".rstrip()


def variant(floor: Decimal, unit: str) -> str:
    """The floor of a variant; none is not asked for it at all."""
    return amount(floor, unit) if floor else "not asked"


def each(of: Each) -> str:
    """The tags of all values."""
    return ", ".join(f"{of.prefix}{value}" for value in of.values)


def within(of: Within) -> str:
    """Which spans."""
    span = length_words(of.length).removeprefix("1 ")
    return {"each": f"in each {span}", "any": f"in any {span}"}.get(of.kind, f"in the last {span}")


def cap(of: Cap) -> tuple[str, str]:
    """A cap's text, and what it says."""
    says = f"{of.unit} of {entries(of.where)}; at most {amount(of.up_to, of.unit)} count"
    return (of.text, f"[{says}]") if of.text else (says, "")


def carry(of: Carry) -> str:
    """What a surplus is worth."""
    last = of.earned_within_last
    earned = f", earned in the last {length_words(last)}" if last else ""
    by = f" by {entries(of.where)}" if of.where != Filter() else ""
    surplus = f"the surplus of {joined(of.surplus_of)}{by}{earned}"
    return f"up to {amount(of.up_to, of.unit)} of {surplus}, into {joined(of.into)}"


def joined(names: Iterable[str]) -> str:
    """`verifiable and total`."""
    return days.listed(list(names))
