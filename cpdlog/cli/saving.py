"""What is done after every write: one line that says what was saved, and one commit of it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cpdlog.cli.app import App
    from cpdlog.model.entry import Entry


def saved(
    app: "App",
    path: str,
    subject: str,
    *,
    about: str = "",
    goals: Sequence[str] = (),
    also: str = "",
    new: Sequence[str] = (),
) -> None:
    """Tell what was saved and where its goals stand now, and commit it.

    Args:
        app: The run.
        path: The file, relative to the journal.
        subject: What a person would call the change, for git.
        about: What else to tell, such as the time spent.
        goals: The goals that the change serves.
        also: Another file of the change, such as the old name of a renamed one.
        new: The files of the change that were not there before.
    """
    from cpdlog.cli.privacy import warn

    parts = [f"saved {path}", about, *standings(app, goals, path)]
    app.tell("  ".join(part for part in parts if part))
    warn(app, path)
    app.commit(subject, *{path, also or path, *new}, new=new)


def standings(app: "App", goals: Sequence[str], path: str) -> list[str]:
    """Where some goals stand now, in a few words each; and which do not count this entry."""
    if not goals:
        return []
    from cpdlog.progress.goals import reports
    from cpdlog.progress.serving import Serving
    from cpdlog.render.goal_words import progress, standing

    app.look_again()
    serving = Serving(app.goals, app.as_of, app.programme_items())
    here: list[Entry] = []

    def look(entry: "Entry") -> None:
        serving.add(entry)
        if entry.path == path:
            here.append(entry)

    record = app.look_through(look)
    found = reports(serving, record.settings.stale_after)
    served = [it for it in found if it.goal.id in goals]
    early = [it for it in served if here and here[0].day < it.start]
    return [
        *(f"{it.goal.id}: {progress(it)}, {standing(it)}" for it in served),
        *(f"(not counted: {it.goal.id} begins {it.start.isoformat()})" for it in early),
    ]
