"""Profile `general`: what identifies people in any work."""

import re

from cpdlog.model.privacy import accounts
from cpdlog.model.privacy.detector import Detector, Sighting, first_words
from cpdlog.model.privacy.finding import Severity
from cpdlog.model.privacy.people import EXPLAINING, explained, is_a_name, is_named, named
from cpdlog.model.privacy.shapes import (
    CAPITAL,
    DATE_FROM_MONTH,
    DATE_FROM_NUMBER,
    END,
    FIRST_NAME,
    GAP,
    LABEL,
    NAME,
    NOT_NAMES,
    START,
    TITLES,
    is_labelled_otherwise,
)

# The postcode areas of Royal Mail, with those of the islands.
AREAS = (
    "AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY"
    "|E|EC|EH|EN|EX|FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD"
    "|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG"
    "|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE"
)
STREETS = (
    "Road|Street|Avenue|Lane|Close|Drive|Court|Crescent|Gardens|Terrace|Square|Grove|Hill|Rise|Mews"
    "|Row|Walk|View|Park|Place|Way|Rd|St|Ave|Cres"
)
# After a title these are works, brands, ranks and offices.
NOT_SURNAMES = (
    "Men|Man|Who|Bean|Darcy|Dalloway|Tickle|Happy|Muscle|Whippy|Saigon|Marple|Havisham|Jekyll"
    "|Strangelove|Seuss|Doolittle|Doubtfire|Martens|Pepper|Justice|Speaker|President|Chairman"
    "|World|Universe|Emeritus|Emerita|Of|Benn|Beeton|Potato|Bump|Chips|Holmes|Foster|Zhivago"
)
SPEAKERS = (
    "lecture|keynote|talk|book|chapter|article|paper|wrote|writes|argues?|argued|et al|edited"
    "|author|podcast|ted|blog|published|research by|work of|model|theory|framework|essay|speaker"
    "|plenary"
)
RELATIONS = (
    "colleague|coworker|manager|boss|supervisor|mentor|mentee|trainee|assistant|intern"
    "|apprentice|volunteer|reader|borrower|library user|customer|neighbour|friend|team leader"
    "|deputy|predecessor|successor|appraiser|head of department|student"
)
PRIVATE_MATTERS = (
    "sick leave|sickness|salary|pay rise|pay|grievance|disciplinary|capability|pregnancy"
    "|maternity leave|diagnosis|redundancy|dismissal|suspension|performance review|appraisal"
    "|divorce|illness|operation|breakdown|bereavement|depression|cancer|overdue books|fines"
    "|borrowing|loans|reading history"
)
PRIVATE_STATES = (
    "off sick|signed off|pregnant|sacked|disciplined|made redundant|on sick leave"
    "|on maternity leave|off with stress"
)
# What has a capital and an 's before such a matter, and is nobody.
NOT_OWNERS = (
    "Parkinson|Alzheimer|Crohn|Hodgkin|Huntington|Addison|Cushing|Raynaud|Asperger|Down|Unison|Acas"
    "|Today|Yesterday|Tomorrow|Nobody|Somebody|Someone|Everybody|Everyone|Anybody|Anyone|Who|What"
    "|That|It|There|Here|He|She|We|You|They|Let|One|Year|Week|Staff|Women|Men|Children|Library|School|Union"
    "|Council|Hospital|University|Trust|Company|Patient|Client|Student|Reader|Colleague"
)


def email(seen: Sighting) -> Severity | None:
    """Warns, but not of the addresses that git fetches from."""
    return None if seen.text.startswith("git@") else "warn"


def phone(seen: Sighting) -> Severity | None:
    """Warns of ten or more digits that no book, order or course is numbered by."""
    return None if is_labelled_otherwise(seen.before) else "warn"


def postcode(seen: Sighting) -> Severity | None:
    """Warns where there is such a postcode area."""
    return "warn" if re.match(rf"(?:{AREAS})[0-9]", seen.text) else None


def address(seen: Sighting) -> Severity | None:
    """Warns, unless it is where an institution receives the public."""
    public = "library|museum|university|college|archives?|office|headquarters|gallery"
    return None if re.search(rf"{START}(?:{public})(?:,| at| on| in) $", seen.before) else "warn"


def birth_date(seen: Sighting) -> Severity | None:
    """Warns, unless the year is one that nobody alive was born in."""
    year = re.search("[0-9]{4}", seen.text)
    return None if year and year[0] < "1905" else "warn"


def titled(seen: Sighting) -> Severity | None:
    """Warns of a title with a name; not of works, brands, cited authors and speakers."""
    title, _, name = seen.text.partition(" ")
    first = re.split("[ '-]", name.strip(), maxsplit=1)[0]
    cited = re.search(r"^(?:'s)?,? ?\(?(?:19|20)[0-9]{2}", seen.after)
    if cited or re.fullmatch(f"{NOT_NAMES}|{NOT_SURNAMES}", first):
        return None
    learned = title.rstrip(".") in ("Dr", "Prof", "Professor")
    spoke = learned and re.search(rf"{START}(?:{SPEAKERS})s?{END}", seen.sentence)
    return None if spoke else "warn"


def private(seen: Sighting) -> Severity | None:
    """Warns of a person's matter; not of a disease's, an institution's, nobody's in particular."""
    return None if re.fullmatch(NOT_OWNERS, seen.text) else is_a_name(seen)


DETECTORS = (
    Detector(
        "email",
        rf"{START}[a-z0-9][a-z0-9._%+-]{{0,63}}@(?:[a-z0-9-]{{1,63}}\.){{1,5}}[a-z]{{2,20}}{END}",
        "An e-mail address names its owner.",
        "Leave it out, or write who it was by role.",
        signs=("@",),
        judge=email,
    ),
    Detector(
        "phone",
        r"(?<![\w/.+-])(?:(?:\+44 ?(?:\(0\) ?)?|0044 ?|\(?0)[127](?:[ )-]{0,2}[0-9]){9}"
        r"|\+(?!44)[1-9][0-9]{0,2}(?:[ ()-]{1,2}[0-9]{1,7}){2,6})(?![\w/]|[.-][0-9])",
        "A telephone number leads to one person or household.",
        "Leave it out.",
        digits=5,
        judge=phone,
    ),
    Detector(
        "postcode",
        r"[A-Z](?<![^\W_][A-Z])[A-Z]?[0-9][0-9A-HJKPS-UW]? ?[0-9][ABD-HJLNP-UW-Z]{2}" + END,
        "A postcode is shared by about fifteen addresses.",
        "Name the town or the kind of place instead.",
        digits=1,
        cased=True,
        judge=postcode,
    ),
    Detector(
        "address",
        rf"{START}[0-9]{{1,4}}[A-Za-z]?,? (?:{NAME}(?:'s)? ){{1,3}}(?:{STREETS}){END}",
        "A house with its street is somebody's home.",
        "Name the town or the kind of place instead.",
        clues=first_words(STREETS),
        at="number",
        cased=True,
        judge=address,
    ),
    Detector(
        "birth-date",
        rf"{START}(?i:dob|birth(?:{GAP}?date)?|born(?:{GAP}on)?){LABEL}(?:the )?"
        rf"(?P<what>{DATE_FROM_NUMBER}|{DATE_FROM_MONTH}"
        rf"|[0-3]?[0-9][ .-][01]?[0-9][ .-](?:[0-9]{{4}}|[0-9]{{2}})){END}",
        "A date of birth with one more fact is enough to find a person.",
        "Leave it out, or write a stage of life.",
        clues=frozenset(["dob", "birth", "birthdate", "born"]),
        at="clue",
        digits=1,
        cased=True,
        judge=birth_date,
    ),
    Detector(
        "title-surname",
        rf"{START}(?:{TITLES})\.?{GAP}(?:{CAPITAL}\.? {{0,2}}){{0,3}}"
        rf"(?:(?:van|von|de|der|den|la|le|al|el|bin|ap)[ -]){{0,2}}{NAME}(?:{GAP}{NAME})?",
        "A title and surname name a person.",
        "Write 'a colleague', 'a patient', 'the client', or a role.",
        clues=first_words(TITLES.replace("Mrs?", "Mr|Mrs")),
        at="clue",
        cased=True,
        judge=titled,
    ),
    Detector(
        "named-person",
        named(RELATIONS),
        "It names someone beside what they are to you.",
        "Leave the name out: 'a colleague', 'a reader'.",
        clues=first_words(RELATIONS),
        at="clue",
        cased=True,
        judge=is_named,
    ),
    Detector(
        "private-matter",
        rf"(?P<what>{FIRST_NAME}){GAP}(?:is|was|has been|had been|went)(?:{GAP}[a-z]{{2,20}})?{GAP}"
        rf"(?:{PRIVATE_STATES}){END}",
        "It says of a named person what is theirs to tell.",
        "Leave the name out, or the matter.",
        clues=first_words("sick|signed|pregnant|sacked|disciplined|redundant|maternity|stress"),
        cased=True,
        judge=private,
    ),
    Detector(
        "named-person",
        explained(RELATIONS),
        "It names someone beside what they are to you.",
        "Leave the name out: 'a colleague', 'a reader'.",
        clues=first_words(RELATIONS),
        signs=(*EXPLAINING, "(colleague", "(reader", "(student"),
        cased=True,
        judge=is_a_name,
    ),
    Detector(
        "private-matter",
        rf"(?P<what>{FIRST_NAME})'s?{GAP}(?:[a-z]{{2,20}}{GAP})?(?:{PRIVATE_MATTERS}){END}",
        "It says of a named person what is theirs to tell.",
        "Leave the name out, or the matter.",
        clues=first_words(PRIVATE_MATTERS),
        cased=True,
        judge=private,
    ),
    *accounts.DETECTORS,
)
