"""What `cpdlog.yaml` says, as a value; format and meaning are in docs/reference/settings.md."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from cpdlog.model.vocabulary import ACTIVITIES, USUAL_PROFILES


class Role(NamedTuple):
    """A job: its id, what it is called, and its first and last day where it has them."""

    id: str
    title: str
    start: date | None = None
    end: date | None = None


class Pause(NamedTuple):
    """Leave: days, both inclusive, that are no gap in a record."""

    first: date
    last: date
    reason: str = ""


class Adjustment(NamedTuple):
    """A lowered floor of one rule, and why; `window` is the first day of the window meant."""

    rule: str
    reduce_by: Decimal
    reason: str
    window: date | None = None


class Use(NamedTuple):
    """A requirement that is in use: the answers to its parameters, and adjustments."""

    id: str
    answers: tuple[tuple[str, str], ...] = ()
    adjustments: tuple[Adjustment, ...] = ()


class Settings(NamedTuple):
    """The settings of one journal.

    Attributes:
        name: Whose journal it is.
        year_starts: Month and day on which a CPD year begins.
        template: The reflection template of new entries.
        share: Who may see an entry that does not say.
        commit: Whether each change becomes a git commit, where there is a repository.
        stale_after: Days without an entry after which a goal is stale.
        types: Types of entry, all of them activities, besides those every journal knows.
        date_order: How `01/11/2026` is read: `dmy`, `mdy`, or empty, which refuses it.
        pauses: Leave, in order.
        privacy_profiles: Which sets of detectors look for what identifies people.
        privacy_allow: Texts that are no finding, such as one's own registration number.
    """

    name: str = ""
    roles: tuple[Role, ...] = ()
    year_starts: tuple[int, int] = (1, 1)
    template: str = "what"
    share: tuple[str, ...] = ()
    commit: bool = True
    stale_after: int = 60
    types: tuple[str, ...] = ()
    date_order: str = ""
    pauses: tuple[Pause, ...] = ()
    requirements: tuple[Use, ...] = ()
    privacy_profiles: tuple[str, ...] = USUAL_PROFILES
    privacy_allow: tuple[str, ...] = ()

    def role(self, name: str) -> Role | None:
        """The role with this id, or None."""
        return next((role for role in self.roles if role.id == name), None)

    def is_activity(self, kind: str) -> bool:
        """Whether entries of this type are activities, whose hours bodies count."""
        return kind in ACTIVITIES or kind in self.types
