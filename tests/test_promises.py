import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/promises.md").read_text()
PROMISED, _, REST = PAGE.partition("## What is not promised")
TESTS = sorted(set(re.findall(r"`(tests/\S+::\w+)`", PAGE)))
PROMISES = re.split(r"^- ", PROMISED, flags=re.MULTILINE)[1:]


@pytest.mark.parametrize("name", TESTS)
def test_every_test_that_a_promise_names_is_there(name: str) -> None:
    path, _, function = name.partition("::")
    assert re.search(rf"^def {function}\(", (ROOT / path).read_text(), re.MULTILINE)


@pytest.mark.parametrize("promise", PROMISES, ids=lambda text: text[:40])
def test_every_promise_names_a_test(promise: str) -> None:
    assert "`tests/" in promise


def test_every_script_and_page_that_is_named_is_there() -> None:
    scripts = re.findall(r"^\| `(tests/\S+\.py)", REST, re.MULTILINE)
    pages = re.findall(r"\]\(([\w./]+)\)", PAGE)
    assert len(scripts) == 8
    assert pages
    assert [it for it in scripts if not (ROOT / it).exists()] == []
    assert [it for it in pages if not (ROOT / "docs" / it).exists()] == []
