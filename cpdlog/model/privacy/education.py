"""Profile `education`: what identifies pupils, students and other learners."""

import re

from cpdlog.model.privacy.checkdigits import UPN_LETTERS, is_uln, is_upn
from cpdlog.model.privacy.detector import Detector, Sighting, first_words
from cpdlog.model.privacy.finding import Severity
from cpdlog.model.privacy.people import EXPLAINING, KIN, explained, is_a_name, is_named, named
from cpdlog.model.privacy.shapes import (
    END,
    FIRST_NAME,
    GAP,
    LABEL,
    NUMBER_END,
    NUMBER_START,
    START,
    digits_in,
    is_labelled_otherwise,
)

PUPILS = "pupil|student|child|learner|boy|girl|tutee|toddler|teenager|apprentice"
PICTURES = "photos?|photographs?|pictures?|videos?|recordings?|footage"
# What a child does, and a subject, a topic or a text does not.
DEEDS = (
    "who|said|asked|told|cried|refused|struggled|hit|threw|shouted|wrote|came|left|ran|was upset"
    "|was excluded"
)


def upn(seen: Sighting) -> Severity | None:
    """The check letter is right: with a word of pupils it is certain."""
    if not is_upn(seen.text):
        return None
    words = rf"{START}(?:upn|unique pupil number|pupils?|students?|child|learners?){END}"
    return "block" if re.search(words, seen.before + seen.after) else "warn"


def uln(seen: Sighting) -> Severity | None:
    """Ten digits named as a learner's: certain where the check digit is right."""
    words = rf"{START}(?:uln|unique learner numbers?|learner numbers?)[^0-9]{{1,20}}$"
    if is_labelled_otherwise(seen.before) or not re.search(words, seen.before):
        return None
    return "block" if is_uln(digits_in(seen.text)) else "warn"


def pictured(seen: Sighting) -> Severity | None:
    """Warns of pictures of learners, but not of their work, displays and rooms."""
    things = "display|work|books?|room|noticeboard|board|garden|project|area|desk"
    return None if re.search(rf"^(?:'s?)?{GAP}(?:{things})", seen.after) else "warn"


DETECTORS = (
    Detector(
        "upn",
        rf"[{UPN_LETTERS}](?<![^\W_][A-Z])[0-9]{{11}}[0-9{UPN_LETTERS}]{END}",
        "A unique pupil number belongs to one child.",
        "Leave it out.",
        digits=11,
        cased=True,
        judge=upn,
    ),
    Detector(
        "student-number",
        rf"{START}(?:student|learner|pupil|candidate|ucas|admission)s?'?s?"
        rf"{GAP}(?:id|no|number|ref){LABEL}(?P<what>[a-z]{{0,3}}[0-9]{{4,10}}){END}",
        "A candidate or student number leads to one learner.",
        "Leave it out.",
        clues=first_words("student|learner|pupil|candidate|ucas|admission"),
        at="clue",
        digits=4,
    ),
    Detector(
        "uln",
        rf"{NUMBER_START}[0-9]{{10}}{NUMBER_END}",
        "A unique learner number belongs to one person for life.",
        "Leave it out.",
        at="number",
        digits=10,
        judge=uln,
    ),
    Detector(
        "registration-number",
        rf"{START}(?:trn|teacher{GAP}reference(?:{GAP}number)?|gtc[sw]?|ewc)"
        rf"(?:{GAP}(?:no|number|registration))?{LABEL}(?P<what>(?:rp)?[0-9]{{2}}/?[0-9]{{4,5}}){END}",
        "A teacher's number names a colleague.",
        "Leave it out; if it is your own, allow it in cpdlog.yaml.",
        clues=first_words("trn|teacher|gtc|gtcs|gtcw|ewc"),
        at="clue",
        digits=4,
    ),
    Detector(
        "named-pupil",
        named(f"{PUPILS}|{KIN}"),
        "It names a pupil or a pupil's family.",
        "Write 'a pupil', 'a student in my group'.",
        clues=first_words(f"{PUPILS}|{KIN}"),
        at="clue",
        cased=True,
        judge=is_named,
    ),
    Detector(
        "named-pupil",
        explained(PUPILS),
        "It names a pupil or a pupil's family.",
        "Write 'a pupil', 'a student in my group'.",
        clues=first_words(PUPILS),
        signs=(*EXPLAINING, "(pupil", "(student", "(learner"),
        cased=True,
        judge=is_a_name,
    ),
    Detector(
        "named-pupil",
        rf"(?P<what>{FIRST_NAME}),?{GAP}\(?(?:in|from){GAP}(?:Year|Yr|Y|Class|Form|Primary|P)"
        rf"{GAP}?[0-9]{{1,2}}[A-Z]?\)?,?{GAP}(?:{DEEDS}){END}",
        "A name with a class is one child.",
        "Write 'a pupil'.",
        clues=first_words("year|yr|y|class|form|primary|p"),
        digits=1,
        cased=True,
        judge=is_a_name,
    ),
    Detector(
        "photo",
        rf"{START}(?:{PICTURES}){GAP}of{GAP}(?:[a-z0-9]{{1,12}}{GAP}){{0,3}}"
        rf"(?:pupils?|child(?:ren)?|students?|class|learners?|boys?|girls?){END}",
        "A picture of learners identifies them, and needs consent to be kept.",
        "Leave it out of the evidence, or show the work and not the face.",
        clues=first_words("photo|photos|photograph|photographs|picture|pictures|video|videos")
        | first_words("recording|recordings|footage"),
        at="clue",
        judge=pictured,
    ),
)
