"""What narrows `cpdlog list`, and `search` likewise."""

import pytest

from tests.cli.shell import Shell


@pytest.mark.parametrize("tag", ["cilip", "cilip:*", "cilip:criterion", "cilip:criterion/*"])
def test_a_tag_with_a_star_is_all_below_it(shell: Shell, tag: str) -> None:
    for number in ("1", "2"):
        shell.ok("new", "Criterion", "-t", f"cilip:criterion/{number}", "-m", "Law.")
    for asked in (tag, f"{tag.rstrip(':/*')}*", f"{tag.rstrip(':/*')}/*"):
        assert shell.ok("list", "--tag", asked).count("\n") == 2
        assert shell.ok("search", "law", "--tag", asked).count("\n") == 2


def test_a_star_behind_a_tag_that_is_nowhere_is_told(shell: Shell) -> None:
    for tag in ("museum:*", "*"):
        assert shell.run("list", "--tag", tag).code == 2
