"""Files that prove something: copied into the journal, with the digest they had then."""

import os
from collections.abc import Iterator

from cpdlog.errors import CpdlogError, NotFound, UsageFault
from cpdlog.model.entry import Evidence
from cpdlog.store import files
from cpdlog.store.refusal import refused
from cpdlog.text.slug import slug

EVIDENCE = "evidence"
LARGE, LARGEST = 5 * 1024 * 1024, 50 * 1024 * 1024  # bytes
LONGEST_SUFFIX = 10
# What a camera notes follows one of these (CIPA DC-008, W3C PNG, WebP container), near the start.
PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".heic")
NOTES = (b"Exif\0\0", b"eXIf", b"EXIF")
HEAD = 64 * 1024  # bytes


def given(root: str, year: int, named: str, here: str) -> Evidence:
    """What somebody named as evidence: a URL as it is, a file of the journal, or a copy of one.

    Args:
        root: The journal's folder.
        year: Of the entry; copies are kept by year.
        named: A URL or a path.
        here: The folder that a relative path starts from.

    Raises:
        NotFound: There is no such file.
        UsageFault: It is larger than 50 MiB, or no ordinary file.
    """
    if Evidence(named).is_url:
        return Evidence(named)
    source = os.path.join(here, os.path.expanduser(named))
    data = content(source, named)
    inside = os.path.relpath(os.path.realpath(source), os.path.realpath(root))
    if not inside.startswith(os.pardir):
        return Evidence(inside.replace(os.sep, "/"), "", digest(data))
    stem, suffix = os.path.splitext(os.path.basename(source))
    if len(suffix) > LONGEST_SUFFIX or not suffix[1:].isalnum():
        stem, suffix = stem + suffix, ""
    path = files.create(root, f"{EVIDENCE}/{year}", slug(stem), suffix.lower(), data)
    return Evidence(path, "", digest(data))


def content(source: str, named: str) -> bytes:
    """The bytes of a file that may stand anywhere."""
    if not os.path.exists(source):
        raise NotFound(f"There is no file '{named}'.", "Give a path or a URL.")
    if not os.path.isfile(source):
        raise UsageFault(f"'{named}' is not an ordinary file.")
    size = os.path.getsize(source)
    if size > LARGEST:
        raise UsageFault(
            f"'{named}' has {size // 1024 // 1024} MiB; git would keep it for ever.",
            "Keep it elsewhere, and give its URL.",
        )
    try:
        with open(source, "rb") as opened:
            return opened.read()
    except OSError as error:
        raise refused(named, "read", error) from error


def remarks(root: str, proof: Evidence) -> Iterator[str]:
    """What to know of a file that git is to keep: that it is large, that it says where one was."""
    if proof.is_url:
        return
    data = files.read_bytes(root, proof.place, LARGEST)
    if len(data) >= LARGE:
        size = len(data) // 1024 // 1024
        yield f"{proof.place} has {size} MiB, and git keeps what it is given for ever."
    if proof.place.endswith(PICTURES) and any(mark in data[:HEAD] for mark in NOTES):
        yield (
            f"{proof.place} holds what the camera noted, perhaps the place and the time."
            " To be without: exiftool -all= FILE, before you give it."
        )


def digest(data: bytes) -> str:
    """SHA-256 in hexadecimal (FIPS 180-4)."""
    from hashlib import sha256

    return sha256(data).hexdigest()


def state(root: str, proof: Evidence) -> str:
    """`present`, `missing`, `changed`, or `url` for what is not in the journal."""
    if proof.is_url:
        return "url"
    try:
        data = files.read_bytes(root, proof.place, LARGEST)
    except CpdlogError:
        return "missing"
    return "changed" if proof.sha256 and digest(data) != proof.sha256 else "present"
