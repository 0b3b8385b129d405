"""What commands say with `--json`, held against what `cpdlog schema` promises of it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.cli.shell import Shell
from tests.render.test_schemas import closed

ROOT = Path(__file__).parents[2]

ASKED = [
    ("advice", "goal check"),
    ("check", "check"),
    ("calendar", "report calendar"),
    ("criteria", "report criteria"),
    ("doctor", "doctor"),
    ("entries", "list --goal metadata"),
    ("entries", "search catalogue"),
    ("entry", "show @1"),
    ("gaps", "report gaps"),
    ("goal", "goal show metadata"),
    ("goals", "goal list --all"),
    ("goals", "report goals"),
    ("history", "history metadata"),
    ("history", "history metadata --diff"),
    ("hours", "report hours --by role --per quarter"),
    ("next", "next"),
    ("plan", "plan"),
    ("privacy", "check --privacy"),
    ("report", "report"),
    ("report", ""),
    ("requirements", "requirement status"),
    ("review", "review --look"),
    ("template", "template show gibbs"),
    ("templates", "template list"),
    ("timeline", "report timeline"),
    ("weeks", "report weeks"),
]


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    folder = tmp_path_factory.mktemp("json")
    return Shell(
        folder,
        CPDLOG_JOURNAL=str(ROOT),
        GIT_CONFIG_COUNT="1",
        GIT_CONFIG_KEY_0="safe.directory",
        GIT_CONFIG_VALUE_0="*",
    )


def schema(shell: Shell, name: str) -> Any:
    return closed(json.loads(shell.ok("schema", name)))


@pytest.mark.parametrize(("name", "asked"), ASKED)
def test_a_command_says_what_its_schema_promises(reader: Shell, name: str, asked: str) -> None:
    words = asked.split()
    said = json.loads(reader.ok(*words, *(["--json"] if words else ["report", "--json"])))
    assert said["schema"] == f"cpdlog/{name}@1"
    faults = Draft202012Validator(schema(reader, name)).iter_errors(said)
    assert [f"{it.json_path}: {it.message}" for it in faults] == []


def test_there_is_a_schema_of_every_answer(reader: Shell) -> None:
    named = set()
    for path in (ROOT / "cpdlog" / "render").glob("*.py"):
        named |= set(re.findall(r'"cpdlog/([a-z-]+)@\d+"', path.read_text(encoding="utf-8")))
    assert set(reader.ok("schema").split()) == named
