from datetime import date

from cpdlog.model.origin import Origin
from cpdlog.model.skills import NOT_RELEVANT, Framework, Scale, Section, Snapshot
from cpdlog.model.skills_fields import read_framework, read_snapshot
from cpdlog.text.frontmatter import read_yaml
from cpdlog.text.ratings import framework_text, snapshot_text

OURS = Framework(
    "frameworks/ours.yaml",
    "ours",
    "What: we can do",
    Scale(0, 3, ((0, "nothing"), (3, "much"))),
    (Section("1", "Cataloguing", "Core", "Describe: index"), Section("C1", "Context")),
    Origin(owner="A library"),
)
RATED = Snapshot(
    "skills/2026-11-23-ours.yaml",
    "ours",
    date(2026, 11, 23),
    (("1", 3), ("C1", NOT_RELEVANT)),
    (("1", "Two years: fine"),),
    "law",
    target=True,
)


def test_ratings_are_read_as_they_were_written() -> None:
    text = snapshot_text(RATED)
    assert text == (
        "schema: cpdlog/skills@1\nframework: ours\ndate: 2026-11-23\nrole: law\ntarget: true\n"
        'ratings: {"1": 3, C1: not relevant}\ncomments: {"1": "Two years: fine"}\n'
    )
    tree, _ = read_yaml(text.encode(), RATED.path)
    assert read_snapshot(tree, RATED.path, {"ours": OURS}) == (RATED, ())


def test_ratings_say_no_more_than_they_have_to() -> None:
    found = Snapshot("", "ours", date(2026, 11, 23), (("1", 0),))
    assert snapshot_text(found) == (
        'schema: cpdlog/skills@1\nframework: ours\ndate: 2026-11-23\nratings: {"1": 0}\n'
    )


def test_a_framework_is_read_as_it_was_written() -> None:
    text = framework_text(OURS)
    tree, _ = read_yaml(text.encode(), OURS.path)
    assert read_framework(tree, OURS.path) == (OURS, ())
    bare = Framework("frameworks/x.yaml", "x", "X", Scale(1, 5), (Section("1", "One"),))
    assert framework_text(bare) == (
        "schema: cpdlog/framework@1\nid: x\ntitle: X\nscale: {min: 1, max: 5}\nsections:\n"
        '  - {id: "1", name: One}\n'
    )
