"""A talk with the program on a terminal: each line is typed when what it answers is to be seen."""

import os
import pty
import select
import signal

from tests.cli.shell import PROGRAM, Done, Shell, read_all

SOON = 20  # seconds, after which what is waited for does not come


def talk(shell: Shell, words: tuple[str, ...], *turns: tuple[str, str]) -> Done:
    """Run cpdlog; a turn is a text to wait for, and what is typed then."""
    return talk_with(shell, (str(PROGRAM), *words), *turns)


def talk_with(shell: Shell, command: tuple[str, ...], *turns: tuple[str, str]) -> Done:
    """The same with any program."""
    child, master = pty.fork()
    if child == 0:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # a job in the background has it ignored
        os.chdir(shell.folder)
        os.execvpe(command[0], command, shell.terminal_environ({}))
    said, seen = b"", 0
    for awaited, typed in turns:
        while awaited.encode() not in said[seen:]:
            assert select.select([master], [], [], SOON)[0], f"{awaited!r} does not come: {said!r}"
            said += os.read(master, 65536)
        seen += said[seen:].index(awaited.encode()) + len(awaited)
        os.write(master, typed.encode())
    text = said.decode(errors="replace") + read_all(master)
    return Done(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), text, "")
