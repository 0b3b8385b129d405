"""What holds whatever was done, on whatever day, under rules of every kind."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from cpdlog.model.entry import Entry
from cpdlog.model.requirement.definition import Definition
from cpdlog.model.requirement.params import Param
from cpdlog.model.settings import Settings, Use
from cpdlog.progress.counting.part import Part
from cpdlog.progress.counting.report import RequirementReport
from cpdlog.progress.requirements import status
from tests.model.requirement.definitions import TOTAL, body, rules
from tests.model.requirement.entries import day, did

FIRST = day("2022-06-01")
LAST = 5 * 365
DAYS = st.integers(0, LAST).map(lambda ahead: FIRST + timedelta(ahead))
WORST_FIRST = ("missed", "short", "open", "met")

TAGS = (
    *("cilip:criterion/1", "cilip:criterion/3", "cilip:revalidation", "nmc:participatory"),
    *("pmi:education/power-skills", "pmi:giving/practitioner", "pmi:giving/mentoring"),
    *("rics:structured", "rics:topic/ethics", "rics:extended-programme", "goc:interactive"),
    *("goc:domain/leadership", "bpeq:type/workplace", "bpeq:type/service", "bpeq:technical"),
    *("hcpc:type/work", "hcpc:benefit", "riba:structured", "riba:core/t1", "acca:verifiable"),
)
KINDS = ("course", "reflection", "plan", "practice", "feedback", "statement")


def pool() -> list[Entry]:
    """Entries of all sorts; drawing from them is quicker than making each anew."""
    chance = Random(2026)
    return [any_entry(chance, number) for number in range(400)]


def any_entry(chance: Random, number: int) -> Entry:
    """One entry of the pool."""
    return did(
        str(FIRST + timedelta(chance.randint(0, LAST))),
        chance.choice(["", "0.25", "1", "7.5", "40", "160"]),
        " ".join(chance.sample(TAGS, chance.randint(0, 4))),
        points=chance.choice(["", "0.1", "3", "12.5"]),
        kind=chance.choice(KINDS),
        name=str(number),
        has=chance.choice(["evidence outcome reflection", "outcome reflection", "outcome", ""]),
        words=chance.choice([10, 250, 251]),
    )


ENTRIES = st.sampled_from(pool())
JOURNALS = st.lists(ENTRIES, max_size=8, unique=True)
BODIES = st.sampled_from(
    ["cilip", "nmc", "pmi", "rics", "gdc", "goc", "bpeq", "hcpc", "riba", "acca"]
)


def use(definition: Definition) -> Use:
    """Answers to everything that a definition asks."""
    return Use(definition.id, tuple((each.name, answer(each)) for each in definition.params))


def answer(param: Param) -> str:
    """Any answer that makes sense."""
    return param.values[0] if param.values else "2023-02-28"


def report(definition: Definition, entries: list[Entry], as_of: date) -> RequirementReport:
    """Where somebody stands."""
    return status(definition, use(definition), entries, Settings(), as_of)


def parts(found: RequirementReport) -> list[Part]:
    """The parts of all rules."""
    return [part for each in found.rules for part in each.parts]


@given(BODIES, JOURNALS, DAYS)
def test_no_more_is_counted_than_logged_and_the_difference_has_its_reasons(
    name: str, entries: list[Entry], as_of: date
) -> None:
    for each in report(body(name), entries, as_of).rules:
        for part in each.parts:
            assert part.counted + sum(lost.amount for lost in part.excluded) == part.logged
            assert part.counted <= part.logged or not each.rule.measure.adds


@given(BODIES, JOURNALS, DAYS, st.randoms())
def test_the_order_in_which_entries_come_changes_nothing(
    name: str, entries: list[Entry], as_of: date, chance: Random
) -> None:
    shuffled = list(entries)
    chance.shuffle(shuffled)
    assert report(body(name), shuffled, as_of) == report(body(name), entries, as_of)


@given(BODIES, JOURNALS, ENTRIES, DAYS)
def test_one_more_entry_at_the_end_never_makes_a_floor_worse(
    name: str, entries: list[Entry], more: Entry, as_of: date
) -> None:
    # An older one may take what a cap has room for from a newer one; a share may fall by it.
    last: date = max([as_of, *(each.day for each in entries)])
    latest = more._replace(day=last, id="zzz")
    before = report(body(name), entries, as_of)
    after = report(body(name), [*entries, latest], as_of)
    for one, other in zip(before.rules, after.rules, strict=True):
        if not one.rule.limits.of and one.rule.measure.adds:
            for part, later in zip(one.parts, other.parts, strict=True):
                assert later.counted >= part.counted
                assert WORST_FIRST.index(later.status) >= WORST_FIRST.index(part.status)


@given(st.sampled_from(["cilip", "nmc", "rics", "gdc", "goc", "acca"]), JOURNALS, ENTRIES, DAYS)
def test_where_nothing_is_capped_one_more_entry_anywhere_never_makes_a_floor_worse(
    name: str, entries: list[Entry], more: Entry, as_of: date
) -> None:
    before = report(body(name), entries, as_of)
    after = report(body(name), [*entries, more._replace(id="more")], as_of)
    for part, later in zip(parts(before), parts(after), strict=True):
        assert later.counted >= part.counted
        assert WORST_FIRST.index(later.status) >= WORST_FIRST.index(part.status)


@given(st.sampled_from(["pmi", "bpeq"]), JOURNALS, DAYS)
def test_what_is_capped_never_counts_for_more_than_the_cap(
    name: str, entries: list[Entry], as_of: date
) -> None:
    for each in report(body(name), entries, as_of).caps:
        assert each.counted <= each.cap.up_to
        assert each.counted <= each.logged


@given(st.sampled_from(["pmi", "rics", "acca"]), JOURNALS, DAYS)
def test_no_more_is_carried_than_the_surplus_and_its_limit(
    name: str, entries: list[Entry], as_of: date
) -> None:
    found = report(body(name), entries, as_of)
    for carried in found.carried:
        last = carried.window.last_day
        before = report(body(name), [each for each in entries if each.day <= last], last)
        for each in before.rules:
            if each.rule.id in carried.carry.surplus_of:
                surplus = max(each.worst.counted - (each.worst.min or 0), Decimal(0))
                assert 0 <= carried.amount <= surplus
        assert carried.amount <= carried.carry.up_to


@given(JOURNALS, DAYS, st.sampled_from(["P1Y", "P3Y", "P6M", "P1M", "P10W", "P400D"]))
def test_a_rolling_window_is_what_brute_force_finds_day_by_day(
    entries: list[Entry], as_of: date, length: str
) -> None:
    definition = rules(TOTAL, window=f"window: {{kind: rolling, length: {length}}}\n")
    found = report(definition, entries, as_of)
    assert found.window is not None
    in_window = []
    when = as_of
    while when >= found.window.start:
        in_window += [each for each in entries if each.day == when]
        when -= timedelta(1)
    activities = [each for each in in_window if each.type in ("course", "reflection")]
    part = found.rules[0].worst
    assert part.counted == sum(each.minutes or 0 for each in activities)
    assert part.status == ("met" if part.counted >= 20 * 60 else "short")


@given(JOURNALS, DAYS, st.sampled_from(["P1Y", "P1M", "P90D"]))
def test_what_leaves_a_rolling_window_next_is_what_the_next_days_lose(
    entries: list[Entry], as_of: date, length: str
) -> None:
    definition = rules(TOTAL, window=f"window: {{kind: rolling, length: {length}}}\n")
    past = [each for each in entries if each.day <= as_of]
    now = report(definition, past, as_of).rules[0].worst
    if now.leaves is None:
        assert now.counted == 0
        return
    day_before = report(definition, past, now.leaves.day - timedelta(1)).rules[0].worst
    that_day = report(definition, past, now.leaves.day).rules[0].worst
    assert day_before.counted == now.counted
    assert that_day.counted == now.counted - now.leaves.amount < now.counted
