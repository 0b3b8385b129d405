"""Until when a rule can be put right."""

from datetime import date
from typing import NamedTuple

from cpdlog.model.civil import plus_length
from cpdlog.model.requirement.rules import Rule
from cpdlog.model.requirement.windows import ONE_DAY, Span
from cpdlog.progress.counting.case import Case


class LastDays(NamedTuple):
    """The last day on which something can still be done, and be written down."""

    to_do: date
    to_write: date


def last_days(case: Case, rule: Rule, span: Span) -> LastDays | None:
    """Until when a rule can be put right in a span; None in a rolling window.

    Where a look back reaches beyond the first day of the rules, nobody has had the whole time yet.
    """
    definition, within = case.definition, rule.within
    if definition.window.rolling:
        return None
    done = span.last_day
    of_window = span.end == case.window.end
    written = definition.window.closes(span) - ONE_DAY if of_window else done
    first = definition.effective.first
    if within and within.kind == "last" and first and span.start < first:
        whole_time = plus_length(first, within.length) - ONE_DAY
        return LastDays(max(done, whole_time), max(written, whole_time))
    return LastDays(done, written)
