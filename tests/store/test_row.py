import marshal
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from cpdlog.model.entry import Entry, Evidence
from cpdlog.model.goal import Goal, Target
from cpdlog.model.problem import Problem
from cpdlog.model.raw import Mapping, Scalar, Sequence
from cpdlog.model.settings import Adjustment, Pause, Role, Settings, Use
from cpdlog.model.task import Task
from cpdlog.store import trees
from cpdlog.store.row import Read, plain, plain_entries, whole, whole_entries
from tests.progress.journals import ENTRIES, TASKS

DAY = date(2026, 11, 23)
EVIDENCE = st.builds(Evidence, st.text(), st.text(), st.sampled_from(["", "0" * 64]))
FULL = st.builds(
    Entry._replace,
    ENTRIES,
    title=st.text(),
    evidence=st.lists(EVIDENCE, max_size=2).map(tuple),
    share=st.sampled_from([(), ("mentor",), ("mentor", "manager")]),
    followups=st.lists(TASKS, max_size=2).map(tuple),
)
PROBLEMS = st.lists(
    st.builds(Problem, st.text(), st.integers(0, 9), st.text(), st.text()), max_size=2
).map(tuple)
READ = st.lists(st.tuples(st.none() | FULL, PROBLEMS), max_size=8).map(tuple)


@given(READ)
def test_entries_come_back_as_they_were_from_plain_values(read: tuple[Read[Entry], ...]) -> None:
    kept = marshal.loads(marshal.dumps(plain_entries(read)))
    assert whole_entries(kept) == read


def test_what_is_few_comes_back_as_it_was_from_plain_values() -> None:
    task = Task(1, "Ask", True, DAY, None, 4)
    read = (
        (Goal("law", "goals/law.md", "Law", DAY, target=Target(Decimal("20.5"), "hours")), ()),
        (None, (Problem("goals/art.md", 3, "due", "No.", "Yes.", "warning"),)),
        (Goal("art", "goals/art.md", "Art", order=Decimal(2), tags=("a",), actions=(task,)), ()),
        (
            Settings(
                roles=(Role("law", "Librarian", DAY),),
                pauses=(Pause(DAY, DAY, "leave"),),
                requirements=(Use("a", (("x", "y"),), (Adjustment("r", Decimal(3), "ill", DAY),)),),
                commit=False,
            ),
            (),
        ),
    )
    assert whole(marshal.loads(marshal.dumps(plain(read)))) == read


def test_trees_come_back_as_they_were_from_plain_values() -> None:
    tree = Mapping(((Scalar("a", 1), Sequence((Scalar("b", 2, False),), 1)),), 1)
    read = ((("path", tree), ()), (None, (Problem("requirements/b.yaml", 1, "", "No."),)))
    assert trees.whole(marshal.loads(marshal.dumps(trees.plain(read)))) == read


def test_what_recurs_in_entries_is_kept_once() -> None:
    one = Entry("a", "a.md", "A", DAY, goals=(("law", Decimal(1)),), tags=("t", "u"))
    many = tuple((one._replace(id=str(number)), ()) for number in range(50))
    first, last = (whole_entries(plain_entries(many))[place][0] for place in (0, -1))
    assert first is not None
    assert last is not None
    assert first.goals is last.goals
    assert first.tags is last.tags
