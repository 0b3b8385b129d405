"""The search for what may identify people in a text."""

import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import NamedTuple

from cpdlog.model.privacy.acceptance import Acceptance, acceptances
from cpdlog.model.privacy.denylist import places
from cpdlog.model.privacy.detector import Detector, Sighting
from cpdlog.model.privacy.finding import Finding, Severity
from cpdlog.model.privacy.page import Page, page

# The module of each profile, imported where it is asked for: most people ask for one or two.
MODULES = {
    "general": "general",
    "health": "health",
    "legal": "legal",
    "education": "education",
    "social-care": "social_care",
}
PROFILES = tuple(MODULES)
CONTEXT = 100  # characters that a judge sees on each side
ON_THE_DENYLIST = Detector(
    "denylist",
    "",
    "The name is on your denylist.",
    "Leave the name out, or write what the person is to you.",
)


class Hit(NamedTuple):
    """A match that its judge let stand."""

    start: int
    end: int
    severity: Severity
    profile: str
    detector: Detector


def findings(
    text: str, profiles: Iterable[str], allow: Iterable[str], denylist: Iterable[str] = ()
) -> tuple[Finding, ...]:
    """What in `text` may identify people, in the order of the text.

    Args:
        text: A whole file with its front matter, a body or a title.
        profiles: Of `PROFILES`; another name is a KeyError, and the reader of settings says so.
        allow: Texts that are no finding, however spaced and capitalised; a name among them allows
            what it is a part of.
        denylist: Names that are a finding wherever they stand as whole words.
    """
    accepted = tuple(acceptances(text))
    seen = page(text, [(comment.start, comment.end) for comment in accepted])
    hits = [hit for profile in profiles for hit in hits_of(seen, profile)]
    hits += [
        Hit(*place, "warn", "denylist", ON_THE_DENYLIST) for place in places(seen.words, denylist)
    ]
    reasons = {spelt(comment.text): comment.reason for comment in accepted if comment.reason}
    allowed = tuple(filter(None, map(spelt, allow)))
    found = [told(text, hit, reasons) for hit in without_overlaps(hits)]
    kept = [finding for finding in found if not is_allowed(finding.text, allowed)]
    kept += [unreasoned(text, comment) for comment in accepted if not comment.reason]
    return tuple(sorted(kept))


def hits_of(seen: Page, profile: str) -> Iterator[Hit]:
    """What the detectors of one profile match and their judges let stand."""
    for detector in detectors(profile):
        if not is_called_for(seen, detector):
            continue
        for match in matches(seen, detector):
            start, end = match.span("what" if match.groupdict().get("what") else 0)
            severity = detector.judge(sighting(seen, start, end))
            if severity:
                yield Hit(start, end, severity, profile, detector)


def detectors(profile: str) -> tuple[Detector, ...]:
    """What one profile looks for."""
    module = import_module(f"cpdlog.model.privacy.{MODULES[profile]}")
    found: tuple[Detector, ...] = module.DETECTORS
    return found


def is_called_for(seen: Page, detector: Detector) -> bool:
    """Whether what the detector cannot do without is in the text."""
    if seen.digits < detector.digits:
        return False
    if detector.clues and detector.clues.isdisjoint(seen.vocabulary):
        return False
    return not detector.signs or any(sign in seen.lowered for sign in detector.signs)


def matches(seen: Page, detector: Detector) -> Iterator[re.Match[str]]:
    """Where the detector's pattern matches, among the places where it may begin."""
    pattern = re.compile(detector.pattern)
    text = seen.flat if detector.cased else seen.lowered
    if detector.at == "text":
        return pattern.finditer(text)
    clues = detector.clues & seen.vocabulary
    starts = seen.numbers if detector.at == "number" else places_of(seen.lowered, clues)
    return filter(None, (pattern.match(text, start) for start in starts))


def places_of(text: str, clues: Iterable[str]) -> Iterator[int]:
    """Where one of the clues stands in `text`, be it within a word."""
    for clue in clues:
        start = text.find(clue)
        while start >= 0:
            yield start
            start = text.find(clue, start + 1)


def sighting(seen: Page, start: int, end: int) -> Sighting:
    """A match with what stands around it in its block, in lower case."""
    before = seen.lowered[max(0, start - CONTEXT) : start].rpartition("\n")[2]
    after = seen.lowered[end : end + CONTEXT].partition("\n")[0]
    return Sighting(seen.flat[start:end], before, after)


def without_overlaps(hits: list[Hit]) -> list[Hit]:
    """Of hits that share text the one that blocks, else the longest, else the later profile's."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: hit.start):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
        elif weight(hit) >= weight(kept[-1]):
            kept[-1] = hit
    return kept


def weight(hit: Hit) -> tuple[bool, int]:
    """What decides between hits that share text."""
    return hit.severity == "block", hit.end - hit.start


def told(text: str, hit: Hit, reasons: dict[str, str]) -> Finding:
    """The finding that a hit is, with the reason for which it was accepted."""
    line, column = place(text, hit.start)
    words = " ".join(text[hit.start : hit.end].split())
    return Finding(
        line,
        column,
        words,
        hit.detector.id,
        hit.profile,
        hit.detector.reason,
        hit.detector.advice(words),
        hit.severity,
        reasons.get(spelt(words), ""),
    )


def unreasoned(text: str, comment: Acceptance) -> Finding:
    """A comment that accepts something and does not say why is a finding itself."""
    return Finding(
        *place(text, comment.start),
        comment.text,
        "acceptance",
        "general",
        "It is accepted without a reason, and so it is not accepted.",
        'Write <!-- privacy: accepted "…" because … -->.',
    )


def place(text: str, start: int) -> tuple[int, int]:
    """Line and column of a place in the text, both from 1."""
    return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)


def spelt(text: str) -> str:
    """`text` by its letters and digits in lower case, with one blank between words."""
    return " ".join("".join(char if char.isalnum() else " " for char in text.lower()).split())


def is_allowed(text: str, allowed: Iterable[str]) -> bool:
    """Whether a finding's text is one that is allowed, or holds an allowed name."""
    words = spelt(text)
    bare = words.replace(" ", "")
    return any(name.replace(" ", "") == bare or f" {name} " in f" {words} " for name in allowed)
