"""What in a journal may identify people, file by file."""

from collections.abc import Iterable
from typing import NamedTuple

from cpdlog.model.privacy import Finding, findings
from cpdlog.model.privacy.search import spelt


class Watch(NamedTuple):
    """What is looked for.

    Attributes:
        profiles: Names of sets of detectors.
        allow: Texts that are no finding.
        denylist: Names that must not occur.
    """

    profiles: tuple[str, ...]
    allow: tuple[str, ...] = ()
    denylist: tuple[str, ...] = ()


class Exposed(NamedTuple):
    """A finding and its file."""

    path: str
    finding: Finding


class Exposure(NamedTuple):
    """What was found in some files.

    Attributes:
        files: How many were looked at.
        found: By file and line; those that the file accepts with a reason are among them.
    """

    files: int
    found: tuple[Exposed, ...]

    @property
    def stops(self) -> bool:
        """Whether nothing may leave the house while this stands."""
        return any(it.finding.stops for it in self.found)

    @property
    def open(self) -> tuple[Exposed, ...]:
        """What is not accepted."""
        return tuple(it for it in self.found if not it.finding.accepted)

    def shown_in(self, text: str) -> "Exposure":
        """What of it is to be read in a text, whatever its words are parted by there."""
        words = f" {spelt(text)} "
        return self._replace(
            found=tuple(it for it in self.found if f" {spelt(it.finding.text)} " in words)
        )


def exposure(texts: Iterable[tuple[str, str]], watch: Watch) -> Exposure:
    """What may identify people in some files.

    Args:
        texts: Paths with the whole text of each file.
        watch: What is looked for.
    """
    found: list[Exposed] = []
    files = 0
    for path, text in texts:
        files += 1
        seen = findings(text, watch.profiles, watch.allow, watch.denylist)
        found += [Exposed(path, finding) for finding in seen]
    return Exposure(files, tuple(found))
