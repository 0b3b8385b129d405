from cpdlog.model.period import Period
from cpdlog.model.record import Record
from cpdlog.model.requirement.definition import Definition
from cpdlog.model.settings import Settings, Use
from cpdlog.progress.in_use import (
    Standings,
    check_use,
    cycle,
    due,
    names_in_use,
    short,
    standing,
    standings,
    unmet,
    use_of,
)
from tests.model.requirement.definitions import HEAD, TOTAL, body, definition, rules
from tests.model.requirement.entries import day, did
from tests.progress.counting.asking import ask, lowered

TODAY = day("2026-11-23")
YEAR_AND_A_MONTH = "window: {kind: calendar, length: P1Y, record_by: P31D}\n"


def held(effective: str) -> Definition:
    """Rules of a calendar year, with the days on which they hold."""
    return definition(
        f"effective: {{{effective}}}\n{YEAR_AND_A_MONTH}rules:\n  - {TOTAL}\n", head=HEAD
    )


def used(*uses: Use) -> Settings:
    return Settings(requirements=uses)


def test_in_use_is_what_the_settings_name_and_then_what_else_the_journal_has() -> None:
    settings = used(Use("rics"), Use("cilip"))
    assert names_in_use(settings, ["nmc", "cilip", "acca"]) == ["rics", "cilip", "acca", "nmc"]
    assert use_of(settings, "rics") == Use("rics")
    assert use_of(settings, "acca") == Use("acca")


def test_where_a_member_stands_is_told_of_all_rules_in_use_in_their_order() -> None:
    record = Record(
        settings=used(Use("nmc", (("cycle_start", "2024-04-01"),))), entries=(did("11-01", "3"),)
    )
    found = standings([body("nmc"), body("cilip")], record, TODAY)
    assert [it.definition.id for it in found.reports] == ["nmc", "cilip"]
    assert [it.window is None for it in found.reports] == [False, False]
    assert found.resting == ()


def test_rules_that_do_not_hold_on_the_day_rest() -> None:
    ended, coming = held("to: 2025-12-31"), held("from: 2027-01-01")
    found = standings([ended, coming], Record(), TODAY)
    assert found == Standings(TODAY, (), (ended, coming))


def test_rules_that_ended_do_not_rest_while_their_last_window_can_be_written_down() -> None:
    found = standings([held("to: 2025-12-31")], Record(), day("2026-01-31"))
    assert [it.window and it.window.start for it in found.reports] == [day("2025-01-01")]
    assert standings([held("to: 2025-12-31")], Record(), day("2026-02-01")).reports == ()


def test_rolling_rules_that_ended_rest_at_once() -> None:
    window = "effective: {to: 2026-11-22}\nwindow: {kind: rolling, length: P1Y}\n"
    ended = definition(f"{window}rules:\n  - {TOTAL}\n", head=HEAD)
    assert standings([ended], Record(), TODAY).resting == (ended,)


def test_of_rules_that_ended_the_last_window_in_which_they_held_is_judged() -> None:
    record = Record(entries=(did("2025-06-01", "20"), did("2026-06-01", "1")))
    (report,) = standing(held("to: 2025-12-31"), record, TODAY)
    assert report.window
    assert report.window.last_day == day("2025-12-31")
    assert report.meets


def test_what_does_not_hold_is_sorted_by_its_word_and_then_by_its_day() -> None:
    first = '{id: a, text: "A", measure: {count: entries}, where: {kind: plan}, min: 1}'
    ended = '{id: b, text: "B", measure: {sum: hours}, within: {each: P6M}, min: 1}'
    advice = first.replace("id: a", "id: c, level: should")
    report = ask(rules(first, ended, advice), did("11-01", "2"))
    assert [it.rule.id for it in unmet(report)] == ["b", "a"]


def test_what_may_be_written_down_later_is_to_be_done_by_the_end_of_the_window() -> None:
    late = rules(TOTAL, window=YEAR_AND_A_MONTH)
    before, after = ask(late), ask(late, as_of="2027-01-05", on="2026-06-01")
    assert due(before, before.rules[0].worst) == day("2026-12-31")
    assert due(after, after.rules[0].worst) == day("2027-01-31")
    rolling = ask(body("cilip"))
    assert due(rolling, rolling.rules[0].worst) is None


def test_short_is_what_is_missed_and_not_what_is_still_open() -> None:
    record = Record(entries=(did("11-01", "3"),))
    year, rolling = rules(TOTAL), body("cilip")
    found = standings([year, rolling], record, TODAY)
    assert [it.definition.id for it in short(found.reports)] == ["cilip"]
    assert [it.definition.id for it in short(standing(year, record, day("2027-01-01")))] == []


def test_a_cycle_is_the_turn_of_the_rules_in_which_a_day_lies() -> None:
    settings = used(Use("nmc", (("cycle_start", "2024-04-01"),)))
    turn = cycle(body("nmc"), settings)
    assert turn
    assert turn(TODAY) == Period(day("2024-04-01"), day("2027-03-31"), "2024-04-01..2027-03-31")
    assert turn(day("2024-03-31")).first == day("2021-04-01")
    assert cycle(body("nmc"), used()) is None
    assert cycle(body("cilip"), settings) is None


def test_what_the_settings_say_is_held_against_the_rules() -> None:
    settings = used(
        Use("nmc", (("variant", "triple"), ("grade", "x")), (lowered("nothing", "5"),)),
        Use("lost"),
        Use("acca", (), (lowered("nothing", "5", "2026-01-01"),)),
    )
    found = check_use(settings, {"nmc": body("nmc"), "acca": body("acca")}, "cpdlog.yaml")
    assert [str(it) for it in found] == [
        (
            "cpdlog.yaml: requirements.nmc: 'variant' asks for something else, or is asked by "
            "nobody. See: cpdlog requirement show nmc"
        ),
        (
            "cpdlog.yaml: requirements.nmc: 'grade' asks for something else, or is asked by "
            "nobody. See: cpdlog requirement show nmc"
        ),
        (
            "cpdlog.yaml: requirements.nmc: 'cycle_start' has no answer, so that nothing can be "
            "judged. Answer it: cpdlog requirement use nmc"
        ),
        (
            "cpdlog.yaml: requirements.acca: The adjustment of 'nothing' fits no rule or window. "
            "An adjustment needs a rule with min, and its window's first day."
        ),
    ]
