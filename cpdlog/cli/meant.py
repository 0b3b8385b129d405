"""Words that people type for commands, and the commands that they mean."""

from collections.abc import Collection

MEANT = {
    **dict.fromkeys(("delete", "del", "erase"), ("remove", "drop")),
    **dict.fromkeys(("ls", "entries", "log"), ("list",)),
    **dict.fromkeys(("add", "create", "write"), ("new", "add")),
    **dict.fromkeys(("status", "stats", "summary", "progress"), ("status", "report")),
    **dict.fromkeys(("todo", "todos", "tasks", "agenda"), ("next",)),
    **dict.fromkeys(("find", "grep"), ("search",)),
    **dict.fromkeys(("view", "cat", "print"), ("show",)),
    **dict.fromkeys(("open", "change", "modify"), ("edit",)),
    **dict.fromkeys(("mv", "move"), ("rename",)),
    **dict.fromkeys(("revert", "back"), ("undo",)),
    **dict.fromkeys(("push", "pull"), ("sync",)),
    **dict.fromkeys(("validate", "lint", "verify"), ("check",)),
    **dict.fromkeys(("config", "settings", "info"), ("doctor",)),
    **dict.fromkeys(("close", "finish", "complete"), ("done", "tick")),
    **dict.fromkeys(("body", "rules", "cpd"), ("requirement",)),
}


def meant(typed: str, names: Collection[str]) -> str:
    """`Did you mean 'remove'?`, with the first command there is that a word stands for."""
    for name in MEANT.get(typed.casefold(), ()):
        if name in names:
            return f"Did you mean '{name}'?"
    return ""
