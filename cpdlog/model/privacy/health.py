"""Profile `health`: what identifies patients.

After "The reflective practitioner: guidance for doctors and medical students" (Academy of Medical
Royal Colleges, GMC and others) and the NMC's guidance on revalidation: besides names and numbers,
exact ages, the day a patient was seen, wards and hospitals.
"""

import re

from cpdlog.model.privacy.ages import AGES
from cpdlog.model.privacy.checkdigits import is_chi_number, is_nhs_number
from cpdlog.model.privacy.detector import Detector, Sighting, first_words
from cpdlog.model.privacy.finding import Severity
from cpdlog.model.privacy.people import (
    EXPLAINING,
    KIN,
    explained,
    is_a_name,
    is_named,
    named,
    near,
)
from cpdlog.model.privacy.shapes import (
    CAPITAL,
    DATE_FROM_MONTH,
    DATE_FROM_NUMBER,
    END,
    FIRST_CAPITAL,
    FIRST_NAME,
    GAP,
    LABEL,
    MONTHS,
    NAME,
    NOT_NAMES,
    NUMBER_END,
    NUMBER_START,
    START,
    digits_in,
    is_labelled_otherwise,
)

PATIENTS = "patients?|pts?|service users?|residents?|clients?|inpatients?|outpatients?"
SEEN = f"patient|pt|resident|lady|gentleman|baby|toddler|{KIN}"
NHS = "nhs|h&c|health and care"
TELEPHONE = rf"{START}(?:tel|telephone|phone|call|ring|fax|mobile|ext){END}[^0-9]{{0,12}}$"
# Kinds of ward, hospital and home, whose names are no place's.
KINDS = (
    "The|A|An|Our|My|Your|This|Acute|Admissions|Assessment|Cardiac|Care|Children's|Childrens|City"
    "|Clinical|Community|Cottage|County|Day|District|Elderly|Electoral|Emergency|European|Every"
    "|General|General's|Geriatric|Gynaecology|High|Hospital|Infectious|Intensive|Labour|Local|Male"
    "|Female|Maternity|Medical|Mental|Military|National|Neonatal|Neuro|Nursing|Oncology|Open"
    "|Orthopaedic|Paediatric|Postnatal|Private|Psychiatric|Public|Rehabilitation|Renal|Residential"
    "|Respiratory|Royal|St|Stroke|Surgical|Teaching|University|Urology|Virtual|Vascular|Women's"
    "|Old|New|North|South|East|West|Whole|In|On|At|To|From|For|After|Before|When|While"
)
PLACES = "Hospital|Infirmary|Hospice|Care Home|Nursing Home|Medical Centre|Health Centre|Surgery"
RECORDS = "hospital|hosp|patient|unit|case ?notes?|medical records?|record|emis|epr|rio|systmone"
POSTS = (
    "Practitioners?|Associates?|Specialists?|Consultants?|Prescribers?|Managers?|Lead|Leaders?|Led"
    "|Training|Education|Educators?|Director|Research|Researchers?|Advisers?|Assessors?|Bank|Act"
    "|In|Of|On|Post|Role|Role-play|Rota|Shifts?|Station|Call|Charge|Board|Team|Trainees?|Companies"
)


def nhs_number(seen: Sighting) -> Severity | None:
    """Ten digits with the right check digit and a word of patients, or in the 3-3-4 grouping."""
    if is_labelled_otherwise(seen.before) or re.search(TELEPHONE, seen.before):
        return None
    if "isbn" in seen.before[-60:] + seen.after[:15]:
        return None
    if not is_nhs_number(digits_in(seen.text)):
        labelled = rf"{START}(?:{NHS}){GAP}(?:no|number|id){LABEL}$"
        return "warn" if re.search(labelled, seen.before) else None
    words = rf"{START}(?:{NHS}|hcn|{PATIENTS}|mrn|hospital){END}"
    grouped = len(seen.text) == len("999 999 9999")
    near_by = re.search(words, seen.before[-50:]) or re.search(words, seen.after[:30])
    return "block" if grouped or near_by else None


def chi_number(seen: Sighting) -> Severity | None:
    """Ten digits that begin with a date: with the word CHI certain, without it a warning."""
    if not is_chi_number(digits_in(seen.text)) or is_labelled_otherwise(seen.before):
        return None
    words = rf"{START}(?:chi|community health index){END}"
    near_by = re.search(words, seen.before[-50:]) or re.search(words, seen.after[:30])
    return "block" if near_by else "warn"


def bed(seen: Sighting) -> Severity | None:
    """Warns of a bed, bay or ward; not of a car park's bay, a lecture theatre, a bedtime."""
    elsewhere = "parking|loading|lecture|raised|flower|sea|electoral"
    a_time = "hours?|minutes?|nights?|am|pm|times|o'clock|of the (?:borough|city|council)"
    before = re.search(rf"{START}(?:{elsewhere}){GAP}$", seen.before)
    return None if before or re.search(rf"^{GAP}(?:{a_time})", seen.after) else "warn"


def room(seen: Sighting) -> Severity | None:
    """Warns of a numbered room where somebody lives or is cared for in it."""
    words = rf"{START}(?:{PATIENTS}|care home|nursing home|lady|gentleman){END}"
    booked = (
        rf"{START}(?:book(?:ed|ing|ings)?|library|seminar|teaching|training|meeting|study){END}"
    )
    sentence = seen.sentence
    return "warn" if re.search(words, sentence) and not re.search(booked, sentence) else None


def place(seen: Sighting) -> Severity | None:
    """Warns where a word before `ward` or `Hospital` names it, and is not its kind alone."""
    words = re.split(" +", seen.text)[:-1]
    return None if all(re.fullmatch(f"{KINDS}|{NOT_NAMES}", word) for word in words) else "warn"


def ward(seen: Sighting) -> Severity | None:
    """Warns of a ward by name where something is on it or moves to it; not of Jane Ward."""
    there = re.search(rf"{START}(?:on|to|from|of|in|at){GAP}(?:the{GAP})?$", seen.before)
    return place(seen) if there else None


def nurse(seen: Sighting) -> Severity | None:
    """Warns of a nurse by name, and not by post."""
    return None if re.fullmatch(POSTS, seen.text) else is_a_name(seen)


NHS_NUMBER = Detector(
    "nhs-number",
    rf"{NUMBER_START}[0-9]{{3}}[ -]?[0-9]{{3}}[ -]?[0-9]{{4}}{NUMBER_END}",
    "An NHS number belongs to one patient.",
    "Leave it out.",
    at="number",
    digits=10,
    judge=nhs_number,
)
SEEN_ON = Detector(
    "event-date",
    rf"{START}{DATE_FROM_NUMBER}{END}",
    "The day on which someone was seen helps to find out who it was.",
    "Write the month, or 'that week'; the entry's own date is the day you reflect.",
    at="number",
    cased=True,
    judge=near(PATIENTS),
)
FROM_MONTH = f"{START}{DATE_FROM_MONTH}{END}"

DETECTORS = (
    NHS_NUMBER,
    Detector(
        "chi-number",
        rf"{NUMBER_START}[0-9]{{6}}[ -]?[0-9]{{4}}{NUMBER_END}",
        "A CHI number belongs to one patient and begins with the date of birth.",
        "Leave it out.",
        at="number",
        digits=10,
        judge=chi_number,
    ),
    Detector(
        "hospital-number",
        rf"{START}(?:mrn|(?:{RECORDS}){GAP}(?:no|number|id|ref)){LABEL}"
        rf"(?P<what>[a-z]{{0,3}}[0-9]{{5,10}}[a-z]?){END}",
        "A hospital or record number leads to one patient.",
        "Leave it out.",
        clues=first_words(
            "mrn|hospital|hosp|patient|unit|case|casenote|medical|record|emis|epr|rio|systmone"
        ),
        at="clue",
        digits=5,
    ),
    Detector(
        "registration-number",
        rf"{START}(?:nmc|gmc|gdc|gphc|hcpc|goc)"
        rf"(?:{GAP}(?:pin|no|number|registration|reg|ref|reference)){{0,2}}{LABEL}"
        rf"(?P<what>[a-z]{{0,3}}[0-9]{{5,8}}[a-z]?|[0-9]{{2}}[a-l][0-9]{{4}}[a-z]){END}",
        "A registration number names a colleague.",
        "Leave it out; if it is your own, allow it in cpdlog.yaml.",
        clues=first_words("nmc|gmc|gdc|gphc|hcpc|goc"),
        at="clue",
        digits=4,
    ),
    Detector(
        "registration-number",
        rf"{START}[0-9]{{2}}[A-L][0-9]{{4}}[ENSW]{END}",
        "It has the shape of a nurse's or midwife's PIN, which names a colleague.",
        "Leave it out; if it is your own, allow it in cpdlog.yaml.",
        at="number",
        digits=4,
        cased=True,
    ),
    *AGES,
    Detector(
        "bed-number",
        rf"{START}(?i:bed|bay|cubicle|cot|side{GAP}room|ward|theatre)"
        rf"(?:{GAP}(?:no\.?|number|space))?{GAP}"
        rf"(?:[0-9]{{1,3}}[A-Da-d]?|[A-H][0-9]{{1,2}}|[B-H]){END}",
        "A ward and bed on a known day is one patient.",
        "Write 'on the ward'.",
        clues=first_words("bed|bay|cubicle|cot|side|ward|theatre"),
        at="clue",
        cased=True,
        judge=bed,
    ),
    Detector(
        "bed-number",
        rf"{START}room{GAP}(?:no\.?{GAP}|number{GAP})?[0-9]{{1,3}}[a-d]?{END}",
        "A room in a home is one resident.",
        "Write 'in their room'.",
        clues=frozenset(["room"]),
        at="clue",
        digits=1,
        judge=room,
    ),
    Detector(
        "ward-name",
        rf"{FIRST_NAME}(?:{GAP}{NAME})?(?:'s)?{GAP}[Ww]ard{END}",
        "A named ward says where, and with the condition often who.",
        "Write 'a surgical ward', 'the ward'.",
        clues=frozenset(["ward"]),
        cased=True,
        judge=ward,
    ),
    Detector(
        "place-of-care",
        rf"(?!(?:At|In|From|To|On|The|When|After|Before) )"
        rf"{FIRST_CAPITAL}(?:[^\W\d_]|['-]){{0,24}}\.?{GAP}"
        rf"(?:(?:St\.?|{NAME}(?:'s)?){GAP}){{0,3}}(?:{PLACES}){END}",
        "The place, with the condition, often says who.",
        "Write 'the hospital', 'a care home', 'the practice'.",
        clues=first_words("hospital|infirmary|hospice|care|nursing|medical|health|surgery"),
        cased=True,
        judge=place,
    ),
    SEEN_ON,
    SEEN_ON._replace(pattern=FROM_MONTH, clues=MONTHS, at="clue"),
    Detector(
        "title-surname",
        rf"{START}(?:Nurse|Sister|Matron){GAP}(?P<what>{NAME})",
        "A rank and a name are a colleague.",
        "Write 'the nurse in charge', 'a colleague'.",
        clues=frozenset(["nurse", "sister", "matron"]),
        at="clue",
        cased=True,
        judge=nurse,
    ),
    Detector(
        "named-patient",
        named(SEEN),
        "It names a patient or a relative.",
        "Write 'a patient', 'their daughter'.",
        clues=first_words(SEEN),
        at="clue",
        cased=True,
        judge=is_named,
    ),
    Detector(
        "named-patient",
        explained(SEEN),
        "It names a patient or a relative.",
        "Write 'a patient', 'their daughter'.",
        clues=first_words(SEEN),
        signs=(*EXPLAINING, "(patient", "(resident"),
        cased=True,
        judge=is_a_name,
    ),
    Detector(
        "initials",
        rf"{START}(?i:patient|pt|resident|client|initials)s?(?:,|:)? \(?(?:initials:? )?"
        rf"(?P<what>{CAPITAL}\. ?{CAPITAL}\.(?: ?{CAPITAL}\.)?|{CAPITAL}{{2,3}}(?=\)))",
        "Initials with a place or a day are enough for those who know the person.",
        "Write 'Patient A', or no letters at all.",
        clues=first_words("patient|pt|resident|client|initials"),
        at="clue",
        cased=True,
    ),
)
