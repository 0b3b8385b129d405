"""The whole program in other terminals, encodings, time zones, and on odd days of the calendar."""

import json
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

import pytest

from tests.cli.shell import PROGRAM, Shell

pytestmark = pytest.mark.usefixtures("unmeasured")

TITLE = "Café, 漢字, 👩\u200d🚀 and a naïve “quote”"
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
ANSWERS = [
    *(["report"], ["list"], ["next"], ["goal", "list"], ["show", "@1"], ["check"]),
    *(["report", "calendar"], ["report", "weeks"], ["plan"]),
]
PLACES: list[dict[str, str]] = [
    {},
    {"NO_COLOR": "1"},
    {"NO_COLOR": "1", "FORCE_COLOR": "1"},
    {"FORCE_COLOR": "1"},
    {"TERM": "dumb"},
    {"TERM": "unknown-to-everybody"},
    {"LC_ALL": "C"},
    {"LC_ALL": "POSIX"},
    {"PYTHONIOENCODING": "cp1252"},
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "latin-1", "FORCE_COLOR": "1"},
    {"COLUMNS": "0"},
    {"COLUMNS": "1"},
    {"COLUMNS": "40"},
    {"COLUMNS": "200"},
    {"COLUMNS": "wide"},
]
ZONES = [
    *("UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu", "Europe/London"),
    *("Asia/Tokyo", "America/New_York", "nonsense"),
]


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    shell = Shell(tmp_path_factory.mktemp("surroundings"))
    shell.ok("init", "--no-git", "--role", "law=Law librarian, café")
    shell.ok(
        "goal", "add", TITLE, "--id", "visits", "--target", "20 hours", "--start", "2026-01-01"
    )
    shell.ok("goal", "set", "visits", "due=2026-12-31")
    for day in ("2026-03-29", "2026-10-25", "2026-11-22"):
        shell.ok("new", TITLE, "-m", "Wörter.", "-H", "1h30", "-g", "visits", "-d", day)
    return shell


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_every_answer_is_whole_wherever_it_is_shown(shell: Shell, place: dict[str, str]) -> None:
    coding = place.get("PYTHONIOENCODING", "utf-8")
    for words in ANSWERS[:: 1 if place in PLACES[:2] else 2]:
        piped = run(shell, *words, **place)
        assert (piped.returncode, piped.stderr) == (0, b""), words
        assert piped.stdout.decode(coding).strip()
        assert COLOUR.search(piped.stdout.decode(coding)) is None or "FORCE_COLOR" in place
        seen = shell.terminal(*words, "--no-pager", columns=100, **place)
        assert seen.code == 0, seen
        assert "Traceback" not in seen.out
        assert seen.out.strip()
        if "NO_COLOR" in place or place.get("TERM") == "dumb":
            assert "\x1b" not in seen.out


def test_where_python_is_kept_from_utf8_nothing_is_guessed(shell: Shell) -> None:
    place = {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    refused = run(shell, "new", "Café", "-m", "x", **place)
    assert refused.returncode == 2
    assert b"holds bytes that are not UTF-8. Type it again" in refused.stderr
    assert run(shell, "report", **place).returncode == 0
    found = run(shell, "check", **place)
    assert found.returncode == 3
    assert b"3 errors, no warnings." in found.stdout


def run(shell: Shell, *words: str, **environ: str) -> "subprocess.CompletedProcess[bytes]":
    """A run in pipes, whatever encoding it writes."""
    return subprocess.run(
        ["cpdlog", *words],
        cwd=shell.folder,
        env=shell.environ | environ,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("columns", ["40", "60", "80", "120"])
def test_no_line_of_a_report_is_wider_than_its_terminal(shell: Shell, columns: str) -> None:
    from cpdlog.model.visible import width

    for words in (["report"], ["goal", "list"], ["report", "calendar"], ["report", "weeks"]):
        seen = shell.terminal(*words, "--no-pager", columns=int(columns))
        lines = COLOUR.sub("", seen.out).splitlines()
        wide = [it for it in lines if width(it) > int(columns) and "cpdlog " not in it]
        assert wide == []


# Days


def zoned(*names: str) -> list[str]:
    """Those of these zones that this system knows, and what is none."""
    return [name for name in names if name in available_timezones() or name == "nonsense"]


@pytest.mark.parametrize("zone", zoned(*ZONES))
def test_today_is_the_day_where_one_is(tmp_path: Path, zone: str) -> None:
    shell = Shell(tmp_path, TZ=zone)
    shell.environ.pop("CPDLOG_TODAY")
    shell.ok("init", "--no-git")
    place = ZoneInfo("UTC" if zone == "nonsense" else zone)
    before = datetime.now(place).date()
    path = shell.ok("new", "Talk", "-m", "Words.").strip()
    assert path in {
        f"entries/{day:%Y}/{day}-talk.md" for day in (before, datetime.now(place).date())
    }


@pytest.mark.parametrize(("seconds", "days"), [(-90, 0), (90, 1)])
def test_today_turns_at_midnight_where_one_is(tmp_path: Path, seconds: int, days: int) -> None:
    """A zone is made in which midnight is, or was, a minute and a half away."""
    now = datetime.now(UTC)
    midnight = datetime(now.year, now.month, now.day, tzinfo=UTC) + timedelta(days=1)
    ahead = int((midnight - now).total_seconds()) + seconds
    hours, rest = divmod(abs(ahead), 3600)
    sign = "-" if ahead > 0 else "+"
    shell = Shell(tmp_path, TZ=f"XXX{sign}{hours}:{rest // 60:02}:{rest % 60:02}")
    shell.environ.pop("CPDLOG_TODAY")
    shell.ok("init", "--no-git")
    day = now.date() + timedelta(days=days)
    assert shell.ok("new", "Talk", "-m", "x").strip() == f"entries/{day:%Y}/{day}-talk.md"


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25", "2026-11-23"])
def test_answers_about_a_day_are_the_same_in_every_zone(shell: Shell, day: str) -> None:
    """On the days on which clocks change too, because no times are reckoned with."""
    asked = (["report", "--json"], ["report", "weeks", "--json"], ["list", "--period", "this-week"])
    for words in asked:
        said = {shell.ok(*words, TZ=zone, CPDLOG_TODAY=day) for zone in zoned(*ZONES[:5])}
        assert len(said) == 1, words


def test_the_29th_of_february_is_a_day_in_leap_years_alone(tmp_path: Path) -> None:
    shell = Shell(tmp_path, CPDLOG_TODAY="2028-02-29")
    shell.ok("init", "--no-git", "--year-starts", "02-29")
    assert shell.ok("new", "Leap", "-m", "x", "-H", "1h", "-d", "29 feb") == (
        "entries/2028/2028-02-29-leap.md\n"
    )
    refused = shell.run("new", "None", "-m", "x", "-d", "2027-02-29")
    assert refused.code == 2
    assert "2027-02-29 does not exist: February 2027 has 28 days." in refused.err
    assert shell.ok("list", "--period", "2028-02").startswith("2028-02-29\t")
    shell.ok("goal", "add", "Law", "--due", "2028-02-29", "--target", "1 hours")
    headings = {
        "2027-02-28": "CPD year 2027/28, day 1 of 366",
        "2028-02-28": "CPD year 2027/28, day 366 of 366",
        "2028-02-29": "CPD year 2028/29, day 1 of 365",
        "2029-02-28": "CPD year 2029/30, day 1 of 365",
    }
    for day, heading in headings.items():
        assert heading in shell.ok("report", "--as-of", day).splitlines()[0]
    assert shell.run("check").code == 0


def test_a_year_has_a_53rd_week_or_has_none(tmp_path: Path) -> None:
    shell = Shell(tmp_path, CPDLOG_TODAY="2027-01-01")
    shell.ok("init", "--no-git")
    days = ["2026-12-27", "2026-12-28", "2026-12-31", "2027-01-01"]
    for day in days:
        shell.ok("new", "Talk", "-m", "x", "-H", "1h", "-d", day)
    assert listed(shell, "this-week") == listed(shell, "2026-W53") == days[:0:-1]
    assert listed(shell, "last-week") == days[:1]
    assert listed(shell, "2027-W01") == []
    assert listed(shell, "2026") == days[2::-1]
    refused = shell.run("list", "--period", "2027-W53")
    assert refused.code == 2
    assert "2027-W53 does not exist: 2027 has 52 weeks." in refused.err


def listed(shell: Shell, period: str) -> list[str]:
    """The days of the entries in a period, the latest first."""
    found = json.loads(shell.ok("list", "--period", period, "--json"))
    return [it["date"] for it in found["entries"]]


def test_the_module_runs_as_the_program_does(shell: Shell) -> None:
    command = [sys.executable, "-m", "cpdlog", "list"]
    done = subprocess.run(
        command, cwd=shell.folder, env=shell.environ, capture_output=True, check=True
    )
    assert done.stdout.decode() == shell.ok("list")


@pytest.mark.parametrize("words", ["--version", "--version --plain", "--help"])
def test_what_is_said_of_the_program_where_nobody_can_take_it_is_no_traceback(
    shell: Shell, words: str
) -> None:
    done = shell.bash(f"'{PROGRAM}' {words} > /dev/full")
    assert (done.code, done.err.count("\n")) == (1, 1)
    assert "The answer could not be written: No space left on device." in done.err
    assert shell.bash(f"'{PROGRAM}' {words} >&-").code == 0
    gone = shell.bash(f"set -o pipefail; '{PROGRAM}' {words} | true")
    assert (gone.code in (0, 141), gone.err) == (True, "")
