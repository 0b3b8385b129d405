from pathlib import Path

import pytest

from tests.sessions import replayed

FILES = sorted(Path(__file__).parent.glob("*.md"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_session_prints_what_its_file_says(path: Path, tmp_path: Path) -> None:
    text = path.read_text()
    assert replayed(text, tmp_path) == text
