from cpdlog.model.goal import Goal
from cpdlog.model.programme import Item, Programme
from cpdlog.model.record import Record
from cpdlog.model.settings import Settings, Use
from cpdlog.progress.references import check_copies, check_programmes
from tests.progress.making import entry

THINGS = Programme("programmes/things.yaml", "things", "Things", (Item(1, "One"), Item(2, "Two")))


def test_an_entry_names_an_item_that_there_is() -> None:
    record = Record(
        entries=(
            entry("11-01", name="fits", programme="things#2"),
            entry("11-02", name="too-far", programme="things#3"),
            entry("11-03", name="no-number", programme="things"),
            entry("11-04", name="slip", programme="thing#1"),
            entry("11-05", name="unknown", programme="reading#1"),
            entry("11-06", name="none"),
        )
    )
    assert [str(it) for it in check_programmes(record, {"things": THINGS})] == [
        "entries/2026/2026-11-02-too-far.md: programme: 'things#3' names no item of things.",
        (
            "entries/2026/2026-11-03-no-number.md: programme: 'things' names no item of things. "
            "Write things#1, for its first item."
        ),
        (
            "entries/2026/2026-11-04-slip.md: programme: No programme 'thing'. "
            "Did you mean 'things'?"
        ),
        (
            "entries/2026/2026-11-05-unknown.md: programme: No programme 'reading'. "
            "See: cpdlog programme list"
        ),
    ]


def test_a_goal_follows_a_programme_that_there_is() -> None:
    follows = Goal("a", "goals/a.md", "A", programme="things")
    lost = Goal("b", "goals/b.md", "B", programme="courses")
    record = Record(goals=(follows, lost, Goal("c", "goals/c.md", "C")))
    (found,) = check_programmes(record, {"things": THINGS})
    assert str(found) == (
        "goals/b.md: programme: No programme 'courses'. See: cpdlog programme list"
    )
    assert found.severity == "warning"


def test_rules_in_use_are_copied_into_the_journal() -> None:
    settings = Settings(requirements=(Use("own"), Use("packaged"), Use("lost")))
    found = check_copies(settings, ["own"], ["own", "packaged"], "cpdlog.yaml")
    assert [str(it) for it in found] == [
        (
            "cpdlog.yaml: requirements.packaged: There is no file requirements/packaged.yaml. The "
            "rules that come with cpdlog stand for it. Copy them, so that they stay as they are: "
            "cpdlog requirement use packaged"
        ),
        (
            "cpdlog.yaml: requirements.lost: There is no file requirements/lost.yaml. Mend the "
            "id, or remove it."
        ),
    ]
