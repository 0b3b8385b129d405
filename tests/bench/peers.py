"""Programs that people keep such things with: installed, and given the same content.

Nothing is installed into the system: Python programs go into an environment of their own, and
Debian's packages are unpacked into the cache folder.
"""

import json
import shutil
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple

from tests.bench.content import Item

FROM_PYPI = {
    "jrnl": "jrnl",
    "watson": "td-watson",
    "papis": "papis",
    "todo": "todoman",
    "bean-query": "beanquery",
}
FROM_DEBIAN = {"task": "taskwarrior", "hledger": "hledger", "rg": "ripgrep"}
NOON = time(12, tzinfo=UTC)
HOURS = "account, sum(position) GROUP BY account"


def install(cache: Path, tell: Callable[[str], object]) -> str:
    """Install what can be; the folders for `PATH`."""
    environment, unpacked = cache / "venv", cache / "debian"
    if not environment.exists():
        subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
    for program, package in FROM_PYPI.items():
        if not (environment / "bin" / program).exists():
            attempt([str(environment / "bin/pip"), "install", "--quiet", package], package, tell)
    for program, package in FROM_DEBIAN.items():
        if not (unpacked / "usr/bin" / program).exists() and not shutil.which(program):
            unpack(package, unpacked, tell)
    return f"{environment / 'bin'}:{unpacked / 'usr/bin'}"


def unpack(package: str, into: Path, tell: Callable[[str], object]) -> None:
    """Unpack one of Debian's packages."""
    place = into / package
    place.mkdir(parents=True, exist_ok=True)
    if attempt(["apt-get", "download", package], package, tell, place):
        for archive in place.glob("*.deb"):
            attempt(["dpkg", "-x", str(archive), str(into)], package, tell)


def attempt(
    command: list[str], package: str, tell: Callable[[str], object], folder: Path | None = None
) -> bool:
    """Whether a step of an installation succeeds; where it does not, that is told."""
    try:
        subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError) as error:
        tell(f"not installed: {package} ({error})")
        return False
    return True


class Peer(NamedTuple):
    """One program.

    Attributes:
        program: Its name on the command line.
        version: The option that prints its version.
        write: Writes content into a folder, in its own format.
        environ: What it needs in its environment.
        commands: By what they are for: `version`, `add`, `list`, `report`, `search`, `export`,
            `first` (what it reads without its cache).
        forget: The files of its cache, as a pattern.
    """

    program: str
    version: str
    write: Callable[[Path, Iterable[Item]], None]
    environ: Callable[[Path], dict[str, str]]
    commands: Callable[[Path], dict[str, str]]
    forget: str = ""


def seconds(day: date) -> int:
    """A day's noon, in seconds since the epoch."""
    return int(datetime.combine(day, NOON).timestamp())


def write_jrnl(folder: Path, items: Iterable[Item]) -> None:
    """One text file."""
    with (folder / "journal.txt").open("w", encoding="utf-8") as file:
        for it in items:
            tags = " ".join(f"@{tag.replace(':', '-').replace('/', '-')}" for tag in it.tags)
            file.write(f"[{it.day} 12:00] {it.title}.\n{it.body}\n{tags}\n\n")
    (folder / "jrnl.yaml").write_text(
        "colors: {body: none, date: none, tags: none, title: none}\n"
        "default_hour: 9\ndefault_minute: 0\neditor: ''\nencrypt: false\nhighlight: false\n"
        "indent_character: '|'\nlinewrap: 79\ntagsymbols: '@'\ntemplate: false\n"
        "timeformat: '%Y-%m-%d %H:%M'\n"
        f"journals: {{default: {{journal: '{folder / 'journal.txt'}'}}}}\nversion: v4.5\n",
        encoding="utf-8",
    )


def write_watson(folder: Path, items: Iterable[Item]) -> None:
    """One JSON file of frames."""
    frames = [
        [
            *(seconds(it.day), seconds(it.day) + 60 * (it.minutes or 30)),
            *((it.goals or ("none",))[0], f"{it.number:032x}", list(it.tags), seconds(it.day)),
        ]
        for it in items
    ]
    (folder / "frames").write_text(json.dumps(frames), encoding="utf-8")


def write_papis(folder: Path, items: Iterable[Item]) -> None:
    """A folder a document, with what is known of it in YAML."""
    (folder / "config/papis").mkdir(parents=True)
    (folder / "config/papis/config").write_text(
        f"[settings]\ndefault-library = bench\n[bench]\ndir = {folder / 'library'}\n",
        encoding="utf-8",
    )
    for it in items:
        place = folder / "library" / f"{it.number:06}"
        place.mkdir(parents=True)
        body = it.body.replace("\n", "\n  ")
        (place / "info.yaml").write_text(
            f'papis_id: {it.number:032x}\nref: r{it.number}\ntitle: "{it.title}"\n'
            f"year: {it.day.year}\nmonth: {it.day.month}\ntype: {it.kind}\nauthor: Sam Librarian\n"
            f"tags: [{', '.join(repr(tag) for tag in it.tags)}]\nfiles: []\n"
            f"outcome: {it.outcome}\nabstract: |\n  {body}\n",
            encoding="utf-8",
        )


def write_todoman(folder: Path, items: Iterable[Item]) -> None:
    """An iCalendar file a to-do."""
    (folder / "lists/cpd").mkdir(parents=True)
    (folder / "config.py").write_text(
        f"path = '{folder / 'lists'}/*'\ncache_path = '{folder / 'cache.db'}'\n"
        "date_format = '%Y-%m-%d'\ntime_format = '%H:%M'\ndefault_list = 'cpd'\n",
        encoding="utf-8",
    )
    for it in items:
        text = it.body.replace("\n", "\\n").replace(",", "\\,").replace(";", "\\;")
        (folder / f"lists/cpd/{it.number:06}.ics").write_text(
            "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//bench//EN\nBEGIN:VTODO\n"
            f"UID:{it.number:032x}\nDTSTAMP:{it.day:%Y%m%d}T120000Z\nSUMMARY:{it.title}\n"
            f"DUE:{it.day:%Y%m%d}T120000Z\nCATEGORIES:{','.join(it.tags)}\nDESCRIPTION:{text}\n"
            "END:VTODO\nEND:VCALENDAR\n",
            encoding="utf-8",
        )


def write_taskwarrior(folder: Path, items: Iterable[Item]) -> None:
    """One file of what is done and one of what is not, a tenth of all."""
    (folder / "taskrc").write_text(
        f"data.location={folder}\nconfirmation=no\nverbose=nothing\nhooks=0\n", encoding="utf-8"
    )
    lines: dict[str, list[str]] = {"completed": [], "pending": []}
    for it in items:
        status = "completed" if it.number % 10 else "pending"
        when = seconds(it.day)
        body = it.body.replace('"', "&dquot;").replace("\n", " ").replace("[", "&open;")
        body = body.replace("]", "&close;")
        lines[status].append(
            f'[annotation_{when}:"{body}" description:"{it.title}" end:"{when}" entry:"{when}" '
            f'project:"{(it.goals or ("none",))[0]}" status:"{status}" '
            f'tags:"{",".join(tag.replace(":", "_") for tag in it.tags)}" '
            f'uuid:"{uuid.UUID(int=it.number + 1)}"]\n'
        )
    for status, written in lines.items():
        (folder / f"{status}.data").write_text("".join(written), encoding="utf-8")


def write_hledger(folder: Path, items: Iterable[Item]) -> None:
    """One journal of hours."""
    with (folder / "cpd.journal").open("w", encoding="utf-8") as file:
        for it in items:
            hours = timedelta(minutes=it.minutes or 0) / timedelta(hours=1)
            account = f"{(it.goals or ('none',))[0]}:{it.kind}"
            file.write(f"{it.day} {it.title}\n    {account}  {hours:.2f}h\n    time\n\n")


def write_beancount(folder: Path, items: Iterable[Item]) -> None:
    """One ledger of hours."""
    days = list(items)
    accounts = {account(it) for it in days}
    with (folder / "cpd.beancount").open("w", encoding="utf-8") as file:
        for name in sorted(accounts | {"Assets:Time"}):
            file.write(f"1970-01-01 open {name}\n")
        for it in days:
            hours = timedelta(minutes=it.minutes or 0) / timedelta(hours=1)
            file.write(
                f'\n{it.day} * "{it.title}"\n  {account(it)}  {hours:.2f} HOURS\n  Assets:Time\n'
            )


def account(it: Item) -> str:
    """The account of a ledger that an item belongs to."""
    return f"Expenses:{(it.goals or ('none',))[0].capitalize()}:{it.kind.capitalize()}"


def no_environ(_: Path) -> dict[str, str]:
    """Nothing."""
    return {}


PEERS = (
    Peer(
        *("jrnl", "--version", write_jrnl, no_environ),
        lambda at: {
            "version": "jrnl --version",
            "add": f"jrnl --config-file {at}/jrnl.yaml Visit {{turn}}. It was quiet.",
            "list": f"jrnl --config-file {at}/jrnl.yaml -n 10 --short",
            "report": f"jrnl --config-file {at}/jrnl.yaml --format dates",
            "all": f"jrnl --config-file {at}/jrnl.yaml --format pretty",
            "search": f"jrnl --config-file {at}/jrnl.yaml -contains statute --short",
        },
    ),
    Peer(
        *("watson", "--version", write_watson, lambda at: {"WATSON_DIR": str(at)}),
        lambda _: {
            "version": "watson --version",
            "add": "watson add -f 2026-11-23T10:00 -t 2026-11-23T11:00 law +visit",
            "report": "watson report --all --no-pager",
        },
    ),
    Peer(
        "papis",
        "--version",
        write_papis,
        lambda at: {"XDG_CONFIG_HOME": f"{at}/config", "XDG_CACHE_HOME": f"{at}/cache"},
        lambda _: {
            "list": "papis list --all",
            "export": "papis export --all --format json",
            "first": "papis list --all",
        },
        forget="cache/**/*",
    ),
    Peer(
        *("todo", "--version", write_todoman, lambda at: {"TODOMAN_CONFIG": f"{at}/config.py"}),
        lambda _: {"list": "todo list", "first": "todo list"},
        forget="cache.db",
    ),
    Peer(
        *("task", "--version", write_taskwarrior, lambda at: {"TASKRC": f"{at}/taskrc"}),
        lambda _: {
            "add": "task add Visit {turn} project:law",
            "list": "task limit:10 completed",
            "report": "task summary",
            "export": "task export",
        },
    ),
    Peer(
        *("hledger", "--version", write_hledger, no_environ),
        lambda at: {"report": f"hledger -f {at}/cpd.journal balance"},
    ),
    Peer(
        *("bean-query", "--version", write_beancount, no_environ),
        lambda at: {"report": f"bean-query {at}/cpd.beancount 'SELECT {HOURS}'"},
    ),
)
