from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpdlog.model.entry import Entry, Evidence
from cpdlog.model.goal import Goal, Target
from cpdlog.model.problem import Problem
from cpdlog.model.raw import Mapping
from cpdlog.model.schema import read_entry, read_goal
from cpdlog.model.task import Task
from tests.model.typed import FRONT, Typed, front, told

PATH = "entries/2026/2026-11-23-stride.md"
GOAL_PATH = "goals/threats.md"
BARE: dict[str, Typed] = {"title": "Stride", "date": "2026-11-23"}
SHA = "0123456789abcdef" * 4


def entry_of(more: dict[str, Typed]) -> tuple[Entry | None, tuple[Problem, ...]]:
    return read_entry(front(BARE | more), PATH, "", 9, 0)


def goal_of(more: dict[str, Typed]) -> tuple[Goal | None, tuple[Problem, ...]]:
    return read_goal(front({"title": "Threats"} | more), GOAL_PATH, "", 9)


def test_an_entry_has_everything_that_its_file_says() -> None:
    raw = front(
        {
            "title": " Stride: part 2 ",
            "date": "2026-11-23",
            "type": "course",
            "hours": "1h30",
            "points": "2.5",
            "goals": {"threats": "2", "chartership": ""},
            "role": "school",
            "tags": ["law", "cilip:criterion/1", ""],
            "outcome": "I can draw a data flow.",
            "evidence": [
                "evidence/2026/stride.pdf",
                "https://example.org/stride",
                {"path": "evidence/2026/note.md", "title": "My note", "sha256": SHA.upper()},
                {"url": "https://example.org/slides", "title": "Slides"},
                "",
            ],
            "programme": "cpd23-2011#14",
            "template": "gibbs",
            "partner": "Ann",
            "share": ["mentor", "portfolio"],
            "mood": "good",
        }
    )
    body = "Text.\n\n- [ ] make a screencast (due 2026-12-01)\n"
    entry, problems = read_entry(raw, PATH, body, 30, 1)
    assert problems == ()
    assert entry == Entry(
        id="2026-11-23-stride",
        path=PATH,
        title="Stride: part 2",
        day=date(2026, 11, 23),
        type="course",
        minutes=90,
        points=Decimal("2.5"),
        goals=(("threats", Decimal(2)), ("chartership", Decimal(1))),
        role="school",
        tags=("law", "cilip:criterion/1"),
        outcome="I can draw a data flow.",
        evidence=(
            Evidence("evidence/2026/stride.pdf"),
            Evidence("https://example.org/stride"),
            Evidence("evidence/2026/note.md", "My note", SHA),
            Evidence("https://example.org/slides", "Slides"),
        ),
        programme="cpd23-2011#14",
        template="gibbs",
        partner="Ann",
        share=("mentor", "portfolio"),
        words=1,
        followups=(Task(1, "make a screencast", False, date(2026, 12, 1), None, 32),),
    )


def test_an_entry_needs_a_title_and_a_date_and_nothing_else() -> None:
    assert entry_of({}) == (
        Entry(id="2026-11-23-stride", path=PATH, title="Stride", day=date(2026, 11, 23)),
        (),
    )


def test_a_key_with_nothing_after_it_is_as_if_it_were_not_there() -> None:
    keys = ("type", "hours", "points", "goals", "role", "tags", "evidence", "programme", "share")
    assert entry_of(dict.fromkeys(keys, " ")) == entry_of({})


@pytest.mark.parametrize("word", ["no", "~", "null", "010", "2026-02-30", "1:30", "[draft] x"])
def test_a_title_is_the_text_as_it_was_typed(word: str) -> None:
    entry, problems = entry_of({"title": word})
    assert entry is not None
    assert (entry.title, problems) == (word, ())


def test_lists_may_be_typed_as_one_text() -> None:
    entry, problems = entry_of({"goals": "threats", "tags": "law, visit"})
    assert entry is not None
    assert entry.goals == (("threats", Decimal(1)),)
    assert entry.tags == ("law", "visit")
    assert told(problems) == [
        (
            f"warning {PATH}:5: tags: This is one text with commas, and was read as a list. "
            "Write [law, visit]."
        )
    ]


def test_all_faults_of_a_file_are_told_at_once() -> None:
    raw = front(
        {
            "titel": "Stride",
            "date": "2026-1-2",
            "hours": "1,5",
            "points": "-3",
            "goals": {"threats": "many", "visits": ["a"]},
            "tags": ["law", ["nested"]],
            "type": ["course"],
            "share": {"mentor": "yes"},
            "evidence": [
                {"title": "No place"},
                {"path": "a", "url": "b"},
                {"path": "x", "sha": "1"},
            ],
        }
    )
    body = "- [x] done (done 2026-02-31)\n"
    entry, problems = read_entry(raw, PATH, body, 30, 0)
    assert entry is None
    assert told(sorted(problems)) == [
        f"warning {PATH}:2: titel: The key is not known. Did you mean 'title'?",
        f"error {PATH}:2: title: 'title' is missing. Add 'title: …'.",
        f"error {PATH}:3: date: '2026-1-2' is not a date. Write 2026-01-02.",
        f"error {PATH}:4: hours: '1,5' has a comma. Write 1.5.",
        f"error {PATH}:5: points: '-3' is less than nothing. Write a number from 0.",
        f"error {PATH}:7: goals.threats: 'many' is not a number. Write figures, such as 3 or 2.5.",
        (f"error {PATH}:8: goals.visits: This should be one text. Put it in quotes."),
        (f"error {PATH}:12: tags: This item should be one text. Write [one, two]."),
        (f"error {PATH}:14: type: This should be one text. Put it in quotes."),
        f"error {PATH}:16: share: This should be a list. Write [one, two].",
        (
            f"error {PATH}:19: evidence: A piece of evidence has one place: a path or a url. "
            "Write {path: evidence/…} or {url: https://…}."
        ),
        (
            f"error {PATH}:21: evidence: A piece of evidence has one place: a path or a url. "
            "Write {path: evidence/…} or {url: https://…}."
        ),
        (
            f"warning {PATH}:26: evidence.sha: The key is not known. "
            "Known here: path, url, title, sha256."
        ),
        f"warning {PATH}:30: 2026-02-31 in '(done 2026-02-31)' does not exist.",
    ]


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("date", "2026-02-31", "2026-02-31 does not exist: February 2026 has 28 days."),
        ("date", "1066-10-14", "1066-10-14 is not from 1950 to 2100. Is it a slip?"),
        ("date", "yesterday", "'yesterday' is not a date. Write YYYY-MM-DD."),
        (
            "date",
            "01/11/2026",
            "'01/11/2026' can be read in two ways. Write 2026-11-01 or 2026-01-11.",
        ),
        ("hours", "soon", "'soon' is not a duration. Write 90m, 1h30, 1:30 or 1.5 (hours)."),
        ("hours", "745", "'745' is more than 744 hours. Spread it over several entries."),
        ("points", ".nan", "'.nan' is not a number. Write figures, such as 3 or 2.5."),
    ],
)
def test_a_value_that_cannot_be_read_keeps_the_entry_out(
    key: str, value: str, message: str
) -> None:
    entry, problems = entry_of({key: value})
    line = list(BARE | {key: value}).index(key) + 2
    assert entry is None
    assert told(problems) == [f"error {PATH}:{line}: {key}: {message}"]


@pytest.mark.parametrize(
    ("more", "warning"),
    [
        (
            {"hours": "90"},
            "hours: '90' is 90h, which is more than a day. Minutes are written 90m.",
        ),
        ({"goals": ["a", "b", "a"]}, "goals: 'a' is named twice, and counts once."),
        (
            {"programme": "cpd23-2011"},
            (
                "programme: 'cpd23-2011' does not name an item of a programme. "
                "Write it as programme#item, such as cpd23-2011#14."
            ),
        ),
        (
            {"share": ["mentors"]},
            "share: 'mentors' is not known here. Known: mentor, manager, portfolio.",
        ),
        (
            {"evidence": "/home/ann/stride.pdf"},
            (
                "evidence: '/home/ann/stride.pdf' is not in the journal. "
                "Copy it in: cpdlog set REF evidence+=FILE."
            ),
        ),
        ({"goal": "a"}, "goal: The key is not known. Did you mean 'goals'?"),
        ({"hour": "2"}, "hour: The key is not known. Did you mean 'hours'?"),
        ({"houres": "2"}, "houres: The key is not known. Did you mean 'hours'?"),
        ({"Tags": "a"}, "Tags: The key only looks like 'tags'. Type it anew: tags."),
        ({"rоle": "a"}, "rоle: The key only looks like 'role'. Type it anew: role."),
        (
            {"ro\u200ble": "a"},
            "ro\u200ble: The key only looks like 'role'. Type it anew: role.",
        ),
    ],
)
def test_what_is_odd_is_read_with_a_warning(more: dict[str, Typed], warning: str) -> None:
    entry, problems = entry_of(more)
    assert entry is not None
    assert [f"{problem.key}: {problem.message} {problem.hint}".strip() for problem in problems] == [
        warning
    ]
    assert problems[0].severity == "warning"
    assert problems[0].line >= 4


@pytest.mark.parametrize(
    "place",
    ["../secret", "evidence/../../x", "C:\\x", "\\\\server\\x", "~/x", "file:///etc/passwd"],
)
def test_evidence_outside_the_journal_gets_a_warning(place: str) -> None:
    entry, problems = entry_of({"evidence": [{"path": place}]})
    assert entry is not None
    assert entry.evidence == (Evidence(place),)
    assert [problem.message for problem in problems] == [f"'{place}' is not in the journal."]


@pytest.mark.parametrize(
    "place", ["evidence/..foo.pdf", "evidence/a..b", "https://example.org/a/../b", "mailto:a@b.org"]
)
def test_other_evidence_gets_none(place: str) -> None:
    assert entry_of({"evidence": place})[1] == ()


def test_a_digest_that_is_none_is_a_fault() -> None:
    _, problems = entry_of({"evidence": {"path": "a", "sha256": "abc"}})
    assert told(problems) == [
        f"error {PATH}:6: evidence.sha256: 'abc' is not a SHA-256, 64 figures and letters a to f."
    ]


@pytest.mark.parametrize(
    "typed", ["2026-11-23 10:00", "2026-11-23T23:30:00-05:00", "2026-11-23 9:05:00 +01:00"]
)
def test_a_date_with_a_time_is_that_date(typed: str) -> None:
    entry, problems = entry_of({"date": typed})
    assert entry is not None
    assert entry.day == date(2026, 11, 23)
    assert told(problems) == [
        f"warning {PATH}:3: date: '{typed}' has a time, and only its day counts. Write 2026-11-23."
    ]


def test_a_file_that_is_named_for_another_day_gets_a_warning() -> None:
    entry, problems = entry_of({"date": "2026-11-22"})
    assert entry is not None
    assert told(problems) == [
        (
            f"warning {PATH}:3: date: The file is named for 2026-11-23, and counts for 2026-11-22. "
            "Correct the date, or rename the file."
        )
    ]
    assert read_entry(front(BARE), "entries/stride.md", "", 9, 0)[1] == ()


def test_an_empty_front_matter_lacks_both_keys() -> None:
    entry, problems = read_entry(Mapping((), 2), PATH, "", 9, 0)
    assert entry is None
    assert told(problems) == [
        f"error {PATH}:2: title: 'title' is missing. Add 'title: …'.",
        f"error {PATH}:2: date: 'date' is missing. Add 'date: …'.",
    ]


def test_a_goal_has_everything_that_its_file_says() -> None:
    raw = front(
        {
            "title": "Threat modelling",
            "start": "2026-01-01",
            "due": "2026-12-31",
            "target": "20 hours",
            "area": "job",
            "role": "school",
            "outcome": "I can lead one",
            "measure": "Two models reviewed",
            "programme": "cpd23-2011",
            "order": "1.5",
            "tags": ["security"],
            "share": "mentor",
            "done": "2026-11-01",
            "reason": "none",
            "reviewed": "2026-06-01",
        }
    )
    goal, problems = read_goal(raw, GOAL_PATH, "- [ ] find a course\n", 20)
    assert problems == ()
    assert goal == Goal(
        id="threats",
        path=GOAL_PATH,
        title="Threat modelling",
        start=date(2026, 1, 1),
        due=date(2026, 12, 31),
        target=Target(Decimal(20), "hours"),
        area="job",
        role="school",
        outcome="I can lead one",
        measure="Two models reviewed",
        programme="cpd23-2011",
        order=Decimal("1.5"),
        tags=("security",),
        share=("mentor",),
        done=date(2026, 11, 1),
        reason="none",
        reviewed=date(2026, 6, 1),
        actions=(Task(1, "find a course", False, None, None, 20),),
    )


def test_a_goal_without_a_title_is_none() -> None:
    goal, problems = read_goal(front({"due": "31 dec"}), GOAL_PATH, "", 9)
    assert goal is None
    assert told(problems) == [
        f"error {GOAL_PATH}:2: due: '31 dec' is not a date. Write YYYY-MM-DD.",
        f"error {GOAL_PATH}:2: title: 'title' is missing. Add 'title: …'.",
    ]


def test_a_target_of_nothing_keeps_the_goal_out() -> None:
    goal, problems = goal_of({"target": "0 hours"})
    assert goal is None
    assert told(problems) == [
        (
            f"error {GOAL_PATH}:3: target: '0 hours' is reached before anything is done. "
            "Write a number and what it counts, such as '20 hours' or '6 entries'."
        )
    ]


def test_dates_of_a_goal_that_contradict_each_other_get_a_warning() -> None:
    goal, problems = goal_of(
        {
            "start": "2026-02-01",
            "due": "2026-01-31",
            "done": "2026-03-01",
            "dropped": "2026-03-02",
        }
    )
    assert goal is not None
    assert told(problems) == [
        (
            f"warning {GOAL_PATH}:4: due: 2026-01-31 is before the goal begins, 2026-02-01. "
            "Correct one of them."
        ),
        (
            f"warning {GOAL_PATH}:6: dropped: The goal is both done and dropped. "
            "Keep one of the two keys."
        ),
    ]


@given(FRONT, st.text(max_size=40))
def test_any_front_matter_is_a_value_or_an_error_and_never_an_exception(
    raw: Mapping, body: str
) -> None:
    for value, problems in (
        read_entry(raw, PATH, body, 9, 0),
        read_goal(raw, GOAL_PATH, body, 9),
    ):
        faulty = any(problem.severity == "error" for problem in problems)
        assert (value is None) == faulty
        assert all(problem.path and problem.line and problem.message for problem in problems)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"due": "2026-12-31", "body": "both"}, "due, body"),
        ("both", "this file"),
    ],
)
def test_what_two_machines_said_differently_is_named_until_it_is_settled(
    value: Typed, said: str
) -> None:
    raw = front({"title": "Chartership", "conflict": value})
    goal, problems = read_goal(raw, "goals/chartership.md", "", 5)
    assert goal is not None
    fault = f"conflict: Two machines did not say the same of: {said}."
    hint = "Choose, then type: cpdlog resolve chartership"
    assert told(problems) == [f"warning goals/chartership.md:3: {fault} {hint}"]
