import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cpdlog.errors import UsageFault
from cpdlog.model.raw import Mapping, Raw, Scalar, Sequence
from cpdlog.text.compose import Plain, Value, document, flow, front, scalar
from cpdlog.text.frontmatter import read, read_yaml
from cpdlog.text.page import opened

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
MEANT = """y Yes NO on OFF true ~ null Null .inf -.INF .NaN 1:30 0:45 010 0x1F 0o17 1_000 1e3
    1.5 +12 -3
    2026-11-23 2026-02-30 <<  = - -- --- ... ? ! & * | > % @ ` ' " # : , [ ] { } a: :a a#b #a a-
    -a"""
LOOKALIKES = st.sampled_from(MEANT.split())
NEAR_YAML = st.lists(
    LOOKALIKES
    | st.sampled_from([" ", "\t", "\n", "\r\n", "\\", "é", "\u3000", "\x85", "23 Things"])
).map("".join)
TEXTS = ANY_TEXT | LOOKALIKES | NEAR_YAML
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


def as_typed(raw: Raw) -> object:
    """What a value says, without its places."""
    if isinstance(raw, Scalar):
        return raw.text
    if isinstance(raw, Sequence):
        return [as_typed(item) for item in raw.items]
    return {key.text: as_typed(value) for key, value in raw.pairs}


@pytest.mark.parametrize(
    "text",
    [
        "Stride, threat modelling [part 2]",
        "What's next?",
        "23 Things for Professional Development",
        "https://www.ed.ac.uk/reflection",
        "cpd23-2011#14",
        'I said "no" & left; 100% sure (twice) @home',
        "研修 第二回",
        "क्षत्रिय",
        "Größe – Maß…",
        "می\u200cخواهم",
        "C#",
    ],
)
def test_a_text_that_every_reader_takes_for_itself_has_no_quotes(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", '""'),
        ("no", '"no"'),
        ("NULL", '"NULL"'),
        ("1:30", '"1:30"'),
        ("2026-11-23", '"2026-11-23"'),
        ("1e3", '"1e3"'),
        ("Course: part 2", '"Course: part 2"'),
        ("Course:", '"Course:"'),
        ("Ward round #3", '"Ward round #3"'),
        ("- x", '"- x"'),
        ("[draft] x", '"[draft] x"'),
        ("@x", '"@x"'),
        ('"quoted" c:\\path', '"\\"quoted\\" c:\\\\path"'),
        (" padded ", '" padded "'),
        ("one\ntwo\r\nthree\tfour", '"one\\ntwo\\r\\nthree\\tfour"'),
        ("😀 👩‍💻", '"😀 👩‍💻"'),
        ("\x1b[31mred", '"\\x1b[31mred"'),
        ("abc\u202edef", '"abc\\u202edef"'),
        ("tag\U000e0041", '"tag\\U000e0041"'),
    ],
)
def test_other_texts_stand_in_quotes_and_what_nobody_sees_by_its_number(
    text: str, line: str
) -> None:
    assert scalar(text) == line


def test_inside_a_list_more_signs_need_quotes() -> None:
    assert flow(["a", "b, c", "nmc:participatory", "d [e]", "f?", Plain("1:30")]) == (
        '[a, "b, c", "nmc:participatory", "d [e]", "f?", 1:30]'
    )
    assert flow({"a": Plain("2"), "b-c": Plain("1.5")}) == "{a: 2, b-c: 1.5}"
    assert flow([]) == "[]"
    assert flow({}) == "{}"


def test_a_text_that_is_not_unicode_is_refused_in_a_sentence() -> None:
    with pytest.raises(UsageFault) as caught:
        scalar("caf\udce9")
    assert caught.value.message == r"The text 'caf\udce9' holds bytes that are not UTF-8."


def test_a_body_that_is_not_unicode_is_refused_and_quoted_in_part() -> None:
    with pytest.raises(UsageFault, match="holds bytes that are not UTF-8") as caught:
        document([("title", "Talk")], "caf\udce9 " + "words " * 1000)
    assert len(caught.value.message) < 120
    with pytest.raises(UsageFault, match="holds bytes that are not UTF-8"):
        opened(b"---\ntitle: Talk\n---\n", "entries/a.md").with_body("caf\udce9")


def test_a_document_is_front_matter_a_blank_line_and_the_body() -> None:
    evidence: list[Value] = [
        "evidence/2026/stride.pdf",
        {"url": "https://example.org/a?b=c", "title": "Slides"},
    ]
    pairs: list[tuple[str, Value]] = [
        ("title", "Stride: threat modelling"),
        ("date", Plain("2026-11-23")),
        ("hours", Plain("1h30")),
        ("goals", {"threats": Plain("2")}),
        ("tags", ["security", "cilip:criterion/1"]),
        ("evidence", evidence),
    ]
    assert document(pairs, "## What?\n") == (
        "---\n"
        'title: "Stride: threat modelling"\n'
        "date: 2026-11-23\n"
        "hours: 1h30\n"
        "goals: {threats: 2}\n"
        'tags: [security, "cilip:criterion/1"]\n'
        "evidence:\n"
        "  - evidence/2026/stride.pdf\n"
        '  - {url: "https://example.org/a?b=c", title: Slides}\n'
        "---\n"
        "\n"
        "## What?\n"
    )


def test_settings_have_a_role_on_each_line() -> None:
    roles: Value = {"law": {"title": "Law librarian", "from": Plain("2024-09-01")}}
    assert front([("name", "Ada"), ("roles", roles)]) == (
        "name: Ada\nroles:\n  law: {title: Law librarian, from: 2024-09-01}\n"
    )


def test_a_list_too_wide_for_a_line_has_its_items_on_lines_of_their_own() -> None:
    long = "evidence/2026/" + "x" * 50 + ".pdf"
    assert front([("evidence", [long, long])]) == f"evidence:\n  - {long}\n  - {long}\n"
    assert front([("k" * 120, [])]) == "k" * 120 + ": []\n"


@given(TEXTS)
def test_every_text_is_read_back_as_that_text_by_every_reader(text: str) -> None:
    line = f"k: {scalar(text)}\nl: [{scalar(text, in_flow=True)}]\n"
    assert yaml.safe_load(line) == {"k": text, "l": [text]}
    assert yaml.load(line, yaml.CSafeLoader) == {"k": text, "l": [text]}
    assert "\n" not in scalar(text)


@given(st.dictionaries(TEXTS, VALUES, min_size=1, max_size=5), st.text(max_size=40))
def test_every_document_is_read_back_as_it_was_meant(pairs: dict[str, Value], body: str) -> None:
    body = body.encode("utf-8", "ignore").decode().replace("\0", "")
    data = document(pairs.items(), body).encode()
    read_back = read(data, "entries/x.md")
    assert read_back.problems == ()
    assert isinstance(read_back.fields, Mapping)
    assert as_typed(read_back.fields) == pairs
    assert read_back.body == "\n" + body
    assert read_yaml(front(pairs.items()).encode(), "cpdlog.yaml")[1] == ()
