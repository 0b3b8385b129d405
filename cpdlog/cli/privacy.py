"""Looks at words for what may identify people, in all files, in what is staged, or in one."""

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from cpdlog.errors import CpdlogError, JournalFaulty
from cpdlog.model.vocabulary import USUAL_PROFILES
from cpdlog.progress.exposure import Exposure, Watch, exposure
from cpdlog.store.layout import SETTINGS

if TYPE_CHECKING:
    from cpdlog.cli.app import App

# Keys that say what is looked for; a backslash may spell the letters of either.
ASKING = (b"privacy", b"requirements", b"\\")


def in_all(app: "App") -> Exposure:
    """What stands in every entry and goal."""
    from cpdlog.store.texts import every_text

    return exposure(every_text(app.root), watch(app))


def in_staged(app: "App") -> Exposure:
    """What stands in the files that are about to be committed; what stops the commit comes first.

    Of what a hook says, the first line is told.
    """
    found = exposure(staged_texts(app), watch(app))
    first = sorted(found.found, key=lambda it: not it.finding.stops)
    return found._replace(found=tuple(first))


def show_staged(app: "App", found: Exposure) -> None:
    """Show what is found in what is staged; in a pipe, as of a hook, each on a line of its own."""
    if app.screen.format == "plain":
        from cpdlog.render.exposure import one_line_each

        app.screen.write(one_line_each(found))
    else:
        app.show(found)


def staged_texts(app: "App") -> Iterator[tuple[str, str]]:
    """The files that are about to be committed."""
    from cpdlog.cli.undo import repository_of
    from cpdlog.store.git.staged import staged
    from cpdlog.store.texts import decoded

    index = app.environ.get("GIT_INDEX_FILE", "")
    for path, data in staged(repository_of(app), index):
        yield path, decoded(data)


def warn(app: "App", path: str) -> None:
    """Tell what in one file that was just written may identify people."""
    from cpdlog.store.texts import decoded

    texts = [(path, decoded(app.journal.content(path)))]
    if asks_for_no_more(app) and not exposure(texts, usual(app)).found:
        return
    tell(app, exposure(texts, watch(app)))


def stop(app: "App", shown: str) -> None:
    """Let nothing leave the house that identifies somebody beyond doubt; the rest is told.

    Args:
        app: The run.
        shown: The words that are to leave it.

    Raises:
        JournalFaulty: Something is to be read in them that blocks, and that nobody accepted.
    """
    found = in_all(app).shown_in(shown)
    tell(app, found)
    if found.stops:
        raise JournalFaulty(
            "Nothing was written, because of what is told above.",
            'Reword it, or keep it with a reason: <!-- privacy: accepted "…" because … -->',
        )


def tell(app: "App", found: Exposure) -> None:
    """Tell what may identify people and is not accepted."""
    if found.open:
        from cpdlog.render.exposure import line, mark

        for it in found.open:
            app.tell(f"{mark(it)}: {line(it)}")


def asks_for_no_more(app: "App") -> bool:
    """Whether what is looked for is the usual, or less by what the settings allow.

    They are looked through and not understood, which takes as long as the rest of a new entry.
    """
    if app.has_own("requirements"):
        return False
    with suppress(CpdlogError):
        said = app.journal.content(SETTINGS)
        return not any(key in said for key in ASKING)
    return False


def usual(app: "App") -> Watch:
    """What is looked for where nothing else is asked."""
    from cpdlog.store.config import denylist

    return Watch(USUAL_PROFILES, denylist=denylist(app.config_folder))


def watch(app: "App") -> Watch:
    """What the settings, the rules in use, and the user's own denylist ask to look for."""
    from cpdlog.store.config import denylist

    said = app.settings
    allow = (*said.privacy_allow, *([said.name] if said.name else []))
    asked = tuple(dict.fromkeys((*said.privacy_profiles, *asked_by_rules(app))))
    return Watch(asked, allow, denylist(app.config_folder))


def asked_by_rules(app: "App") -> tuple[str, ...]:
    """The profiles that bodies' rules in use ask for."""
    from cpdlog.cli.requirement import standing

    if not standing.uses_any(app):
        return ()
    return tuple(it.privacy for it in standing.definitions(app).values() if it.privacy)
