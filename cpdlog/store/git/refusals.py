"""What git refuses, told in a sentence with what to do about it."""

import os
import re

from cpdlog.errors import GitFailed
from cpdlog.model.visible import visible

LONGEST = 500  # characters of what git or a hook says
LOCK = rb"Unable to create '(.+\.lock)': File exists"
BUSY = rb"cannot lock ref|could not lock config file"
LOCKED = re.compile(LOCK + b"|" + BUSY)
SECRET = re.compile(r"(?<=://)[^/@\s]+@")

# What git says in English (LC_ALL=C), the reason, and the advice; {top} is the repository, {lock}
# the file by which one git keeps out others.
REFUSALS = (
    (
        rb"No space left on device",
        "the disk is full",
        "Make room.",
    ),
    (
        LOCK,
        "another git is at work here, or one was killed and left its lock",
        "If no git is running, remove the file: rm '{lock}'.",
    ),
    (
        BUSY,
        "another git is at work here",
        "Try again in a moment.",
    ),
    (
        rb"Please tell me who you are|empty ident name|no email was given",
        "git does not know your name and e-mail address",
        "Tell it: git config --global user.name '…' and git config --global user.email '…'.",
    ),
    (
        rb"dubious ownership|unsafe repository",
        "the repository belongs to another user",
        "If you trust it: git config --global --add safe.directory '{top}'.",
    ),
    (
        rb"failed to sign|failed to write commit object",
        "the commit could not be signed",
        "See that your signing key is there and unlocked (git config user.signingKey).",
    ),
    (
        rb"not a git repository|cannot use bare repository",
        "git finds no repository in '{top}'",
        "See what it says: git -C '{top}' status.",
    ),
    (
        rb"Could not resolve host|unable to access|Could not read from remote|Connection refused",
        "the other repository cannot be reached",
        "See what git says: git -C '{top}' fetch.",
    ),
    (
        rb"terminal prompts disabled|Authentication failed|Permission denied \(publickey",
        "the other repository does not let you in",
        "Let git log in once by hand: git -C '{top}' fetch.",
    ),
)


def failure(err: bytes, top: str) -> GitFailed:
    """The error to raise for what git said on its standard error."""
    for pattern, reason, advice in REFUSALS:
        found = re.search(pattern, err)
        if found:
            lock = os.fsdecode(found[1]) if found.groups() else ""
            named = {"top": visible(top), "lock": visible(lock)}
            return GitFailed(as_sentence(reason.format(**named)), advice.format(**named))
    return GitFailed(f"git refused: {said(err) or 'it gave no reason'}.")


def said(err: bytes) -> str:
    """The line of git's that says most, fit to be shown, without passwords, at most so long."""
    lines = [line.strip() for line in err.decode(errors="replace").splitlines() if line.strip()]
    telling = [line for line in lines if line.startswith(("fatal:", "error:", "ERROR:"))]
    line = (telling or lines or [""])[0]
    return visible(masked(line.partition(": ")[2] if telling else line))[:LONGEST].rstrip(".")


def masked(text: str) -> str:
    """`text` with the user names and passwords in its addresses left out."""
    return SECRET.sub("…@", text)


def as_sentence(reason: str) -> str:
    """A reason as a sentence of its own."""
    return f"{reason[0].upper()}{reason[1:]}."
