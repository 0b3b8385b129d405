"""The keys of `cpdlog.yaml`. None of them names a program, a folder or an address.

A journal that was cloned from somebody else is safe to read, whatever its settings say.
"""

import re

from cpdlog.model.amount import read_whole
from cpdlog.model.civil import MONTHS, days_in
from cpdlog.model.field import Field, Table
from cpdlog.model.grammar import NotUnderstood, quoted
from cpdlog.model.readers import one, share, text, texts
from cpdlog.model.settings_parts import (
    ADJUSTMENT,
    PAUSE,
    PRIVACY,
    ROLE,
    pauses,
    privacy,
    requirements,
    roles,
)

MONTH_AND_DAY = r"(?a)(\d{2})-(\d{2})"
LEAP_YEAR = 2028
ORDERS = ("dmy", "mdy")


def month_and_day(typed: str) -> tuple[int, int]:
    """`04-01`: a day of every year."""
    found = re.fullmatch(MONTH_AND_DAY, typed)
    month, day_of_month = (int(found[1]), int(found[2])) if found else (0, 0)
    if 1 <= month <= len(MONTHS) and 1 <= day_of_month <= days_in(LEAP_YEAR, month):
        return month, day_of_month
    raise NotUnderstood(f"{quoted(typed)} is not a day of the year.", "Write MM-DD, such as 04-01.")


def yes_or_no(typed: str) -> bool:
    """`true` or `false`, as YAML 1.2 has them."""
    if typed.lower() not in ("true", "false"):
        raise NotUnderstood(f"{quoted(typed)} is a word.", "Write true or false.")
    return typed.lower() == "true"


def order(typed: str) -> str:
    """`dmy` or `mdy`."""
    if typed.lower() not in ORDERS:
        raise NotUnderstood(f"{quoted(typed)} is not an order of dates.", "Write dmy or mdy.")
    return typed.lower()


SETTINGS = Table(
    Field("name", "text", "Whose journal it is.", text),
    Field(
        "roles",
        "`id: title` or `id: {title, from, to}`",
        "Jobs, with their first and last day.",
        roles,
        inner=ROLE.fields,
    ),
    Field(
        "year_starts",
        "`MM-DD`; `01-01` where it is not given",
        "The day on which a CPD year begins; 29 February is the 28th in other years.",
        one(month_and_day),
    ),
    Field(
        "template",
        "a template's id; `what` where it is not given",
        "The reflection template of new entries.",
        text,
    ),
    Field(
        "share",
        "list of `mentor`, `manager`, `portfolio`",
        "Who may see an entry that does not say.",
        share,
    ),
    Field(
        "commit",
        "`true` or `false`; `true` where it is not given",
        "Whether each change is committed to git, inside a git repository.",
        one(yes_or_no),
    ),
    Field(
        "stale_after",
        "a whole number; 60 where it is not given",
        "Days without an entry after which a goal is stale.",
        one(read_whole),
    ),
    Field("types", "list of words", "More types of entry; each of them is an activity.", texts),
    Field(
        "requirements",
        "`id: {parameter: answer, adjustments: […]}`",
        "Professional bodies' rules in use, with the answers to what they ask.",
        requirements,
        inner=ADJUSTMENT.fields,
    ),
    Field(
        "privacy",
        "`{profiles, allow}`",
        "How the journal is looked through for what identifies people.",
        privacy,
        inner=PRIVACY.fields,
    ),
    Field(
        "date_order",
        "`dmy` or `mdy`",
        "How 01/11/2026 is read on the command line; it is refused where this is not given.",
        one(order),
    ),
    Field(
        "pauses",
        "list of `{from, to, reason}`",
        "Leave, both days included; no gap in a record.",
        pauses,
        inner=PAUSE.fields,
    ),
    closed=True,
)
