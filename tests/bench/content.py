"""What a made-up person writes in a working life: the same for every program that is measured.

Everything hangs on the seed and the number alone, so two runs and two machines have the same words.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

SEED = 20261123
LAST = date(2026, 11, 23)
A_YEAR = 100  # entries, until the years are full
MOST_YEARS = 40
RARE = "statute"  # in one body of fifty: what is searched for
TYPES = (
    *("reading", "reading", "course", "webinar", "visit", "meeting", "writing", "workshop"),
    *("conference", "mentoring", "teaching", "reflection", "reflection", "discussion"),
)
ROLES = ("college", "law")
TAGS = (
    *("enquiry", "induction", "referencing", "cataloguing", "accessibility", "copyright"),
    *("cilip:criterion/1", "cilip:criterion/2", "cilip:criterion/3", "outreach", "budget", "tools"),
)
GOALS = (
    ("chartership", "", 0),
    ("reading", "240 hours", 3),
    ("visits", "50 visits", 2),
    ("teaching", "90 points", 2),
    ("weeks", "300 weeks", 4),
    ("enquiries", "80 entries", 2),
    ("writing", "24 papers", 5),
    ("law", "120 hours", 1),
    ("metadata", "60 hours", 1),
    ("outreach", "", 0),
    ("mentoring", "40 hours", 6),
    ("conference", "12 conferences", 9),
)
VOCABULARY = (
    "the of and to a in I was it that for with on as at had not but they what from be this were "
    "is we an about which their who one or there when my so all by have what's would out them "
    "up more could library student asked question people time desk session week reading book "
    "catalogue search record shelf answer course notice mentor talk paper list evidence plan "
    "change first last next year again learnt wrong right hour morning afternoon colleague "
    "reader class subject heading authority source citation database index thing small long "
    "half before after because without between never always little enough show write explain "
    "listen wait sort count measure notes café résumé déjà kept found missing copy loan return "
    "request office meeting minutes budget training policy access screen sound caption letter "
    "number page chapter edition licence rights owner archive box paper-clip door stairs window"
)
WORDS = VOCABULARY.split()


class Item(NamedTuple):
    """One thing done: an entry here, and in each other program what comes nearest."""

    number: int
    day: date
    title: str
    kind: str
    minutes: int | None
    goals: tuple[str, ...]
    role: str
    tags: tuple[str, ...]
    outcome: str
    body: str


def items(count: int, seed: int = SEED) -> Iterator[Item]:
    """So many items, the oldest first, over as many years as a person would take for them."""
    chance = random.Random(seed)
    days = 365 * min(MOST_YEARS, max(1, count // A_YEAR))
    for number in range(count):
        day = LAST - timedelta(days - 1 - number * days // count)
        yield item(number, day, chance)


def item(number: int, day: date, chance: random.Random) -> Item:
    """One item."""
    title = sentence(chance, 3, 7)
    return Item(
        number,
        day,
        f"{title} {number}",
        chance.choice(TYPES),
        chance.choice((None, 30, 45, 60, 60, 90, 120, 150, 240, 360)),
        tuple(chance.sample([name for name, _, _ in GOALS], chance.choice((0, 1, 1, 2)))),
        chance.choice(ROLES),
        tuple(chance.sample(TAGS, chance.choice((1, 2, 2, 3)))),
        sentence(chance, 6, 14) + ".",
        body(chance),
    )


def sentence(chance: random.Random, least: int, most: int) -> str:
    """A few words, the common ones more often, as people's are."""
    number = chance.randint(least, most)
    words = [WORDS[int(len(WORDS) * chance.random() ** 2)] for _ in range(number)]
    return " ".join(words).capitalize()


def body(chance: random.Random) -> str:
    """Four paragraphs of a reflection, at times with a follow-up or the rare word: 1.6 kB."""
    parts = []
    for heading in ("What?", "So what?", "Now what?", "And then?"):
        text = ". ".join(sentence(chance, 8, 20) for _ in range(chance.randint(5, 7)))
        parts.append(f"## {heading}\n\n{folded(text)}.\n")
    if chance.random() < 0.02:
        parts.append(f"They had one {RARE} of which nobody knew.\n")
    if chance.random() < 0.1:
        mark = chance.choice(" xxx")
        parts.append(f"- [{mark}] {sentence(chance, 3, 8)} (due {LAST + timedelta(30)})\n")
    return "\n".join(parts)


def folded(text: str) -> str:
    """A text in lines of about ninety characters."""
    lines, line = [], ""
    for word in text.split():
        if len(line) + len(word) > 90:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])
