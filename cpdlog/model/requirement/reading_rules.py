"""How rules are read, and what must agree within one rule."""

from collections.abc import Mapping
from decimal import Decimal

from cpdlog.model.data_fields import Fields, one_of
from cpdlog.model.data_file import pairs
from cpdlog.model.data_words import an_id
from cpdlog.model.requirement.amounts import amount_of, share
from cpdlog.model.requirement.filters import read_filter
from cpdlog.model.requirement.measure import LIMITS, Measure
from cpdlog.model.requirement.measures import read_measure
from cpdlog.model.requirement.names import a_length, a_name
from cpdlog.model.requirement.rules import LEVELS, Each, Limits, Rule, named_rule
from cpdlog.model.requirement.tags import prefix, read_values
from cpdlog.model.requirement.windows import Within

KEYS = ("id", "text", "level", "measure", "where", *LIMITS, "of", "each", "within", "variants")
REQUIRED = ("id", "text", "measure")
WITHIN = ("each", "any", "last")


def read_rules(file: Fields) -> dict[str, Rule]:
    """The rules of a file by their ids; those that cannot be understood are left out."""
    rules: dict[str, Rule] = {}
    every = file.each("rules", KEYS, REQUIRED)
    for fields in every:
        rule = read_rule(fields)
        if rule:
            rules[rule.id] = rule
    for fields in every:
        check_whole(fields, rules)
    return rules


def read_rule(fields: Fields) -> Rule | None:
    """One rule; None where its id or its measure cannot be understood."""
    name = fields.read("id", an_id)
    text = fields.text("text")
    level = fields.read("level", one_of(LEVELS)) or "must"
    measure = read_measure(fields)
    limits = read_limits(fields, measure)
    where = read_filter(fields, "where")
    each, within = read_each(fields), read_within(fields)
    variants = read_variants(fields, measure)
    if name is None or measure is None:
        return None
    return Rule(name, text, level, measure, limits, where, each, within, variants)


def unit_of(measure: Measure | None) -> str:
    """The unit of amounts; points, which may be any number, where the measure is not known."""
    return measure.unit if measure else "points"


def read_limits(fields: Fields, measure: Measure | None) -> Limits:
    """The floors and ceilings of a rule."""
    unit = unit_of(measure)
    found = Limits(
        min=fields.read("min", amount_of(unit)),
        max=fields.read("max", amount_of(unit)),
        min_share=fields.read("min_share", share),
        max_share=fields.read("max_share", share),
        of=fields.text("of"),
    )
    given = [key for key in LIMITS if key in fields.values]
    if not given:
        fields.fault("min", "The rule has no limit.", f"Write one of {', '.join(LIMITS)}.")
    for key in given:
        if measure and key not in measure.limits:
            fields.fault(key, f"A rule of {measure.key} has no {key}.", "Write max.")
    check_order(fields, "min", "max", found.min, found.max)
    check_order(fields, "min_share", "max_share", found.min_share, found.max_share)
    check_share(fields, shared=any(key in given for key in ("min_share", "max_share")))
    return found


def check_order(
    fields: Fields, low: str, high: str, floor: Decimal | None, ceiling: Decimal | None
) -> None:
    """A floor above its ceiling could never hold."""
    if floor is not None and ceiling is not None and floor > ceiling:
        fields.fault(high, f"It is below {low}, so that the rule could never hold.")


def check_share(fields: Fields, *, shared: bool) -> None:
    """A share is of a rule, and of the window."""
    if shared and "of" not in fields.values:
        fields.fault("of", "A share needs the rule that is the whole.", "Write of: total.")
    if shared and "within" in fields.values:
        fields.fault("within", "A share is of the window.", "Leave the key out.")
    if not shared and "of" in fields.values:
        fields.fault("of", "There is no share of it.", "Write min_share or max_share.")


def check_whole(fields: Fields, rules: Mapping[str, Rule]) -> None:
    """The whole of a share is another rule of the window, with the same sort of measure."""
    name = fields.text("of")
    if not name:
        return
    whole = named_rule(fields, "of", name, rules)
    part = rules.get(fields.text("id"))
    if whole and part and (whole is part or whole.measure.sort != part.measure.sort):
        fields.fault("of", f"'{name}' cannot be the whole.", "Name a rule with the same measure.")
    elif whole and not whole.of_window:
        fields.fault("of", f"'{name}' has each or within.", "Name a rule of the whole window.")


def read_each(parent: Fields) -> Each | None:
    """The values for each of which a rule is repeated."""
    fields = parent.inside("each", ("prefix", "values"), ("prefix", "values"))
    if fields is None:
        return None
    return Each(fields.read("prefix", prefix) or "", read_values(fields))


def read_within(parent: Fields) -> Within | None:
    """The spans that a rule is held against."""
    fields = parent.inside("within", WITHIN)
    if fields is None:
        return None
    if len(fields.values) != 1:
        parent.fault("within", "One key belongs here.", f"Write one of {', '.join(WITHIN)}.")
    found = [(kind, fields.read(kind, a_length)) for kind in fields.values]
    return next((Within(kind, length) for kind, length in found if length), None)


def read_variants(parent: Fields, measure: Measure | None) -> tuple[tuple[str, Decimal], ...]:
    """The floors of the variants that have their own."""
    if "variants" in parent.values and "min" not in parent.values:
        parent.fault("variants", "They are floors of variants.", "Write min for all the others.")
    return pairs(parent, "variants", a_name, amount_of(unit_of(measure)))
