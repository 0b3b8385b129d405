"""Profile `legal`: what identifies clients; the duty outlasts the retainer and the client's death.

After the SRA's Code of Conduct for Solicitors, paragraph 6.3, and CILEx's guidance on
confidentiality.
"""

import re

from cpdlog.model.privacy.detector import Detector, Sighting, first_words
from cpdlog.model.privacy.finding import Severity
from cpdlog.model.privacy.health import FROM_MONTH, SEEN_ON
from cpdlog.model.privacy.people import EXPLAINING, KIN, explained, is_a_name, is_named, named, near
from cpdlog.model.privacy.shapes import (
    CAPITAL,
    END,
    GAP,
    LABEL,
    MONTHS,
    NAMES,
    START,
    TITLES,
    digits_in,
)

COMPANY = rf"(?:{CAPITAL}[\w&'-]{{0,24}}{GAP}){{1,4}}(?:Ltd|Limited|LLP|LLC|plc|PLC|Inc|GmbH)"
COUPLE = rf"(?:{TITLES}){GAP}(?:and|&){GAP}"  # Mr and Mrs Marlow
CLIENTS = "client|lay client|claimant|defendant|respondent|appellant|applicant|witness|testator"
ACTING = rf"(?:[Aa]ct(?:ed|ing){GAP}for|behalf{GAP}of|[Ii]nstructed{GAP}by|[Rr]etained{GAP}by)"
DATED = (
    "clients?|claimants?|defendants?|witness(?:es)?|hearing|tribunal|completion|trial|sentencing"
)
FEWEST_DIGITS = 3  # in a reference that is a file's and no list's


def matter(seen: Sighting) -> Severity | None:
    """Warns of a reference; not of the Court of Justice's, which are public."""
    if re.fullmatch("[ct]-[0-9]{1,3}/[0-9]{2}", seen.text.lower()):
        return None
    return "warn" if len(digits_in(seen.text)) >= FEWEST_DIGITS else None


MET_ON = SEEN_ON._replace(
    reason="The day of a meeting or hearing leads to the matter.", judge=near(DATED)
)

DETECTORS = (
    Detector(
        "matter-number",
        rf"{START}(?:(?:matter|file|case|claim|client|our|your){GAP}(?:no|number|ref|reference|id)"
        rf"{LABEL}|matter:?{GAP}(?=[0-9]))(?P<what>[a-z0-9][a-z0-9/.-]{{1,24}}[a-z0-9]){END}",
        "A matter or claim number leads to the file and so to the client.",
        "Leave it out.",
        clues=first_words("matter|file|case|claim|client|our|your"),
        at="clue",
        digits=1,
        judge=matter,
    ),
    Detector(
        "named-client",
        named(f"{CLIENTS}|{KIN}"),
        "That somebody is a client is itself confidential.",
        "Write 'a client', 'the buyer', 'a small company'.",
        clues=first_words(f"{CLIENTS}|{KIN}"),
        at="clue",
        cased=True,
        judge=is_named,
    ),
    Detector(
        "named-client",
        explained(CLIENTS),
        "That somebody is a client is itself confidential.",
        "Write 'a client', 'the buyer', 'a small company'.",
        clues=first_words(CLIENTS),
        signs=(*EXPLAINING, "(client", "(claimant", "(defendant"),
        cased=True,
        judge=is_a_name,
    ),
    Detector(
        "named-client",
        rf"{START}{ACTING}{GAP}(?P<what>(?:{COUPLE})?{NAMES})",
        "That somebody is a client is itself confidential.",
        "Write 'a client', 'the tenant'.",
        clues=first_words("acted|acting|behalf|instructed|retained"),
        at="clue",
        cased=True,
        judge=is_a_name,
    ),
    Detector(
        "named-client",
        rf"{START}(?:{ACTING}|[Aa]dvis(?:ed|ing)|[Rr]epresent(?:ed|ing)){GAP}(?P<what>{COMPANY}){END}",
        "That a company is a client is itself confidential.",
        "Write 'a client', 'a small company'.",
        clues=first_words(
            "acted|acting|behalf|instructed|retained|advised|advising|represented|representing"
        ),
        at="clue",
        cased=True,
    ),
    Detector(
        "registered-title",
        rf"{START}(?:title|company)(?:{GAP}registration)?{GAP}(?:no|number){LABEL}"
        rf"(?P<what>[a-z]{{0,3}}[0-9]{{4,8}}){END}",
        "A title or company number leads to the owner in a public register.",
        "Leave it out.",
        clues=frozenset(["title", "company"]),
        at="clue",
        digits=4,
    ),
    Detector(
        "registration-number",
        rf"{START}(?:sra|cilex|bsb|clc)(?:{GAP}(?:id|no|number|membership|roll)){{1,2}}{LABEL}"
        rf"(?P<what>[0-9]{{4,8}}){END}",
        "A registration number names a colleague.",
        "Leave it out; if it is your own, allow it in cpdlog.yaml.",
        clues=frozenset(["sra", "cilex", "bsb", "clc"]),
        at="clue",
        digits=4,
    ),
    MET_ON,
    MET_ON._replace(pattern=FROM_MONTH, clues=MONTHS, at="clue"),
)
