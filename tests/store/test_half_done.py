from pathlib import Path

from cpdlog.store.half_done import HalfDone

BODY = "\n## What?\n"


def half(
    folder: Path, name: str = "visit", body: str = BODY, root: str = "/home/me/cpd"
) -> HalfDone:
    return HalfDone(str(folder / "drafts"), root, name, body)


def kept(folder: Path) -> list[Path]:
    return [path for path in (folder / "drafts").rglob("*") if path.is_file()]


def test_what_was_answered_is_found_again(tmp_path: Path) -> None:
    assert half(tmp_path).text() is None
    half(tmp_path).keep("I went.\n")
    assert half(tmp_path).text() == "I went.\n"


def test_only_the_latest_answers_are_kept(tmp_path: Path) -> None:
    half(tmp_path).keep("I went.\n")
    half(tmp_path).keep("I went and saw.\n")
    assert half(tmp_path).text() == "I went and saw.\n"
    assert len(kept(tmp_path)) == 1


def test_answers_to_another_text_are_not_gone_on_with(tmp_path: Path) -> None:
    half(tmp_path).keep("I went.\n")
    assert half(tmp_path, body="\n## What?\n\nMore.\n").text() is None


def test_two_journals_may_have_an_entry_of_one_name(tmp_path: Path) -> None:
    half(tmp_path).keep("Mine.\n")
    half(tmp_path, root="/home/me/other").keep("Other.\n")
    assert half(tmp_path).text() == "Mine.\n"


def test_nothing_is_left_when_the_answers_are_in_the_entry(tmp_path: Path) -> None:
    half(tmp_path).keep("I went.\n")
    half(tmp_path).discard()
    assert half(tmp_path).text() is None
    assert kept(tmp_path) == []


def test_only_its_owner_may_read_a_draft(tmp_path: Path) -> None:
    half(tmp_path).keep("I went.\n")
    assert kept(tmp_path)[0].stat().st_mode & 0o077 == 0
