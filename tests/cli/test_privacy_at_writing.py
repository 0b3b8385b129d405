"""What is warned of after a write is what the whole search finds, however little of it is done."""

from pathlib import Path

import pytest

from cpdlog.cli import privacy
from cpdlog.cli.app import App
from cpdlog.model.privacy import PROFILES
from cpdlog.model.settings import Settings
from cpdlog.model.vocabulary import PROFILES as IN_SETTINGS
from cpdlog.progress.exposure import exposure
from cpdlog.render.exposure import line, mark
from tests.model.privacy.measure import CLEAN, corpus

SETTINGS = [
    "",
    "name: Karen Marlow\n",
    "privacy: {profiles: [legal]}\n",
    "privacy: {allow: [0161 496 0347, Tanner Row]}\n",
    "requirements: {bsb: {}}\n",
    '"priv\\u0061cy": {profiles: [health, social-care]}\n',
    "privacy: {profiles: []}\n",
    "{ not: [yaml",
]
PATH = "entries/2026/2026-11-23-talk.md"
HEAD = "---\ntitle: Talk\ndate: 2026-11-23\nhours: 2h\n---\n\n"


class Listening(App):
    """A run of the program that keeps what it tells."""

    def __init__(self, journal: Path) -> None:
        environ = {"CPDLOG_JOURNAL": str(journal), "CPDLOG_TODAY": "2026-11-23"}
        super().__init__(environ, lambda: str(journal))
        self.config_folder = str(journal / "config")
        self.given["no_cache"] = True
        self.told: list[str] = []

    def tell(self, text: str) -> None:
        """Keep a sentence."""
        self.told.append(text)


def journal(folder: Path, settings: str) -> Listening:
    """A run in a journal with an entry of which the text is still to come."""
    (folder / "entries/2026").mkdir(parents=True)
    (folder / "config").mkdir()
    (folder / "config/denylist.txt").write_text("Pennick\n")
    (folder / "cpdlog.yaml").write_text(settings)
    return Listening(folder)


@pytest.mark.parametrize("settings", SETTINGS)
def test_every_sentence_of_the_corpus_is_warned_of_as_the_whole_search_finds_it(
    tmp_path: Path, settings: str
) -> None:
    app = journal(tmp_path, settings)
    warned = 0
    for text in (*(sentence.say for sentence in corpus()), CLEAN, "Dr Pennick, J. Pennick."):
        (tmp_path / PATH).write_text(HEAD + text)
        found = exposure([(PATH, HEAD + text)], privacy.watch(app)).open
        app.told.clear()
        privacy.warn(app, PATH)
        assert app.told == [f"{mark(it)}: {line(it)}" for it in found]
        warned += bool(found)
    assert warned >= (1 if "[]" in settings else 30)


def test_settings_are_not_read_where_neither_they_nor_a_text_ask_for_it(tmp_path: Path) -> None:
    app = journal(tmp_path, SETTINGS[1])
    (tmp_path / PATH).write_text(HEAD + CLEAN)
    privacy.warn(app, PATH)
    assert "settings" not in vars(app)
    (tmp_path / PATH).write_text(HEAD + "Ask jo@example.org.")
    privacy.warn(app, PATH)
    assert "settings" in vars(app)


@pytest.mark.parametrize("settings", SETTINGS[2:7])
def test_settings_that_name_what_to_look_for_are_read(tmp_path: Path, settings: str) -> None:
    app = journal(tmp_path, settings)
    (tmp_path / PATH).write_text(HEAD + CLEAN)
    privacy.warn(app, PATH)
    assert "settings" in vars(app)


def test_rules_in_the_journals_own_folder_may_ask_for_more(tmp_path: Path) -> None:
    app = journal(tmp_path, "")
    (tmp_path / "requirements").mkdir()
    assert not privacy.asks_for_no_more(app)


def test_a_link_in_the_place_of_settings_is_not_followed(tmp_path: Path) -> None:
    app = journal(tmp_path, "")
    assert privacy.asks_for_no_more(app)
    (tmp_path / "cpdlog.yaml").rename(tmp_path / "other.yaml")
    (tmp_path / "cpdlog.yaml").symlink_to("other.yaml")
    assert not privacy.asks_for_no_more(app)


def test_the_profiles_of_settings_are_those_of_the_search() -> None:
    assert IN_SETTINGS == PROFILES
    assert Settings().privacy_profiles == PROFILES[:1]
