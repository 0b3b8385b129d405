"""People beside what they are to the writer: by name, by date, by age."""

import re

from cpdlog.model.privacy.detector import Judge, Sighting
from cpdlog.model.privacy.finding import Severity
from cpdlog.model.privacy.shapes import (
    END,
    FIRST_NAME,
    GAP,
    NAME,
    NAMES,
    NOT_NAMES,
    START,
    TITLES,
)

KIN = (
    "mother|father|mum|dad|wife|husband|son|daughter|sister|brother|grandson|granddaughter"
    "|grandmother|grandfather|gran|aunt|uncle|niece|nephew|carer"
)
WHOSE = "my|our|his|her|their|your|this|that|the|an?|one|another|every|each|first|new|[a-z]{2,20}'s"
INVENTED = (
    "not (?:her|his|their|the) real name|an? (?:invented|pseudonym)|name changed|pseudonym"
    "|names changed"
)
# Words that make `patient` or `client` the beginning of a subject's name.
SUBJECTS = (
    "safety|experience|participation|information|care|records?|cent(?:red|ered)|flow|leaflets?"
    "|education|outcomes?|data|advice|portal|management|meetings?|accounts?|conference|money"
    "|confidentiality|handling|involvement|engagement|groups?|days?|access|surveys?|transport"
)
# Where people learn, and what is published: its date says nothing of a person.
OCCASIONS = (
    "conference|courses?|webinar|workshop|training|study day|symposium|seminar|lecture|congress"
    "|published|publication|journal|article|deadline|due|done|updated|issued?|version"
    "|launch(?:ed)?|policy|guidelines?|guidance|accessed|retrieved|e-learning|cpd|modules?|act"
    "|regulations?|in force|newsletter|exhibition|awards?|renewal|revalidation|inspection|leaflet"
)
# Without one of these no name is explained, unless a bracket opens with what it is.
EXPLAINING = (", my ", ", our ", "(my ")
DEADLINES = (" by ", " until ", " before ", " from ", " by the ", "due ", "done ")


def named(relations: str) -> str:
    """A pattern for someone named as one of `relations`, a choice of words in small letters."""
    link = rf"(?:,?{GAP}(?:called|named|known as)|,|{GAP}-)?{GAP}"
    return rf"{START}(?:{relations}){link}(?P<what>{NAMES})"


def explained(relations: str) -> str:
    """A pattern for a name before what it is: `Karen, my manager, says`, `Tom (reader)`."""
    adjectives = rf"(?:[a-z-]{{2,20}}{GAP}){{0,2}}"
    apposed = rf",{GAP}(?:my|our){GAP}{adjectives}"
    bracketed = rf"{GAP}\((?:(?:my|our|the|an?){GAP}{adjectives})?"
    name = rf"(?P<what>{FIRST_NAME}(?:{GAP}{NAME}){{0,2}})"
    return rf"{name}(?:{apposed}|{bracketed})(?:{relations})(?=[,.;:)])"


def is_named(seen: Sighting) -> Severity | None:
    """Warns of `my new manager Karen` and `a reader called Tom`, and not of `manager, Leeds`."""
    called = rf"{GAP}(?:called|named|known as) $"
    whose = rf"{START}(?:{WHOSE})(?:{GAP}[a-z0-9-]{{1,20}}){{1,5}}(?:,| -)?{GAP}$"
    if re.search(called, seen.before) or re.search(whose, seen.before):
        return is_a_name(seen)
    return None


def is_a_name(seen: Sighting) -> Severity | None:
    """Warns of words with a capital; not of bare titles, days, products and invented names."""
    if re.fullmatch(TITLES, seen.text):
        return None
    first = re.split("[ '-]", seen.text, maxsplit=1)[0]
    invented = re.search(rf"^[^a-z]{{1,4}}(?:{INVENTED})", seen.after)
    if re.fullmatch(NOT_NAMES, first) or seen.text.isupper() or invented:
        return None
    return "warn"


def near(people: str) -> Judge:
    """The judge of a date: a warning where one of `people` is in its sentence.

    Not where the sentence is of a conference or a publication, nor where something is due.
    """
    someone = rf"{START}(?:{people}){END}(?![ -](?:{SUBJECTS}){END})"
    occasion = rf"{START}(?:{OCCASIONS}){END}"

    def judge(seen: Sighting) -> Severity | None:
        if f" {seen.before}".endswith(DEADLINES):
            return None
        sentence = seen.sentence
        about_someone = re.search(someone, sentence) and not re.search(occasion, sentence)
        return "warn" if about_someone else None

    return judge
