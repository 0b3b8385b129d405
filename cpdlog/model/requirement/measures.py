"""The measures there are; a new one is a module with its class, and a name in this list."""

from cpdlog.model import raw
from cpdlog.model.data_fields import Fields
from cpdlog.model.requirement.counts import Count
from cpdlog.model.requirement.distinct import Distinct
from cpdlog.model.requirement.gaps import LongestGap
from cpdlog.model.requirement.measure import Measure
from cpdlog.model.requirement.sums import Sum
from cpdlog.model.suggestions import suggestion

MEASURES: tuple[type[Measure], ...] = (Sum, Count, Distinct, LongestGap)


def read_measure(parent: Fields) -> Measure | None:
    """The measure of a rule; None where something is wrong with it."""
    value = parent.values.get("measure")
    named = [key.text for key, _ in value.pairs] if isinstance(value, raw.Mapping) else []
    kinds = [kind for kind in MEASURES if kind.key in named]
    if len(kinds) == 1:
        fields = parent.inside("measure", kinds[0].keys)
        return kinds[0].read(fields) if fields else None
    known = tuple(kind.key for kind in MEASURES)
    if kinds:
        parent.fault("measure", "There are two measures.", "Make a rule of each.")
    elif isinstance(value, raw.Mapping):
        parent.fault("measure", "It names no measure.", suggestion((named or [""])[0], known))
    else:
        parent.inside("measure", known)
    return None
