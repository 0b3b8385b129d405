"""The git program, run so that neither the environment nor a repository decides what it does.

What a repository brings along must not run when its journal is only read: a file system monitor,
hooks, filters for showing differences, an embedded bare repository, a remote that blobs are lazily
fetched from (git-scm.com/docs/git, "Security"). What the user set up still runs when
something is committed: hooks, signing, credential programs.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, NamedTuple

from cpdlog.errors import GitFailed

if TYPE_CHECKING:
    from subprocess import Popen

READS_AT_MOST = 60  # seconds

# `git rev-parse --local-env-vars` of git 2.39 and 2.51: they would lead git to another repository,
# as they do inside a hook, where -C does not help.
LOCAL = frozenset(
    (
        *("GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_CONFIG", "GIT_CONFIG_COUNT"),
        *("GIT_CONFIG_PARAMETERS", "GIT_DIR", "GIT_GRAFT_FILE", "GIT_IMPLICIT_WORK_TREE"),
        *("GIT_INDEX_FILE", "GIT_INTERNAL_SUPER_PREFIX", "GIT_NO_REPLACE_OBJECTS"),
        *("GIT_OBJECT_DIRECTORY", "GIT_PREFIX", "GIT_REPLACE_REF_BASE", "GIT_SHALLOW_FILE"),
        "GIT_WORK_TREE",
    )
)
# These change how paths are understood, or what is shown.
MISLEADING = frozenset(
    ("GIT_EXTERNAL_DIFF", "GIT_GLOB_PATHSPECS", "GIT_ICASE_PATHSPECS", "GIT_NOGLOB_PATHSPECS")
)
ALWAYS = (
    *("--literal-pathspecs", "--no-pager"),
    *("-c", "safe.bareRepository=explicit"),
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.quotePath=false"),
    *("-c", "i18n.commitEncoding=UTF-8"),
    *("-c", "i18n.logOutputEncoding=UTF-8"),
)
READING = ("-c", "core.hooksPath=/dev/null", "-c", "log.showSignature=false")


class Answer(NamedTuple):
    """How git ended and what it said."""

    code: int
    out: bytes
    err: bytes


@dataclass(frozen=True, slots=True)
class Git:
    """The git program at work in one repository.

    Attributes:
        top: The folder of the repository's work tree, absolute and without links.
        environ: The user's environment.
    """

    top: str
    environ: Mapping[str, str]

    def read(self, *arguments: str, stdin: bytes = b"") -> bytes:
        """What git says, where it only looks.

        Raises:
            GitFailed: It refused, takes too long, or is not there.
        """
        answer = self.ask(*arguments, stdin=stdin)
        if answer.code:
            from cpdlog.store.git.refusals import failure

            raise failure(answer.err, self.top)
        return answer.out

    def ask(self, *arguments: str, stdin: bytes = b"") -> Answer:
        """Likewise, for callers to whom its exit code is an answer."""
        from subprocess import PIPE, TimeoutExpired

        # No transport: a partial clone must not fetch what is missing from wherever it says.
        environ = {"GIT_OPTIONAL_LOCKS": "0", "GIT_ALLOW_PROTOCOL": "none"}
        started = self.started((*READING, *arguments), environ, out=PIPE, err=PIPE)
        with started as process:
            try:
                out, err = process.communicate(stdin, READS_AT_MOST)
            except TimeoutExpired as error:
                process.kill()
                raise GitFailed(f"git gave no answer within {READS_AT_MOST} seconds.") from error
        return Answer(process.returncode, out, err)

    def do(self, *arguments: str, stdin: bytes = b"", index: str = "") -> Answer:
        """How it went when git changes something, with the user's hooks.

        What it says goes to files and not to pipes, because a program that a hook leaves running
        would hold a pipe open, and us with it.

        Args:
            arguments: The subcommand and its options.
            stdin: What git reads.
            index: An index to work on instead of the repository's own.
        """
        from tempfile import TemporaryFile

        environ = {"GIT_INDEX_FILE": index} if index else {}
        with TemporaryFile() as out, TemporaryFile() as err:
            with self.started(arguments, environ, out=out, err=err) as process:
                process.communicate(stdin)
            out.seek(0)
            err.seek(0)
            return Answer(process.returncode, out.read(), err.read())

    def started(
        self,
        arguments: tuple[str, ...],
        environ: dict[str, str],
        *,
        out: int | IO[bytes],
        err: int | IO[bytes],
    ) -> "Popen[bytes]":
        """Git, started in the repository with what is its own of the environment."""
        from subprocess import PIPE, Popen

        command = [self.program(), *ALWAYS, "-C", self.top, *arguments]
        try:
            return Popen(command, stdin=PIPE, stdout=out, stderr=err, env=self.cleaned() | environ)
        except OSError as error:
            raise GitFailed(f"git could not be started: {error.strerror}.") from error

    def program(self) -> str:
        """Where git is; never in the folder one stands in, which may be somebody else's journal."""
        from shutil import which

        found = which("git", path=self.search_path())
        if not found:
            raise GitFailed("The git program is not installed.", "Install git.")
        return found

    def search_path(self) -> str:
        """The folders that programs are looked for in, without relative ones."""
        folders = self.environ.get("PATH", os.defpath).split(os.pathsep)
        return os.pathsep.join(folder for folder in folders if os.path.isabs(folder))

    def cleaned(self) -> dict[str, str]:
        """The environment that git gets."""
        kept = {
            name: value
            for name, value in self.environ.items()
            if name not in LOCAL and name not in MISLEADING and not name.startswith("GIT_TRACE")
        }
        return kept | {
            "PATH": self.search_path(),
            "LC_ALL": "C",
            "GIT_TERMINAL_PROMPT": "0",
            "GIT_EDITOR": ":",
            "GIT_CEILING_DIRECTORIES": os.path.dirname(self.top),
        }
