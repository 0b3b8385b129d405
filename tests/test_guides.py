"""The files that the guides for authors show are read without a fault, where they say they lie."""

import re
from pathlib import Path

import pytest

from cpdlog.store.cache import NoCache
from cpdlog.store.library import Library

DOCS = Path(__file__).parents[1] / "docs"
BLOCK = re.compile(r"^```yaml\n(schema: .*?)^```$", re.MULTILINE | re.DOTALL)
PLACES = {
    "requirement": "requirements/example.yaml",
    "programme": "programmes/example.yaml",
    "framework": "frameworks/example.yaml",
    "skills": "skills/2026-11-23-example.yaml",
}


@pytest.mark.parametrize("page", ["requirement-schema", "programme-schema", "framework-schema"])
def test_every_whole_file_of_a_guide_is_read_without_a_fault(page: str, tmp_path: Path) -> None:
    shown = BLOCK.findall((DOCS / f"{page}.md").read_text(encoding="utf-8"))
    for text in shown:
        kind = text.partition("cpdlog/")[2].partition("@")[0]
        path = tmp_path / PLACES[kind]
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert shown
    assert Library(str(tmp_path), NoCache()).faults() == ((), len(shown))
