"""Full text: what is asked for, which entries say it, and which of them say it most.

Whatever is typed is a search. Words must all be there; `or` parts alternatives, `not` or `-` comes
before what must not be there, quotes keep words together, and `librar*` finds what begins so.
Capitals and diacritics make no difference. Where a script has no blanks between words, a word may
stand anywhere.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from cpdlog.model.entry import Entry
from cpdlog.model.folding import composed, folded
from cpdlog.model.period import Period
from cpdlog.model.problem import Problem
from cpdlog.progress.passage import Piece, passage
from cpdlog.progress.select import Query, matches

TOKEN = re.compile(r'(?P<dash>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
# Thai, kana and Han have no blanks between words (unicode.org, UAX 29, section 4).
UNPARTED = (
    "\u0e00-\u0e7f\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f"
    "\U00020000-\U000323af"
)
LETTER = rf"[^\W{UNPARTED}]"  # of a word that stands apart from those beside it
# What a word is worth in each place; in the body, each time again up to the most.
IN_TITLE, IN_TAGS, IN_OUTCOME, MOST_IN_BODY, TOGETHER = 8, 5, 4, 5, 6


class Term(NamedTuple):
    """A word, or several that stand together.

    Attributes:
        first: Its first word, folded: texts without these letters need no closer look.
        pattern: Finds it in a folded text, as whole words.
        wanted: Whether it must be there, or must not.
    """

    first: str
    pattern: re.Pattern[str]
    wanted: bool = True

    def is_in(self, text: str) -> bool:
        """Whether it is in a folded text."""
        return self.first in text and bool(self.pattern.search(text))


class Ask(NamedTuple):
    """What is asked for.

    Attributes:
        ways: Each is enough by itself; all terms of one must hold.
        together: Finds the wanted words where they stand as they were typed; None for one word.
    """

    ways: tuple[tuple[Term, ...], ...]
    together: re.Pattern[str] | None

    @property
    def wanted(self) -> tuple[Term, ...]:
        """The terms that must be there in one way or another, each once."""
        return tuple(dict.fromkeys(term for way in self.ways for term in way if term.wanted))


class Hit(NamedTuple):
    """An entry that says what was asked for.

    Attributes:
        score: How well: the more, the better, and no more than that.
        passage: Of its body, or of its outcome where only that says it.
    """

    entry: Entry
    score: int
    passage: tuple[Piece, ...]


class Found(NamedTuple):
    """What a search found.

    Attributes:
        as_of: The day of the question.
        period: What it was narrowed to; None where it was not.
        hits: The best first.
        total: How many there are without a limit.
        problems: What is wrong with files that are therefore not searched.
    """

    as_of: date
    period: Period | None
    hits: tuple[Hit, ...]
    total: int
    problems: tuple[Problem, ...]


def asked(text: str) -> Ask:
    """What a text asks for; one without a word or a sign asks for nothing."""
    ways: list[list[Term]] = [[]]
    wanted = True
    typed = list(TOKEN.finditer(text))
    for it in typed:
        joins = joining(it) if it is not typed[-1] else ""
        if joins == "or" and ways[-1]:
            ways.append([])
        elif joins == "not":
            wanted = False
        elif not (joins == "and" and ways[-1]):
            ways[-1] += terms(it, wanted=wanted and not it["dash"])
            wanted = True
    kept = tuple(tuple(way) for way in ways if way)
    words = [term.pattern.pattern for way in kept for term in way if term.wanted]
    together = re.compile(r"\W+".join(words)) if len(words) > 1 else None
    return Ask(kept, together)


def joining(token: re.Match[str]) -> str:
    """`and`, `or` or `not`, where a token is one of these; no token at the end joins anything."""
    word = (token["word"] or "").casefold()
    return word if word in ("and", "or", "not") and not token["dash"] else ""


def terms(token: re.Match[str], *, wanted: bool) -> Iterator[Term]:
    """What a word or phrase asks for; nothing where it is empty."""
    phrase = token["phrase"]
    text = " ".join(folded(token["word"] if phrase is None else phrase).split())
    begins = phrase is None and text.endswith("*")
    text = text.rstrip("*") if begins else text
    if text:
        first, *others = map(re.escape, text.split())
        # Looked for behind the word, because a pattern that begins with letters is quicker.
        alone = rf"(?<!{LETTER}{first})" if re.match(LETTER, text) else ""
        after = rf"{LETTER}*" if begins else rf"(?!{LETTER})" if re.match(LETTER, text[-1]) else ""
        pattern = r"\s+".join([first + alone, *others]) + after
        yield Term(text.split()[0], re.compile(pattern), wanted)


class Search:
    """Looks at entries one by one, and keeps those that say what is asked for.

    Args:
        ask: What is asked for.
        query: What narrows it.
        as_of: The day of the question.

    Attributes:
        kept: Them, each with its score.
    """

    def __init__(self, ask: Ask, query: Query, as_of: date) -> None:
        self.ask = ask
        self.wanted = ask.wanted
        self.query = query
        self.as_of = as_of
        self.kept: list[tuple[int, Entry]] = []

    def look(self, entry: Entry, body: str) -> None:
        """Look at one entry, whose body is folded."""
        about = folded("\n".join((entry.title, entry.outcome, *entry.tags)))
        for way in self.ask.ways:
            for term in way:
                if (term.is_in(body) or term.is_in(about)) != term.wanted:
                    break
            else:
                if matches(entry, self.query, self.as_of):
                    self.kept.append((self.score(entry, body), entry))
                return

    def score(self, entry: Entry, body: str) -> int:
        """How well an entry says what is asked for."""
        title, outcome, tags = map(folded, (entry.title, entry.outcome, "\n".join(entry.tags)))
        points = sum(
            IN_TITLE * bool(term.pattern.search(title))
            + IN_TAGS * bool(term.pattern.search(tags))
            + IN_OUTCOME * bool(term.pattern.search(outcome))
            + min(MOST_IN_BODY, len(term.pattern.findall(body)))
            for term in self.wanted
        )
        if self.ask.together:
            found = map(self.ask.together.search, (title, outcome, body))
            points += TOGETHER * sum(map(bool, found))
        return points

    def found(
        self, problems: Iterable[Problem], limit: int | None, body_of: Callable[[Entry], str]
    ) -> Found:
        """What was found, the best first.

        Args:
            problems: What is wrong with the journal's files.
            limit: At most so many; None for all.
            body_of: What an entry says, as people read it.
        """
        kept = sorted(self.kept, key=lambda it: (it[0], it[1].day, it[1].id), reverse=True)
        hits = tuple(Hit(it, score, self.passage(it, body_of(it))) for score, it in kept[:limit])
        faults = tuple(it for it in problems if it.severity == "error")
        return Found(self.as_of, self.query.period, hits, len(kept), faults)

    def passage(self, entry: Entry, body: str) -> tuple[Piece, ...]:
        """Why an entry was found."""
        patterns = [term.pattern for term in self.wanted]
        for text in map(composed, (body, entry.outcome)):
            shown = passage(text, folded(text), patterns)
            if any(piece.marked for piece in shown):
                return shown
        return passage(body or entry.outcome, "", ())
