"""What the tab key does in a real, interactive bash."""

import re

import pytest

from tests.cli.dialogue import talk_with
from tests.cli.shell import Shell

pytestmark = pytest.mark.needs("bash")

READY = "ready> "
STARTS = """\
PS1='ready> '
eval "$(cpdlog completion bash)"
cpdlog() { printf '\\n<%s>' "$@" ''; }
"""


@pytest.fixture
def tagged(shell: Shell) -> Shell:
    shell.ok("new", "Talk", "-m", "Words.", "-t", "cilip:criterion/1", "-t", "cilip:wider")
    (shell.folder / "proof.pdf").write_bytes(b"%PDF")
    (shell.folder / ".starts").write_text(STARTS)
    return shell


def typed(shell: Shell, line: str) -> str:
    """What bash shows when a line is typed, which runs, without its program, at its end."""
    bash = ("bash", "--noprofile", "--rcfile", ".starts", "-i")
    return talk_with(shell, bash, (READY, f"{line}\n"), (READY, "exit\n")).out


def completed(shell: Shell, line: str) -> list[str]:
    """The words of a line when the tab key has been pressed at its end."""
    return re.findall("<(.*)>", typed(shell, f"{line}\t"))[:-1]


@pytest.mark.parametrize(
    ("line", "last"),
    [
        ("cpdlog list --tag cil", "cilip:"),
        ("cpdlog list --tag cilip:", "cilip:"),
        ("cpdlog list --tag cilip:c", "cilip:criterion/1"),
        ("cpdlog list --tag cilip:criterion/", "cilip:criterion/1"),
        ("cpdlog list --tag=cilip:w", "--tag=cilip:wider"),
        ("cpdlog list --tag 'cilip:w", "cilip:wider"),
        ("cpdlog  list -t cilip:wider   -t cilip:c", "cilip:criterion/1"),
        ("cpdlog list --role=", "--role=law"),
        ("cpdlog list --role=l", "--role=law"),
        ("cpdlog list --role l", "law"),
        ("cpdlog li", "list"),
    ],
)
def test_a_word_is_completed_also_behind_a_colon_and_an_equals_sign(
    tagged: Shell, line: str, last: str
) -> None:
    assert completed(tagged, line)[-1] == last


def test_what_may_follow_a_colon_is_listed(tagged: Shell) -> None:
    assert re.search(r"criterion/1 +wider", typed(tagged, "cpdlog list --tag cilip:\t\t"))


def test_evidence_is_completed_with_files(tagged: Shell) -> None:
    assert completed(tagged, "cpdlog new Talk -e pro") == ["new", "Talk", "-e", "proof.pdf"]
    assert completed(tagged, "cpdlog new Talk --evidence=pro")[-1] == "--evidence=proof.pdf"


def test_a_folder_and_a_page_are_completed_with_what_is_there(tagged: Shell) -> None:
    assert completed(tagged, "cpdlog -j ent")[-1] == "entries/"
    assert completed(tagged, "cpdlog report --html pro")[-1] == "proof.pdf"
