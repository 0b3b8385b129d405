"""Help is as wide as its terminal."""

import shutil
from pathlib import Path

import pytest

from cpdlog.cli.run import help_width
from tests.cli.shell import Shell


@pytest.mark.parametrize(
    "columns", ["", "0", "-1", "1", "40", "52", "60", "79", "80", "81", "200", "wide", "9" * 5000]
)
def test_help_has_the_width_that_click_would_give_it(
    columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    usual = max(min(shutil.get_terminal_size().columns, 80) - 2, 50)
    assert help_width({"COLUMNS": columns}) == usual


@pytest.mark.parametrize(("columns", "widest"), [(20, 50), (60, 58), (80, 78), (200, 78)])
def test_help_fits_its_terminal(tmp_path: Path, columns: int, widest: int) -> None:
    done = Shell(tmp_path).terminal("--help", columns=columns)
    assert done.code == 0
    lengths = [len(line) for line in done.out.splitlines()]
    assert widest - 12 < max(lengths) <= widest
