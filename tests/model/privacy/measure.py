"""Measures the detectors on the corpus, and writes the figures into docs/confidentiality.md.

    python tests/model/privacy/measure.py [--write | --misses | --speed]

A finding is right where the corpus has one by the same detector that shares text with it, or, for
people named beside what they are, by any of the detectors of those. Precision is the right ones of
all that were found, recall the right ones of all that were to be found.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from timeit import repeat
from typing import Any, NamedTuple

import yaml

sys.path.insert(0, str(Path(__file__).parents[3]))

from cpdlog.model.privacy import PROFILES, Finding, findings

ROOT = Path(__file__).parents[3]
CORPUS = Path(__file__).with_name("corpus.yaml")
PAGE = ROOT / "docs" / "confidentiality.md"
BEGIN, END = "<!-- figures -->\n", "<!-- end of figures -->\n"
HEAD = """\
| detector | to find | precision | recall | held out | precision | recall |
|---|---|---|---|---|---|---|
"""
CLEAN = """\
I spent the afternoon with two colleagues looking at how we hand over between shifts, and at what
goes missing on the way. We read three anonymised handovers aloud, and nobody could say from the
text alone what the patient wanted.

## So what
The article we had read beforehand argues that structure helps less than attention. I had expected
the opposite, and noticed that I was looking for a form to fill in because a form would let me off.
In the ward where I trained the form was four pages long and we were proud of it. The discussion
went on for 2 hours and I wrote down more questions than answers; the best was who it is for.

- [ ] ask whether I may sit in on another team's handover (due 2026-12-01)
- [x] read the guidance again (done 2026-11-20)

## Now what
I will try one thing for a month: to begin with what matters to the person, and only then with the
problem list. I will ask a colleague to tell me when I forget, which I will. I want to measure it by
counting, not by feeling: a mark on a card for each handover that began that way. If it is fewer
than half by the end of the month I will change something else. What I learnt is that I use forms to
hide, and that being asked a plain question by someone who has been doing this for thirty years is
worth more than a day's course. I also learnt that our library keeps the journal, which saved me
the fee, and that the librarian will set up an alert for the subject if she is asked nicely, so the
next article on handovers should find me before I go looking for it.
"""


class Sentence(NamedTuple):
    """One text of the corpus: the part and profile it is of, and what is to be found in it."""

    part: str
    profile: str
    say: str
    find: tuple[tuple[str, str], ...]

    @property
    def profiles(self) -> tuple[str, ...]:
        """What it is searched with."""
        return tuple(dict.fromkeys(("general", self.profile)))


class Counts(NamedTuple):
    """How many findings were right, how many wrong, and how many were missed, by detector."""

    right: Counter[str]
    wrong: Counter[str]
    missed: Counter[str]


def corpus() -> list[Sentence]:
    parts = yaml.load(CORPUS.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return [
        Sentence(part, profile, row["say"], tuple(labels(row.get("find", {}))))
        for part, profiles in parts.items()
        for profile, rows in profiles.items()
        for row in rows
    ]


def labels(find: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for detector, texts in find.items():
        for text in [texts] if isinstance(texts, str) else texts:
            yield detector, text


def judged(
    sentence: Sentence, profiles: Iterable[str] = ()
) -> tuple[list[Finding], list[Finding], list[tuple[str, str]]]:
    """The findings that are right, those that are wrong, and what was missed."""
    missed = list(sentence.find)
    right, wrong = [], []
    for finding in findings(sentence.say, tuple(profiles) or sentence.profiles, ()):
        meant = next((label for label in missed if is_meant(label, finding)), None)
        if meant:
            missed.remove(meant)
            right.append(finding)
        else:
            wrong.append(finding)
    return right, wrong, missed


def is_meant(label: tuple[str, str], finding: Finding) -> bool:
    detector, text = label
    return kind(detector) == kind(finding.detector) and (
        text in finding.text or finding.text in text
    )


def kind(detector: str) -> str:
    """The detector, but one for all that know people by what they are to the writer."""
    return "named" if detector.startswith("named-") else detector


def counted(sentences: Iterable[Sentence], profiles: Iterable[str] = ()) -> Counts:
    counts = Counts(Counter(), Counter(), Counter())
    for sentence in sentences:
        right, wrong, missed = judged(sentence, profiles)
        counts.right.update(finding.detector for finding in right)
        counts.wrong.update(finding.detector for finding in wrong)
        counts.missed.update(detector for detector, _ in missed)
    return counts


def share(part: int, rest: int) -> str:
    """`part` of both, in per cent, or a dash where there is nothing."""
    return f"{100 * part / (part + rest):.0f} %" if part + rest else "-"


def cells(counts: Counts, detector: str = "") -> str:
    right, wrong, missed = (one[detector] if detector else one.total() for one in counts)
    return f"{right + missed} | {share(right, wrong)} | {share(right, missed)}"


def figures() -> str:
    """The table that stands in the documentation."""
    sentences = corpus()
    held_out = [sentence for sentence in sentences if sentence.part == "held_out"]
    every, unseen = counted(sentences), counted(held_out)
    at_once, unseen_at_once = counted(sentences, PROFILES), counted(held_out, PROFILES)
    detectors = sorted(set(every.right) | set(every.wrong) | set(every.missed))
    rows = [f"| `{name}` | {cells(every, name)} | {cells(unseen, name)} |" for name in detectors]
    rows += [
        f"| **all {len(sentences)} sentences** | {cells(every)} | {cells(unseen)} |",
        f"| all, with five profiles at once | {cells(at_once)} | {cells(unseen_at_once)} |",
    ]
    return HEAD + "\n".join(rows) + "\n"


def write() -> None:
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(before + BEGIN + figures() + END + after, encoding="utf-8")


def misses() -> None:
    for sentence in corpus():
        _, wrong, missed = judged(sentence)
        if wrong or missed:
            print(f"{sentence.part}, {sentence.profile}: {sentence.say.strip()}")
            print("".join(f"    wrong: {one.detector} {one.text}\n" for one in wrong), end="")
            print("".join(f"    missed: {detector} {text}\n" for detector, text in missed), end="")


def microseconds(profiles: tuple[str, ...], text: str = CLEAN) -> float:
    """The time of one search, the best of many."""
    return min(repeat(lambda: findings(text, profiles, ()), number=20, repeat=50)) / 20 * 1e6


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--write"]:
            write()
        case ["--misses"]:
            misses()
        case ["--speed"]:
            for chosen in (("general",), ("general", "health"), PROFILES):
                print(
                    f"{len(CLEAN)} characters, {', '.join(chosen)}: {microseconds(chosen):.0f} µs"
                )
        case _:
            print(figures(), end="")
