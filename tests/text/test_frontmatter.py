import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpdlog.model.problem import Problem
from cpdlog.model.raw import Mapping, Scalar, Sequence
from cpdlog.text import builder, nodes
from cpdlog.text.frontmatter import Document, read, read_body, read_yaml, reads_quickly

PATH = "x.md"
AS_TEXT = "If it is meant as text, put the whole value in quotes."
FENCES = "Begin the file with '---', then lines like 'title: …', then '---' again."
UNCLOSED = "The front matter is opened here and never closed."
CLOSE = "Put a line '---' after the last of its keys."
UNCLOSED_LIST = "The list that begins here is not closed, or has a comma too many or too few."
LIST = "Write it as [one, two], with quotes around an item that has signs in it."


def told(data: bytes) -> list[str]:
    """What is said of a file."""
    return [str(problem) for problem in read(data, PATH).problems]


def with_front(front: str) -> bytes:
    return f"---\n{front}---\n\nBody\n".encode()


def fields(front: str) -> Mapping | None:
    return read(with_front(front), PATH).fields


def test_a_file_is_read_with_the_line_of_each_value() -> None:
    data = (
        b"---\n"
        b"title: Stride\n"
        b"hours: '1:30'   # with travel\n"
        b"\n"
        b"goals: {threats: 2}\n"
        b"tags:\n"
        b"  - no\n"
        b"---\n"
        b"\n"
        b"  ## What?\n"
        b"---\n"
        b"More  \n\n"
    )
    assert read(data, PATH) == Document(
        path=PATH,
        text=data.decode(),
        bom=False,
        fields=Mapping(
            (
                (Scalar("title", 2), Scalar("Stride", 2)),
                (Scalar("hours", 3), Scalar("1:30", 3, plain=False)),
                (Scalar("goals", 5), Mapping(((Scalar("threats", 5), Scalar("2", 5)),), 5)),
                (Scalar("tags", 6), Sequence((Scalar("no", 7),), 7)),
            ),
            2,
        ),
        body="\n  ## What?\n---\nMore  \n\n",
        body_line=9,
        problems=(),
        front=data.decode()[4 : data.index(b"---\n\n")],
        front_start=4,
    )


@pytest.mark.parametrize("value", ["1:30", "010", "yes", "2026-02-30", "0x_", "~", ".nan", "<<"])
def test_every_value_stays_as_it_was_typed(value: str) -> None:
    found = fields(f"hours: {value}\n")
    assert found == Mapping(((Scalar("hours", 2), Scalar(value, 2)),), 2)


@pytest.mark.parametrize("key", ["content", "handler", "self", "on", "1", "null"])
def test_any_word_may_be_a_key(key: str) -> None:
    assert fields(f"{key}: x\n") == Mapping(((Scalar(key, 2), Scalar("x", 2)),), 2)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("close", [b"---", b"...", b"--- \t"])
def test_marks_line_ends_and_blanks_at_the_fences_do_not_matter(
    mark: bytes, end: bytes, close: bytes
) -> None:
    data = mark + end.join([b" ", b"", b"---  ", b"title: x", close, b" body", b""])
    document = read(data, PATH)
    assert document.problems == ()
    assert document.bom == bool(mark)
    assert document.fields == Mapping(((Scalar("title", 4), Scalar("x", 4)),), 4)
    assert document.body == f" body{end.decode()}"
    assert document.body_line == 6


def test_front_matter_may_end_the_file() -> None:
    document = read(b"---\ntitle: x\n---", PATH)
    assert (document.body, document.body_line, document.problems) == ("", 3, ())


@pytest.mark.parametrize(
    ("data", "line", "message", "hint"),
    [
        (b"", 0, "The file is empty.", "Write it anew, or remove it."),
        (b"\xef\xbb\xbf\r\n \n", 0, "The file is empty.", "Write it anew, or remove it."),
        (b"Prose\n---\nmore\n---\n", 1, "The file has no front matter.", FENCES),
        (b"----\ntitle: x\n----\n", 1, "The file has no front matter.", FENCES),
        (b"---\rtitle: x\r---\r", 1, "The file has no front matter.", FENCES),
        (b"\n---\ntitle: x\n\nBody --- here\n----\n", 2, UNCLOSED, CLOSE),
        (b"---", 1, UNCLOSED, CLOSE),
        (
            "---\ntitle: x\n---\n".encode("utf-16"),
            0,
            "The file is in UTF-16, and not in UTF-8.",
            "Save it as UTF-8 in your editor.",
        ),
        (
            b"---\ntitle: x\n\0\0---\n",
            3,
            "The file holds NUL bytes, as after a power cut, or in UTF-16.",
            "Restore it from a backup or from git, or save it as UTF-8.",
        ),
        (
            b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12\n",
            1,
            "The file is only a Git LFS pointer; its text has not been fetched.",
            "Run 'git lfs pull'.",
        ),
        (
            b"---\ntitle: x\n---\n" + b"x" * (16 * 1024 * 1024),
            0,
            "The file is larger than 16 MiB, too large for a text.",
            "",
        ),
    ],
)
def test_a_file_without_front_matter_is_a_problem_and_not_an_empty_entry(
    data: bytes, line: int, message: str, hint: str
) -> None:
    document = read(data, PATH)
    assert document.problems == (Problem(PATH, line, "", message, hint),)
    assert document.fields is None
    assert document.body == ""


@pytest.mark.parametrize(
    ("front", "message"),
    [
        ("", "The front matter is empty."),
        ("# only a comment\n", "The front matter is empty."),
        ("{}\n", "The front matter has no keys."),
        ("- a\n- b\n", "The front matter has no keys."),
        ("Just a sentence.\n", "The front matter has no keys."),
    ],
)
def test_front_matter_without_keys_is_a_problem(front: str, message: str) -> None:
    problem = Problem(PATH, 2, "", message, "Write its lines as 'key: value'.")
    assert read(with_front(front), PATH).problems == (problem,)


@pytest.mark.parametrize(
    ("front", "place", "message", "hint"),
    [
        (
            "title: Course: part 2\n",
            "2: title",
            "A value with ': ' in it needs quotes.",
            'Put it in quotes: title: "Course: part 2"',
        ),
        (
            "a: 1\n b: 2\n",
            "3: b",
            "The line does not follow from the one before.",
            "Write 'key: value' from the beginning of the line.",
        ),
        (
            "title:no space\ndate: 2026-11-23\n",
            "2: title",
            "A blank is missing after 'title:'.",
            "Write title: no space",
        ),
        (
            "title: x\ndate:2026-11-23 \n# when\n\nhours: 2\n",
            "3: date",
            "A blank is missing after 'date:'.",
            "Write date: 2026-11-23",
        ),
        (
            "http://example.org\ndate: 2026-11-23\n",
            "3: date",
            "The line does not follow from the one before.",
            "Write 'key: value' from the beginning of the line.",
        ),
        (
            "# mine\n title: x\n hours: 2\ndate: 2026-11-23\n",
            "3",
            "The first key is indented.",
            "Begin each key at the start of its line.",
        ),
        (
            "title: x\nhours\n",
            "3",
            "The line is not 'key: value'.",
            "Write it so, or indent it to go on with the value above.",
        ),
        (
            "title: @x\n",
            "2: title",
            "A value that begins with '@' needs quotes.",
            'Put it in quotes: title: "@x"',
        ),
        (
            "- *a*\n",
            "2",
            "A value that begins with '*' needs quotes.",
            'Put it in quotes: "*a*"',
        ),
        ("title: x\ntags: [a, b\ndate: 2026-11-23\n", "3: tags", UNCLOSED_LIST, LIST),
        ("goals: {a\n", "2: goals", UNCLOSED_LIST, LIST),
        ("tags: [a,, b]\n", "2: tags", UNCLOSED_LIST, LIST),
        (
            'title: "x\ndate: 2026-11-23\n',
            "2: title",
            "The quote that opens here is never closed.",
            "Close it at the end of the value.",
        ),
        (
            "title: 'it's'\n",
            "2: title",
            "There is text after the closing quote.",
            'Put the whole value in double quotes, and write \\" for a quote inside.',
        ),
        (
            'title: "c:\\path"\n',
            "2: title",
            "A '\\' in double quotes has a meaning of its own.",
            "Write '\\\\', or use single quotes.",
        ),
        ("title:\tx\n", "2", "A tab stands where blanks belong.", "Use blanks."),
        (
            "tags:\n  - a\n - b\n",
            "4",
            "The line is indented otherwise than its neighbours.",
            "Begin each key at the start of its line, and indent the items of a list alike.",
        ),
        ("a: &x 1\n", "2", "'&x' gives the value a name.", AS_TEXT),
        ("a: &x [1]\n", "2", "'&x' gives the value a name.", AS_TEXT),
        ("a: *x\n", "2", "'*x' stands for a value given elsewhere.", AS_TEXT),
        ("a: !!python/name:os 1\n", "2", "'!!python/name:os' is a YAML tag.", AS_TEXT),
        ("a: !x {b: 1}\n", "2", "'!x' is a YAML tag.", AS_TEXT),
        (f"a: {'[' * 20}{']' * 20}\n", "2", "Lists are nested more than 20 deep.", ""),
        ("a: " + "[" * 5000 + "\n", "2: a", "Lists are nested more than 20 deep.", ""),
        ("a:\n" + "- " * 5000 + "x\n", "3", "Lists are nested more than 20 deep.", ""),
        (
            "a: 1\n--- # and\nb: 2\n",
            "3",
            "A second YAML document begins here.",
            "Remove the line '---'.",
        ),
        (
            "%YAML 1.2\na: 1\n",
            "3",
            "It cannot be read as YAML: did not find expected <document start>.",
            "",
        ),
        (
            f"%YAML 1.{'9' * 5000}\n#\t\n",
            "2",
            "It cannot be read as YAML.",
            "Write it more simply.",
        ),
        (f"a: [{'b, ' * 10_000}]\n", "2", "It holds more than 10,000 keys and values.", ""),
        (
            "x" * 70_000 + "\n",
            "2",
            "The front matter is larger than 64 KiB.",
            "Keep long texts in a body.",
        ),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence_with_its_line(
    front: str, place: str, message: str, hint: str
) -> None:
    data = with_front(front)
    assert told(data) == [f"x.md:{place}: {message} {hint}".strip()]
    assert read(data, PATH).fields is None
    assert read(data, PATH).body == "\nBody\n"


def test_every_key_that_is_not_yaml_is_told_and_not_only_the_first() -> None:
    front = 'title: C: x\ndate: 2026-11-23\ntags: [a, b\nhours: "1\noutcome: `x`\n'
    assert [said.partition(". ")[0] for said in told(with_front(front))] == [
        "x.md:2: title: A value with ': ' in it needs quotes",
        f"x.md:4: tags: {UNCLOSED_LIST}"[:-1],
        "x.md:5: hours: The quote that opens here is never closed",
        "x.md:6: outcome: A value that begins with '`' needs quotes",
    ]


def test_of_very_many_keys_only_the_first_fault_is_told() -> None:
    front = "".join(f"k{number}: 1\n" for number in range(300)) + "a: @\nb: @\n"
    assert [problem.line for problem in read(with_front(front), PATH).problems] == [302]


def test_a_key_given_twice_is_a_problem_wherever_it_stands() -> None:
    front = "goals: {a: 1, a: 2}\ntitle: x\ngoals: [b]\n"
    assert told(with_front(front)) == [
        "x.md:2: a: The key is there twice: on line 2 and here. Keep one of them.",
        "x.md:4: goals: The key is there twice: on line 2 and here. Keep one of them.",
    ]
    goals = Mapping(((Scalar("a", 2), Scalar("1", 2)),), 2)
    assert fields(front) == Mapping(
        ((Scalar("goals", 2), goals), (Scalar("title", 3), Scalar("x", 3))), 2
    )


def test_keys_that_are_no_words_are_problems_and_left_out() -> None:
    front = "[a]: 1\n? {b: 2}\n: 3\n<<: {c: 4}\n'<<': kept\n"
    assert told(with_front(front)) == [
        f"x.md:2: A key is a list or a mapping, and not a word. {AS_TEXT}",
        f"x.md:3: A key is a list or a mapping, and not a word. {AS_TEXT}",
        "x.md:5: '<<' merges keys in YAML, and is not read here. Write the keys themselves.",
    ]
    kept = (Scalar("<<", 6, plain=False), Scalar("kept", 6))
    assert fields(front) == Mapping((kept,), 2)


@pytest.mark.parametrize(
    ("char", "shown"),
    [
        ("\x1b", "\\x1b"),
        ("\x0b", "\\x0b"),
        ("\x7f", "\\x7f"),
        ("\x85", "\\x85"),
        ("\x9b", "\\x9b"),
        ("\u2028", "\\u2028"),
        ("\u2029", "\\u2029"),
        ("\ufeff", "\\ufeff"),
        ("\ufffe", "\\ufffe"),
        ("\r", "\\r"),
    ],
)
def test_a_control_character_is_told_with_its_line_and_the_rest_is_read(
    char: str, shown: str
) -> None:
    front = f"title: a{char}b\ndate: x\n"
    assert told(with_front(front)) == [
        f"x.md:2: The line holds a control character, {shown}. Delete it, or type the line again."
    ]
    assert fields(front) == Mapping(
        ((Scalar("title", 2), Scalar("a\ufffdb", 2)), (Scalar("date", 3), Scalar("x", 3))), 2
    )


def test_a_body_may_hold_any_character() -> None:
    assert told("---\ntitle: x\n---\n\x1b \x85 \u2028\ufeff\r\n".encode()) == []


def test_of_one_kind_of_fault_the_first_twenty_lines_are_told() -> None:
    assert len(told(with_front("title: x\n" + "# \x1b\n" * 50))) == 20
    assert len(told(b"---\ntitle: x\n---\n" + b"\xff\n" * 50)) == 20


def test_each_line_that_is_not_utf_8_is_told_and_the_rest_is_read() -> None:
    data = b"\xef\xbb\xbf---\ntitle: caf\xe9\ndate: [a\n---\nna\xefve \xc3\xa9\n"
    assert told(data) == [
        "x.md:2: This line is not UTF-8. Save the file as UTF-8 in your editor.",
        "x.md:5: This line is not UTF-8. Save the file as UTF-8 in your editor.",
        f"x.md:3: date: {UNCLOSED_LIST} {LIST}",
    ]


def test_a_number_sign_that_cuts_a_sentence_short_is_a_warning() -> None:
    front = "title: Ward round #3\nhours: 2 # with travel\noutcome: 'C #'\n# title: x #3\n"
    assert read(with_front(front), PATH).problems == (
        Problem(
            PATH,
            2,
            "title",
            "' #' begins a comment, which is no part of the title.",
            'If it is meant as text: title: "Ward round #3"',
            "warning",
        ),
    )


CONFLICT = "<<<<<<< HEAD\ngoals: [a]\n||||||| base\n=======\r\ngoals: [b]\n>>>>>>> theirs\n"


def test_an_unfinished_merge_is_told_before_anything_else() -> None:
    hint = "Keep what is right, and remove the lines of '<<<<<<<', '=======' and '>>>>>>>'."
    merge = f"x.md:3: An unfinished merge, lines 3 to 8. {hint}"
    assert told(f"---\ntitle: C: x\n{CONFLICT}---\n".encode()) == [merge]
    assert told(f"---\ntitle: x\n{CONFLICT}".encode()) == [merge]
    assert told(f"---\nx: y\n---\n{CONFLICT}text\n{CONFLICT}".encode()) == [
        f"x.md:4: An unfinished merge, lines 4 to 9. {hint}",
        f"x.md:11: An unfinished merge, lines 11 to 16. {hint}",
    ]
    assert read_yaml(f"a: 1\nb: 2\n{CONFLICT}".encode(), PATH) == (
        None,
        (Problem(PATH, 3, "", "An unfinished merge, lines 3 to 8.", hint),),
    )


@pytest.mark.parametrize(
    "body",
    [
        f"```\n{CONFLICT}```\n",
        "<<<<<<< is how it begins\n",
        "Heading\n=======\n>>>>>>> quoted\n<<<<<<< HEAD\n",
        "<<<<<<<< eight\n=======\n>>>>>>> x\n",
        "<<<<<<< a\n>>>>>>> b\n=======\n",
    ],
)
def test_what_only_looks_like_a_merge_is_text(body: str) -> None:
    assert told(f"---\ntitle: x\n---\n{body}".encode()) == []


def test_a_plain_yaml_file_is_read_by_the_same_rules() -> None:
    data = b"\xef\xbb\xbf--- \r\nname: Ada\r\nyear_starts: 09-01\r\n...\r\n"
    assert read_yaml(data, "cpdlog.yaml") == (
        Mapping(
            ((Scalar("name", 2), Scalar("Ada", 2)), (Scalar("year_starts", 3), Scalar("09-01", 3))),
            2,
        ),
        (),
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "c.yaml: The file is empty. Write it anew, or remove it."),
        (b"# nothing\n", "c.yaml:1: The file is empty. Write its lines as 'key: value'."),
        (b"- a\n", "c.yaml:1: The file has no keys. Write its lines as 'key: value'."),
        (
            b"a: 1\n--- \nb: 2\n",
            "c.yaml:2: A second YAML document begins here. Remove the line '---'.",
        ),
        (b"a: \xff\n", "c.yaml:1: This line is not UTF-8. Save the file as UTF-8 in your editor."),
    ],
)
def test_faults_of_a_plain_yaml_file_are_told(data: bytes, said: str) -> None:
    assert [str(problem) for problem in read_yaml(data, "c.yaml")[1]] == [said]


def test_nothing_dear_is_imported_before_a_file_is_read() -> None:
    code = (
        "import sys, cpdlog.text.edit, cpdlog.text.frontmatter, cpdlog.text.template;"
        "print({'yaml', 'frontmatter'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


PIECES = st.sampled_from(
    "--- ... title: goals: - ? : , [ ] { } & * ! | > ' \" # % @ ` << <<<<<<< ======= >>>>>>> \\x1b "
    "\\u2028 \\ufeff a 1:30 é 😀 &a *a !!int !a \\\\ ~".encode()
    .decode("unicode_escape")
    .split(" ")
) | st.sampled_from([" ", "\n", "\r\n", "\t", "\n---\n", "\n  ", ": ", "---\n"])
NEARLY = st.lists(PIECES, max_size=60).map("".join)


@given(st.binary(max_size=200) | NEARLY.map(str.encode) | NEARLY.map(with_front))
@settings(max_examples=500)
def test_reading_never_fails_whatever_the_bytes(data: bytes) -> None:
    document = read(data, PATH)
    lines = data.count(b"\n") + 1
    assert all(0 <= problem.line <= lines for problem in document.problems)
    assert all(problem.message.endswith(".") for problem in document.problems)
    assert document.fields is not None or document.problems
    assert document.text.endswith(document.body)
    found, problems = read_yaml(data, PATH)
    assert found is not None or problems


@given(NEARLY)
@settings(max_examples=300)
def test_every_computer_reads_the_same_with_libyaml_and_without(front: str) -> None:
    front = front.replace("?", "")  # a key without a value, whose line the two see differently
    quick = nodes.fields(front, 1, PATH, "file")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(builder, "QUICK", builder.PURE)
        pure = nodes.fields(front, 1, PATH, "file")
    if quick.mapping is not None and pure.mapping is not None:
        assert quick.mapping == pure.mapping


@pytest.mark.parametrize(
    "front",
    [
        "a: " + "[" * 60_000,
        "a: " + "{" * 60_000,
        "- " * 30_000,
        "? " * 30_000,
        "a: b\n" * 13_000,
        "a:\n" * 20_000 + " @\n",
        "a: '" + " \n" * 30_000,
        "&a " * 20_000,
        "x " * 30_000 + ": #",
        "\t" * 60_000,
        "title: " + " " * 60_000 + "#",
        "<<<<<<< \n" * 7_000,
        "\x1b\n" * 30_000,
        "a: [" + "b, " * 20_000 + "]",
        "".join(f"{' ' * depth}a:\n" for depth in range(300)),
    ],
)
def test_no_front_matter_takes_long(front: str) -> None:
    start = time.process_time()
    read(with_front(front + "\n"), PATH)
    assert time.process_time() - start < 2


def test_it_is_known_whether_reading_is_quick() -> None:
    import yaml

    assert reads_quickly() is hasattr(yaml, "CBaseLoader")


@pytest.mark.parametrize(
    ("data", "body"),
    [(b"---\ntitle: A\n---\n\nWords\n", "\nWords\n"), (b"---\ntitle: never closed\n", "")],
)
def test_the_body_alone_is_had_without_looking_at_the_rest(data: bytes, body: str) -> None:
    assert read_body(data, "entries/a.md") == body
