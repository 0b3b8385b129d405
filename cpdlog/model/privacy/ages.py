"""Exact ages, part of the profiles `health` and `social-care`, and the stages of life for them."""

import re

from cpdlog.model.privacy.detector import Detector, Sighting, first_words
from cpdlog.model.privacy.finding import Severity
from cpdlog.model.privacy.shapes import END, GAP, START

UNITS = "one|two|three|four|five|six|seven|eight|nine"
TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
AGE_IN_WORDS = rf"(?:(?:{TENS})(?:[ -](?:{UNITS}))?|{TEENS}|{UNITS})"
# What has an age and is nobody.
THINGS = (
    "polic(?:y|ies)|guidelines?|guidance|laptops?|computers?|pcs?|systems?|software|servers?"
    "|buildings?|librar(?:y|ies)|books?|editions?|textbooks?|papers?|stud(?:y|ies)|articles?"
    "|protocols?|machines?|equipment|scanners?|printers?|pumps?|projects?|services?|compan(?:y|ies)"
    "|organisations?|charit(?:y|ies)|schools?|laws?|acts?|cases?|contracts?|agreements?|leases?"
    "|websites?|sites?|catalogues?|databases?|datasets?|data|code|codebase|versions?|firms?"
    "|strateg(?:y|ies)|plans?|templates?|cars?|houses?|wine|whisky|trees?|institutions?|habits?"
    "|programmes?|schemes?|traditions?|partnerships?|disputes?|debts?|evidence|figures|statistics"
    "|curriculum|syllabus|phones?|tablets?|devices?|boilers?|bridges?|networks?|collections?"
)
# What makes an age a group's: `from age 11`, `the school-leaving age of 16`.
BOUNDS = (
    "from|to|until|till|under|over|below|above|by|between|up to|post|pre|reach|reaches|reached"
    "|at least|minimum|maximum|leaving|pension|retirement|school|those|anyone|everyone|people"
    "|children|adults|pupils|students|patients|women|men|users|residents|clients|learners|groups?"
)
BABY, CHILD, TEENAGER, ADULT, GROWN = 2, 5, 13, 18, 20  # the years at which a stage ends


def is_someones_age(seen: Sighting) -> Severity | None:
    """Warns of an age, unless it is that of a thing, or one that many people are in."""
    return None if is_of_a_thing(seen) or is_of_many(seen) else "warn"


def is_of_a_thing(seen: Sighting) -> bool:
    """Whether an age is a policy's or a laptop's."""
    after = rf"^'?s?{GAP}(?:[a-z-]{{2,20}}{GAP}){{0,2}}?(?:{THINGS}){END}"
    before = (
        rf"{START}(?:{THINGS}),?{GAP}(?:(?:which|that|itself|now){GAP})?"
        rf"(?:is|are|was|were|being|at){GAP}"
        rf"(?:(?:now|already|over|nearly|almost|about|only|just|at least|some){GAP}){{0,2}}$"
    )
    return bool(re.search(after, seen.after) or re.search(before, seen.before))


def is_of_many(seen: Sighting) -> bool:
    """Whether an age is the bound of a range: `aged 65 and over`, `from age 11`."""
    after = (
        rf"^(?:\+| ?-{{1,2}} ?[0-9]|{GAP}(?:to{GAP}[0-9]|plus"
        rf"|(?:and|or){GAP}(?:over|above|older|under|younger|up|below)))"
    )
    before = rf"{START}(?:{BOUNDS}) (?:aged? )?(?:of )?$"
    return bool(re.search(after, seen.after) or re.search(before, seen.before))


def in_a_stage_of_life(text: str) -> str:
    """The advice to put an exact age as the stage of life it is in."""
    return f"Write '{stage_of_life(text.lower())}', or leave the age out if it taught nothing."


def stage_of_life(text: str) -> str:
    """`someone in their eighties` for `83-year-old`."""
    years = years_in(text)
    if years is None or years < BABY:
        return "a baby"
    for end, stage in ((CHILD, "a small child"), (TEENAGER, "a child"), (ADULT, "a teenager")):
        if years < end:
            return stage
    if years < GROWN:
        return "a young adult"
    decade = TENS.split("|")[min(years, 99) // 10 - 2]
    return f"someone in their {decade.removesuffix('y')}ies"


def years_in(text: str) -> int | None:
    """The years that an age says; None for one in days, weeks or months."""
    if re.search("day|week|month", text):
        return None
    digits = re.search("[0-9]{1,3}", text)
    if digits:
        return int(digits[0])
    words = re.findall("[a-z]+", text)
    smaller = [*UNITS.split("|"), *TEENS.split("|")]
    tens = sum(10 * TENS.split("|").index(word) + 20 for word in words if word in TENS.split("|"))
    return tens + sum(smaller.index(word) + 1 for word in words if word in smaller)


AGE = Detector(
    "exact-age",
    rf"{START}[0-9]{{1,3}}(?:[ -]{{0,3}}(?:years?|yrs?|months?|weeks?|days?)[ -]{{1,3}}old"
    r"|[ -]?(?:y\.?/?o\.?|YO)"
    r"|(?<![£$€.][0-9]{2}) ?[MF](?=,? (?:with|present|admitted|referred|c/o|who|came))"
    rf"){END}",
    "An exact age narrows down who it is.",
    "Write a stage of life.",
    at="number",
    cased=True,
    judge=is_someones_age,
    reword=in_a_stage_of_life,
)
AGED = AGE._replace(
    pattern=rf"{START}aged?:? {{0,2}}(?:of )?"
    rf"(?P<what>[0-9]{{1,3}}(?![0-9%/.])|{AGE_IN_WORDS}){END}",
    clues=frozenset(["age", "aged"]),
    at="clue",
    cased=False,
)
AGE_SPELT = AGE._replace(
    pattern=rf"{START}{AGE_IN_WORDS}[ -]{{1,3}}(?:year|month|week)s?[ -]{{1,3}}old{END}",
    clues=first_words(f"{TENS}|{TEENS}|{UNITS}"),
    signs=(" old", "-old"),
    at="clue",
    cased=False,
)
AGES = (AGE, AGED, AGE_SPELT)
