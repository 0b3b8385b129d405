"""A commit of exactly the files that a change touched, and of nothing else that lies about.

`git commit --only` takes the named files as they are on the disk and leaves whatever else is
staged, half-edited or untracked as it was; a new file has to be known to git before (`add -N`).
Where git refuses, the files are safe, nothing of ours stays staged, and the reason is told.
"""

import os
import re
import shlex
from collections.abc import Iterable
from typing import NamedTuple

from cpdlog.errors import CpdlogError, GitFailed
from cpdlog.model.visible import visible
from cpdlog.store import files
from cpdlog.store.git.program import Answer, Git
from cpdlog.store.git.refusals import LOCKED, failure, said
from cpdlog.store.git.repository import Repository
from cpdlog.store.lock import locked

# The last line of the messages of our own commits, by which `undo` knows them.
CHANGE, BEGINNING = "Cpdlog: change", "Cpdlog: init"

PAUSE, PATIENCE = 0.1, 50  # seconds between two tries while another git is at work; tries
NAMED_AT_MOST = 3  # files, in the advice how to commit by hand
# How our own hook begins the line of what must not be committed (`cpdlog check --staged`).
STOP = "stop: "
EDITING = {"entries": "cpdlog edit", "goals": "cpdlog goal edit"}
UNKNOWN = re.compile(rb"did not match any file|paths are ignored|beyond a symbolic link")
FROM_STDIN = ("--pathspec-from-file=-", "--pathspec-file-nul")


class Identifies(GitFailed):
    """Our own hook found somebody in what was to be committed."""


class Committed(NamedTuple):
    """The change is in git; without the files that git was told to ignore."""

    ignored: tuple[str, ...] = ()


class NotCommitted(NamedTuple):
    """The files are saved and not in git.

    Attributes:
        reason: Why, without a capital or a full stop, to stand after `saved, not committed: `.
        hint: What to type, with the command that commits by hand.
    """

    reason: str
    hint: str = ""


Outcome = Committed | NotCommitted


def commit(
    repository: Repository,
    paths: Iterable[str],
    message: str,
    *,
    new: Iterable[str] = (),
    mark: str = CHANGE,
) -> Outcome:
    """Commit these files of the journal as they are on the disk.

    Args:
        repository: The journal's.
        paths: What was added, changed or removed, relative to the journal.
        message: Its first line says what was done, as a person would.
        new: Those of `paths` that were added; what is missing here is found out, at some cost.
        mark: The last line of the message.
    """
    wanted = list(dict.fromkeys(paths))
    try:
        refuse_unfinished(repository, wanted)
        repository.must_be_free()
        with locked(repository.folder):
            return committed(repository, wanted, list(new), f"{visible(message)}\n\n{mark}\n")
    except (CpdlogError, OSError) as error:
        return not_committed(repository, wanted, error)


def not_committed(
    repository: Repository, paths: list[str], error: CpdlogError | OSError
) -> NotCommitted:
    """Why, and how to commit by hand; not what identifies somebody, which is not to be staged."""
    if isinstance(error, CpdlogError):
        message, hint = error.message, error.hint
    else:
        message, hint = f"Git's folder could not be opened: {error.strerror}.", ""
    reason = message[0].lower() + message[1:].rstrip(".")
    if isinstance(error, Identifies):
        return NotCommitted(reason, hint)
    return NotCommitted(reason, f"{hint} Then: {by_hand(repository, paths)}".strip())


def by_hand(repository: Repository, paths: list[str]) -> str:
    """The commands that commit these files, or that name them where they are many."""
    git = f"git -C {shlex.quote(repository.root)}"
    paths = known(repository, paths)
    if not 0 < len(paths) <= NAMED_AT_MOST:
        return visible(f"{git} status")
    names = " ".join(shlex.quote(path) for path in paths)
    return visible(f"{git} add -- {names} && {git} commit -- {names}")


def known(repository: Repository, paths: list[str]) -> list[str]:
    """Those of these files that are there or that git has; it refuses to add any other."""
    gone = [path for path in paths if not os.path.lexists(os.path.join(repository.root, path))]
    if not gone:
        return paths
    answer = repository.git.ask("ls-files", "-z", "--", *map(repository.inside, gone))
    strange = {path for path in gone if repository.inside(path) not in listed(answer.out)}
    return [path for path in paths if path not in strange]


def refuse_unfinished(repository: Repository, paths: list[str]) -> None:
    """Refuse to commit a text with the marks of an unfinished merge in it."""
    from cpdlog.text.fence import Frame, framed, unfinished_merges

    for path in paths:
        place = os.path.join(repository.root, path)
        if not path.endswith((".md", ".yaml")) or not os.path.lexists(place):
            continue
        text = files.read_bytes(repository.root, path).decode(errors="replace")
        frame = framed(text, path)
        body_line = frame.body_line if isinstance(frame, Frame) else 1
        for problem in unfinished_merges(text, body_line, path):
            where = problem.message[0].lower() + problem.message[1:].rstrip(".")
            raise GitFailed(f"'{path}' holds {where}.", problem.hint)


def committed(repository: Repository, paths: list[str], new: list[str], message: str) -> Outcome:
    """Commit under our lock; what git does not know by these names is sorted out then."""
    git = repository.git
    names = [repository.inside(path) for path in paths]
    answer = attempt(git, names, [repository.inside(path) for path in new], message)
    ignored: list[str] = []
    if answer.code and UNKNOWN.search(answer.err):
        names, added, ignored = sorted_out(git, names)
        if ignored and not names:
            raise GitFailed(f"Git was told to ignore '{ignored[0]}' (.gitignore).")
        answer = attempt(git, names, added, message) if names else answer
    if answer.code and (not names or unchanged(git, names)):
        if names:  # none would be all
            git.do("reset", "-q", *FROM_STDIN, stdin=ended(names))
        return nothing_new(git, names)
    if answer.code:
        raise refusal(git, answer)
    return Committed(tuple(name.removeprefix(repository.prefix) for name in ignored))


def nothing_new(git: Git, names: list[str]) -> Outcome:
    """How it ended where git has nothing to do; that files are gone which it never had is right."""
    if any(os.path.lexists(os.path.join(git.top, name)) for name in names):
        return NotCommitted("there is nothing new to commit")
    return Committed()


def attempt(git: Git, names: list[str], new: list[str], message: str) -> Answer:
    """Commit once; where git refuses, what was new is unknown to it again."""
    answer = Answer(0, b"", b"")
    if new:
        answer = patiently(git, ("add", "-N", *FROM_STDIN), new)
    if not answer.code:
        how = ("commit", "-q", "--only", "--cleanup=whitespace", "-m", message, *FROM_STDIN)
        answer = patiently(git, ("-c", "core.fsync=committed", *how), names)
    if answer.code and new:
        git.do("reset", "-q", *FROM_STDIN, stdin=ended(new))
    return answer


def patiently(git: Git, arguments: tuple[str, ...], names: list[str]) -> Answer:
    """Run git on files; again, for some five seconds, while another git keeps it out."""
    import time

    answer = git.do(*arguments, stdin=ended(names))
    for _ in range(PATIENCE):
        if not answer.code or not LOCKED.search(answer.err):
            break
        time.sleep(PAUSE)
        answer = git.do(*arguments, stdin=ended(names))
    return answer


def sorted_out(git: Git, names: list[str]) -> tuple[list[str], list[str], list[str]]:
    """Of these names: those to commit, those of them new to git, and those that it ignores.

    A file that git never knew and that is gone is in none.
    """
    known = listed(git.read("ls-files", "-z", "--", *names))
    there = [name for name in names if os.path.lexists(os.path.join(git.top, name))]
    strange = [name for name in there if name not in known]
    hidden = ("ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--", *names)
    ignored = listed(git.read(*hidden))
    added = [name for name in strange if name not in ignored]
    wanted = [name for name in names if name in known or name in added]
    return wanted, added, sorted(ignored)


def ended(names: list[str]) -> bytes:
    """Names as git reads them, each ended with a NUL."""
    return b"".join(os.fsencode(name) + b"\0" for name in names)


def listed(out: bytes) -> set[str]:
    """Names that git ended with NULs."""
    return {os.fsdecode(name) for name in out.split(b"\0") if name}


def unchanged(git: Git, names: list[str]) -> bool:
    """Whether these files are just as they are in the last commit.

    One that it never had, and that is gone, may still be staged: a program that was killed had
    made it known to git.
    """
    if not any(os.path.lexists(os.path.join(git.top, name)) for name in names):
        return not git.ask("diff", "--quiet", "HEAD", "--", *names).code
    seen = git.ask("status", "--porcelain", "-z", "--untracked-files=all", "--", *names)
    return not seen.code and not seen.out


def refusal(git: Git, answer: Answer) -> GitFailed:
    """The error for a commit that failed; only a hook ends it with 1 and no word of git's own."""
    if answer.code != 1 or LOCKED.search(answer.err):
        return failure(answer.err, git.top)
    line = said(answer.err) or said(answer.out)
    message = f"A hook of this repository refused it: {line}".rstrip(": ") + "."
    if line.lower().startswith(STOP):
        return Identifies(message, correcting(line[len(STOP) :]))
    return GitFailed(message)


def correcting(finding: str) -> str:
    """How to put right what our own hook refused, by its line `PATH:LINE:COLUMN: …`."""
    path = finding.partition(":")[0]
    folder, name = path.partition("/")[0], os.path.basename(path).removesuffix(".md")
    if folder not in EDITING:
        return f"Correct '{path}', then commit it."
    return f"Correct it, which commits it: {EDITING[folder]} {shlex.quote(name)}"
