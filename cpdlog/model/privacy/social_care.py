"""Profile `social-care`: what identifies the people, families and carers one works with."""

import re

from cpdlog.model.privacy.ages import AGES
from cpdlog.model.privacy.detector import Detector, Sighting, first_words
from cpdlog.model.privacy.finding import Severity
from cpdlog.model.privacy.health import FROM_MONTH, NHS_NUMBER, SEEN_ON
from cpdlog.model.privacy.people import EXPLAINING, KIN, explained, is_a_name, is_named, named, near
from cpdlog.model.privacy.shapes import END, GAP, LABEL, MONTHS, NAME, START

SERVICE_USERS = (
    "service user|client|resident|tenant|foster carer|foster parent|adopter|young person|child|baby"
    f"|boy|girl|teenager|sibling|care leaver|family|{KIN}"
)
VISITED = (
    "service users?|clients?|residents?|child(?:ren)?|famil(?:y|ies)|carers?|mother|father|mum|dad"
    "|young person|home visit|tenant"
)
SYSTEMS = "case|mosaic|liquidlogic|lcs|las|carefirst|ics|referral|person|client|swift"
FAMILIES = "family|household|siblings|twins|brothers|sisters|children"
# Families that are a kind, a people or a tale.
NOT_FAMILIES = "Royal|Holy|Roma|Somali|Bangladeshi|Pakistani|Iraqi|Afghan|Greek|Dutch"
PEOPLES = "(?:ish|ese|ian|ean|ican|ani|aeli)$"


def family(seen: Sighting) -> Severity | None:
    """Warns of a family's name, and not of its nationality."""
    if re.fullmatch(NOT_FAMILIES, seen.text) or re.search(PEOPLES, seen.text):
        return None
    return is_a_name(seen)


VISITED_ON = SEEN_ON._replace(judge=near(VISITED))

DETECTORS = (
    NHS_NUMBER,
    *AGES,
    VISITED_ON,
    VISITED_ON._replace(pattern=FROM_MONTH, clues=MONTHS, at="clue"),
    Detector(
        "case-number",
        rf"{START}(?:{SYSTEMS}){GAP}(?:id|no|number|ref|reference){LABEL}"
        rf"(?P<what>[a-z]{{0,4}}[0-9/-]{{4,12}}){END}",
        "A case number leads to one family's file.",
        "Leave it out.",
        clues=first_words(SYSTEMS),
        at="clue",
        digits=4,
    ),
    Detector(
        "registration-number",
        rf"{START}(?:(?:social work england|swe|sssc|scw|niscc)"
        rf"(?:{GAP}(?:no|number|registration|pin)){{1,2}}{LABEL}(?P<what>[a-z]{{0,2}}[0-9]{{5,8}})"
        rf"|sw[0-9]{{5,6}}){END}",
        "A registration number names a colleague.",
        "Leave it out; if it is your own, allow it in cpdlog.yaml.",
        clues=frozenset(["social", "swe", "sssc", "scw", "niscc", "sw"]),
        at="clue",
        digits=5,
    ),
    Detector(
        "family-name",
        rf"{START}[Tt]he{GAP}(?P<what>{NAME}){GAP}(?:{FAMILIES}){END}",
        "It names a family.",
        "Write 'a family', 'two siblings'.",
        clues=frozenset(["the"]),
        at="clue",
        cased=True,
        judge=family,
    ),
    Detector(
        "named-service-user",
        named(SERVICE_USERS),
        "It names someone you work with.",
        "Write 'a young person', 'the grandmother'.",
        clues=first_words(SERVICE_USERS),
        at="clue",
        cased=True,
        judge=is_named,
    ),
    Detector(
        "named-service-user",
        explained(SERVICE_USERS),
        "It names someone you work with.",
        "Write 'a young person', 'the grandmother'.",
        clues=first_words(SERVICE_USERS),
        signs=(*EXPLAINING, "(client", "(service user", "(child", "(carer"),
        cased=True,
        judge=is_a_name,
    ),
)
