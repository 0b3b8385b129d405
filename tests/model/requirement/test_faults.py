"""Every fault that a file of rules can have: its line, its key, what is wrong, what to do."""

import pytest

from cpdlog.model import raw
from cpdlog.model.problem import Problem
from cpdlog.model.requirement.reading import check_definition, read_definition
from tests.model.requirement.definitions import HEAD, TOTAL, YEAR, read, told

PATH = "requirements/example.yaml"
KNOWN_IN_FILTERS = "Known: kind, tags, any_tags, not_tags, has, min_words, max_words."


def with_rule(keys: str) -> list[str]:
    """What is wrong with a rule, without its line and its name."""
    rule = f'{{id: one, text: "One", {keys}}}'
    lines = told(f"{HEAD}{YEAR}rules:\n  - {TOTAL}\n  - {rule}\n")
    return [line.removeprefix("13: rules.one.").removeprefix("13: ") for line in lines]


def with_keys(keys: str) -> list[str]:
    """What is wrong with a file that has these keys at line 10 and one good rule."""
    return [line.removeprefix("10: ") for line in told(f"{HEAD}{keys}rules: [{TOTAL}]\n")]


def with_head(old: str, new: str) -> list[str]:
    """What is wrong with a file whose first keys are changed."""
    assert old in HEAD
    return told(f"{HEAD.replace(old, new)}{YEAR}rules: [{TOTAL}]\n")


@pytest.mark.parametrize("value", [None, raw.Scalar("text", 1), raw.Sequence((), 1)])
def test_a_file_that_is_no_mapping_is_refused(value: raw.Raw | None) -> None:
    problem = Problem(
        PATH, 0, "", "The file is not a mapping.", "Begin it with 'schema: cpdlog/requirement@1'."
    )
    assert read_definition(value, PATH) == (None, (problem,))
    assert check_definition(value, PATH) == (problem,)


def test_what_is_required_is_missed_by_its_name() -> None:
    assert told("notes: none\n") == [
        f" {key}: This key is required."
        for key in (
            *("schema", "id", "body", "country", "title", "unit", "source", "confidence"),
            *("checked", "window", "rules"),
        )
    ]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("id: example", "id: other", "2: id: The file is named 'example'. Name it other.yaml."),
        (
            "country: GB",
            "country: England",
            "4: country: 'England' is not a country. Write its two letters (GB), or INT.",
        ),
        (
            "unit: hours",
            "unit: [hours]",
            "6: unit: A list or a mapping stands where one value belongs.",
        ),
        (
            "confidence: official}]",
            "confidence: secondary}]",
            "8: confidence: No source is official. Write secondary.",
        ),
        (
            "https://example.org/cpd",
            "www.example.org",
            (
                "7: source.1.url: 'www.example.org' is not an address. Write https://…, or a"
                " citation instead."
            ),
        ),
        (
            'url: "https://example.org/cpd", ',
            "",
            "7: source.1.url: A source needs a url or a citation.",
        ),
        (
            "confidence: official}]",
            "confidence: official, seen: dreamt}]",
            "7: source.1.seen: 'dreamt' is not known here. Known: live, stored-copy, quoted.",
        ),
        (
            "says:",
            "date: 2024-02-30, says:",
            "7: source.1.date: 2024-02-30 does not exist: February 2024 has 29 days.",
        ),
        (
            "checked: 2026-01-01",
            "checked: 01/02/2026",
            ("9: checked: '01/02/2026' can be read in two ways. Write 2026-02-01 or 2026-01-02."),
        ),
    ],
)
def test_faults_of_the_first_keys(old: str, new: str, fault: str) -> None:
    assert with_head(old, new) == [fault]


def test_sources_may_all_be_second_hand_if_the_file_says_so() -> None:
    second_hand = HEAD.replace("official", "secondary")
    assert told(f"{second_hand}{YEAR}rules: [{TOTAL}]\n") == []


@pytest.mark.parametrize(
    ("keys", "faults"),
    [
        (
            "window: {kind: calendar, length: P12M}\n",
            ["window.length: A calendar window is a year long. Write P1Y, or kind: cycle."],
        ),
        (
            "window: {kind: calendar, length: P1Y, anchor: 2024-01-01}\n",
            ["window.anchor: A calendar window has no anchor. Leave the key out."],
        ),
        (
            'window: {kind: calendar, length: P1Y, starts: "02-30"}\n',
            ["window.starts: '02-30' is not a day of the year. Write MM-DD, such as 04-01."],
        ),
        (
            "window: {kind: cycle, length: P3Y}\n",
            ["window.anchor: This key is required. Write a date, or a parameter's name."],
        ),
        (
            "window: {kind: cycle, length: P3Y, anchor: 2024-02-30}\n",
            ["window.anchor: 2024-02-30 does not exist: February 2024 has 29 days."],
        ),
        (
            "window: {kind: cycle, length: P3Y, anchor: cycle_start}\n",
            [
                (
                    "window.anchor: There is no parameter 'cycle_start' that is a date."
                    " Write it under params, with type: date."
                )
            ],
        ),
        (
            'window: {kind: rolling, length: P3Y, record_by: P31D, starts: "01-01"}\n',
            [
                "window.record_by: A rolling window has no record_by. Leave the key out.",
                "window.starts: A rolling window has no starts. Leave the key out.",
            ],
        ),
        (
            "window: {kind: rolling, length: P101Y}\n",
            ["window.length: 'P101Y' is longer than a hundred years."],
        ),
        (
            "window: P1Y\n",
            ["window: A mapping belongs here. Its keys: kind, length, starts, anchor, record_by."],
        ),
        (
            (
                "window: {kind: rolling, length: P1Y}\n"
                "carry: [{into: total, surplus_of: total, up_to: 5}]\n"
            ),
            ["11: carry: A rolling window has nothing to carry over. Leave the key out."],
        ),
    ],
)
def test_faults_of_windows(keys: str, faults: list[str]) -> None:
    assert with_keys(keys) == faults


@pytest.mark.parametrize(
    ("keys", "faults"),
    [
        (
            "params: {variant: {ask: Who?, type: choice}}\n",
            ["params.variant.values: A choice needs its values. Write values: [member, fellow]."],
        ),
        (
            "params: {variant: {ask: Who?, type: choice, values: [a, b], default: c}}\n",
            ["params.variant.default: 'c' is not known here. Known: a, b."],
        ),
        (
            "params: {variant: {ask: When?, type: date, values: [a]}}\n",
            [
                "params.variant.values: A date has no values. Leave the key out.",
                "params.variant: A variant is a choice. Write type: choice.",
            ],
        ),
        (
            (
                "params: {began: {ask: When?, type: date}, Grade: {ask: Who?, type: choice,"
                " values: [a]}}\n"
            ),
            [
                (
                    "params.Grade: 'Grade' is not a name. Write small letters, digits, hyphens"
                    " and underlines."
                ),
                (
                    "params.began: Nothing uses the answer. A date belongs to window.anchor, and"
                    " a choice is called variant."
                ),
                (
                    "params.Grade: Nothing uses the answer. A date belongs to window.anchor, and"
                    " a choice is called variant."
                ),
            ],
        ),
        (
            "params: {adjustments: {ask: When?, type: date}}\n",
            [
                (
                    "params.adjustments: The settings keep adjustments under that name."
                    " Find another."
                ),
                (
                    "params.adjustments: Nothing uses the answer. A date belongs to"
                    " window.anchor, and a choice is called variant."
                ),
            ],
        ),
        (
            "params: {variant: {type: text}}\n",
            [
                "params.variant.ask: This key is required.",
                "params.variant.type: 'text' is not known here. Known: date, choice.",
            ],
        ),
        (
            "params: {variant: yes}\n",
            ["params.variant: A mapping belongs here. Its keys: ask, type, values, default."],
        ),
        ("params: [variant]\n", ["params: A mapping belongs here. Write names with their values."]),
    ],
)
def test_faults_of_parameters(keys: str, faults: list[str]) -> None:
    assert with_keys(f"{keys}{YEAR}") == faults


@pytest.mark.parametrize(
    ("keys", "faults"),
    [
        (
            "counts_if: {haz: [outcome]}\n",
            ["counts_if.haz: There is no such key. Did you mean 'has'?"],
        ),
        (
            "counts_if: {has: outcome}\n",
            ["counts_if.has: A list belongs here. Write has: […]."],
        ),
        (
            "counts_if: {has: [outcome, certificate, [evidence]]}\n",
            [
                (
                    "counts_if.has.2: 'certificate' is not known here. Known: evidence, outcome,"
                    " partner, reflection."
                ),
                "counts_if.has.3: A list or a mapping stands where one value belongs.",
            ],
        ),
        (
            'counts_if: {tags: "a:b*", any_tags: ["a b"], not_tags: ["/*", "a:b"]}\n',
            [
                (
                    "counts_if.tags: 'a:b*' is not a tag or a pattern. Write 'body:category' or"
                    " 'body:code/*'."
                ),
                (
                    "counts_if.any_tags.1: 'a b' is not a tag or a pattern. Write 'body:category'"
                    " or 'body:code/*'."
                ),
                (
                    "counts_if.not_tags.1: '/*' is not a tag or a pattern. Write 'body:category' or"
                    " 'body:code/*'."
                ),
            ],
        ),
        (
            "counts_if: {min_words: 30, max_words: 20}\n",
            ["counts_if.max_words: It is below min_words, so that no entry would pass."],
        ),
        (
            "counts_if: {min_words: 1.5, max_words: -3}\n",
            [
                "counts_if.min_words: '1.5' is not a whole number.",
                "counts_if.max_words: '-3' is less than nothing. Write a number from 0.",
            ],
        ),
        (
            "caps: [{sum: weeks, up_to: 5, where: {}}, {}]\n",
            [
                "caps.2.where: This key is required.",
                "caps.2.sum: This key is required.",
                "caps.2.up_to: This key is required.",
                "caps.1.sum: 'weeks' is not known here. Known: hours, points.",
            ],
        ),
        (
            "caps: [{sum: hours, up_to: 0.01, where: {}}]\n",
            ["caps.1.up_to: 0.01 hours is not a whole number of minutes."],
        ),
        (
            "effective: {from: 2026-01-02, to: 2026-01-01}\n",
            ["effective.to: It is before from."],
        ),
        (
            "privacy: secret\njudge: It.\n",
            [
                (
                    "privacy: 'secret' is not known here. Known: general, health, legal, education,"
                    " social-care."
                ),
                "11: judge: A list belongs here. Write judge: […].",
            ],
        ),
    ],
)
def test_faults_of_the_other_keys(keys: str, faults: list[str]) -> None:
    assert with_keys(f"{keys}{YEAR}") == faults


@pytest.mark.parametrize(
    ("keys", "faults"),
    [
        ("min: 1", ["measure: This key is required."]),
        (
            "measure: hours, min: 1",
            ["measure: A mapping belongs here. Its keys: sum, count, distinct, max_gap_days."],
        ),
        (
            "measure: {summ: hours}, min: 1",
            ["measure: It names no measure. Did you mean 'sum'?"],
        ),
        (
            "measure: {}, min: 1",
            ["measure: It names no measure. Known: sum, count, distinct, max_gap_days."],
        ),
        (
            "measure: {sum: hours, count: entries}, min: 1",
            ["measure: There are two measures. Make a rule of each."],
        ),
        (
            "measure: {sum: hours, values: [a]}, min: 1",
            ["measure.values: There is no such key. Known: sum."],
        ),
        (
            "measure: {sum: days}, min: 1",
            ["measure.sum: 'days' is not known here. Known: hours, points."],
        ),
        (
            'measure: {distinct: "a:b", values: [x/y]}, min: 1',
            [
                "measure.distinct: 'a:b' is not the beginning of tags. Write 'body:category/'.",
                "measure.values.1: 'x/y' cannot stand in a tag. Write one word.",
            ],
        ),
        (
            "measure: {max_gap_days: 91}, max: 91",
            ["measure.max_gap_days: '91' is not known here. Known: true."],
        ),
        (
            "measure: {max_gap_days: true}, min: 3",
            ["min: A rule of max_gap_days has no min. Write max."],
        ),
        (
            "measure: {count: entries}, level: may, min: 1",
            ["level: 'may' is not known here. Known: must, should."],
        ),
        (
            "measure: {count: entries}",
            ["min: The rule has no limit. Write one of min, max, min_share, max_share."],
        ),
        (
            "measure: {count: entries}, min: 1.5",
            ["min: 1.5 entries is not a whole number of entries."],
        ),
        ("measure: {sum: hours}, min: 0.01", ["min: 0.01 hours is not a whole number of minutes."]),
        (
            "measure: {sum: hours}, min: 3, max: 2",
            ["max: It is below min, so that the rule could never hold."],
        ),
        (
            "measure: {sum: hours}, of: total, min_share: 0.5, max_share: 0.25",
            ["max_share: It is below min_share, so that the rule could never hold."],
        ),
        (
            "measure: {sum: hours}, of: total, min_share: 50",
            ["min_share: '50' is more than the whole. Write a half as 0.5."],
        ),
        (
            "measure: {sum: hours}, min_share: 0.5",
            ["of: A share needs the rule that is the whole. Write of: total."],
        ),
        (
            "measure: {sum: hours}, of: total, min: 1",
            ["of: There is no share of it. Write min_share or max_share."],
        ),
        (
            "measure: {sum: hours}, of: totel, min_share: 0.5",
            ["of: There is no rule 'totel'. Did you mean 'total'?"],
        ),
        (
            "measure: {sum: hours}, of: [total], min_share: 0.5",
            ["of: A list or a mapping stands where one value belongs."],
        ),
        (
            "measure: {sum: hours}, of: one, min_share: 0.5",
            ["of: 'one' cannot be the whole. Name a rule with the same measure."],
        ),
        (
            "measure: {sum: points}, of: total, min_share: 0.5",
            ["of: 'total' cannot be the whole. Name a rule with the same measure."],
        ),
        (
            "measure: {sum: hours}, of: total, min_share: 0.5, within: {each: P1Y}",
            ["within: A share is of the window. Leave the key out."],
        ),
        (
            "measure: {sum: hours}, min: 1, within: {each: P1Y, last: P3Y}",
            ["within: One key belongs here. Write one of each, any, last."],
        ),
        (
            "measure: {sum: hours}, min: 1, within: {every: P1Y}",
            [
                "within.every: There is no such key. Known: each, any, last.",
                "within: One key belongs here. Write one of each, any, last.",
            ],
        ),
        (
            "measure: {sum: hours}, min: 1, within: {any: P2Y}",
            ["within.any: It is longer than the window."],
        ),
        (
            'measure: {sum: hours}, min: 1, each: {prefix: "a:b", values: ["x y"]}',
            [
                "each.prefix: 'a:b' is not the beginning of tags. Write 'body:category/'.",
                "each.values.1: 'x y' cannot stand in a tag. Write one word.",
            ],
        ),
        (
            'measure: {sum: hours}, min: 1, each: {prefix: "a:b/", values: [x, y, X, y, x]}',
            [
                "each.values: 'x' stands there twice. Leave one out.",
                "each.values: 'y' stands there twice. Leave one out.",
            ],
        ),
        (
            "measure: {sum: hours}, min: 1, each: {values: [x]}",
            ["each.prefix: This key is required."],
        ),
        (
            "measure: {sum: hours}, min: 1, variants: {fellow: 30}",
            [
                (
                    "variants.fellow: Nobody is asked for the variant. Add a choice named variant"
                    " under params."
                )
            ],
        ),
        (
            "measure: {sum: hours}, max: 1, variants: {Fellow: x}",
            [
                "variants: They are floors of variants. Write min for all the others.",
                (
                    "variants.Fellow: 'Fellow' is not a name. Write small letters, digits, hyphens"
                    " and underlines."
                ),
                "variants.Fellow: 'x' is not a number. Write figures, such as 3 or 2.5.",
            ],
        ),
        (
            "measure: {count: entries}, where: {kind: plan, tag: x}, min: 1",
            ["where.tag: There is no such key. Did you mean 'tags'?"],
        ),
    ],
)
def test_faults_of_rules(keys: str, faults: list[str]) -> None:
    assert with_rule(keys) == faults


def test_the_variants_of_rules_are_among_the_answers() -> None:
    text = (
        f"{HEAD}{YEAR}params: {{variant: {{ask: Who?, type: choice, values: [member, fellow]}}}}\n"
        "rules:\n"
        '  - {id: one, text: "One", measure: {count: entries}, min: 1, variants: {felow: 2}}\n'
    )
    assert told(text) == [
        (
            "13: rules.one.variants.felow: 'felow' is not among the values of the choice."
            " Did you mean 'fellow'?"
        )
    ]


def test_a_faulty_choice_or_rule_is_told_once_and_not_wherever_it_is_named() -> None:
    text = (
        f"{HEAD}{YEAR}params: {{variant: {{ask: Who?, type: chioce}}}}\n"
        "carry: [{into: one, surplus_of: one, up_to: 5}]\n"
        "rules:\n"
        '  - {id: one, text: "One", measure: {sum: hour}, min: 1, variants: {fellow: 2}}\n'
        '  - {id: two, text: "Two", measure: {sum: hours}, of: one, min_share: 0.5}\n'
    )
    assert told(text) == [
        "11: params.variant.type: 'chioce' is not known here. Did you mean 'choice'?",
        "14: rules.one.measure.sum: 'hour' is not known here. Did you mean 'hours'?",
    ]


def test_the_whole_of_a_share_is_a_rule_of_the_window() -> None:
    text = (
        f"{HEAD}{YEAR}rules:\n"
        '  - {id: one, text: "One", measure: {sum: hours}, min: 1, within: {each: P6M}}\n'
        '  - {id: two, text: "Two", measure: {sum: hours}, of: one, min_share: 0.5}\n'
    )
    assert told(text) == [
        "13: rules.two.of: 'one' has each or within. Name a rule of the whole window."
    ]


@pytest.mark.parametrize(
    ("item", "faults"),
    [
        (
            "{into: totel, surplus_of: [total, points], up_to: 5}",
            [
                "14: carry.1.into: There is no rule 'totel'. Did you mean 'total'?",
                "14: carry.1.into: Hours and points cannot be carried into each other.",
            ],
        ),
        (
            "{into: count, surplus_of: spread, up_to: 5}",
            [
                (
                    "14: carry.1.into: 'count' cannot be carried over. It must be a sum with min,"
                    " and without each and within."
                ),
                (
                    "14: carry.1.surplus_of: 'spread' cannot be carried over. It must be a sum"
                    " with min, and without each and within."
                ),
            ],
        ),
        (
            "{into: capped, surplus_of: total, up_to: 0.01, earned_within_last: P0M}",
            [
                (
                    "14: carry.1.into: 'capped' cannot be carried over. It must be a sum with min,"
                    " and without each and within."
                ),
                "14: carry.1.up_to: 0.01 hours is not a whole number of minutes.",
                (
                    "14: carry.1.earned_within_last: 'P0M' is not a length of time. Write P3Y, P6M"
                    " or P31D."
                ),
            ],
        ),
        ("{into: total, up_to: 5}", ["14: carry.1.surplus_of: This key is required."]),
    ],
)
def test_faults_of_carry_over(item: str, faults: list[str]) -> None:
    text = (
        f"{HEAD}{YEAR}rules:\n"
        f"  - {TOTAL}\n"
        '  - {id: points, text: "Points", measure: {sum: points}, min: 1}\n'
        f"carry: [{item}]\n"
        "caps: []\n"
    )
    more = (
        '  - {id: count, text: "Count", measure: {count: entries}, min: 1}\n'
        '  - {id: spread, text: "S", measure: {sum: hours}, min: 1, within: {each: P6M}}\n'
        '  - {id: capped, text: "Capped", measure: {sum: hours}, max: 1}\n'
    )
    found = told(text.replace("carry:", f"{more}carry:").replace("caps: []\n", ""))
    assert [line.replace("17: ", "14: ") for line in found] == faults


def test_a_type_that_only_settings_may_know_is_a_warning() -> None:
    text = f"{HEAD}{YEAR}counts_if: {{kind: practise}}\nrules: [{TOTAL}]\n"
    found, problems = read(text)
    assert found is not None
    assert [(problem.severity, str(problem)) for problem in problems] == [
        (
            "warning",
            (
                "requirements/example.yaml:11: counts_if.kind: 'practise' is a type that not every"
                " journal knows. Did you mean 'practice'? Settings may add types."
            ),
        )
    ]
