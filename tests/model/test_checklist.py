from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpdlog.model.checklist import Fault, tasks
from cpdlog.model.task import Task

BODY = """\
- [ ] make a screencast (due 2026-12-01)
* [x] enrol (due 2026-11-01, done 2026-10-30)
1. [X] ticked without a date

```
- [ ] code is no task
```
<!-- - [ ] nor is a comment
- [ ] on two lines -->
- [x]
- [y] no box
+ [ ] ask [the desk](https://example.org)
"""


def test_the_items_of_a_task_list_are_numbered_in_order_with_their_dates() -> None:
    found, faults = tasks(BODY, first_line=7)
    assert faults == ()
    assert found == (
        Task(1, "make a screencast", False, date(2026, 12, 1), None, 7),
        Task(2, "enrol", True, date(2026, 11, 1), date(2026, 10, 30), 8),
        Task(3, "ticked without a date", True, None, None, 9),
        Task(4, "ask [the desk](https://example.org)", False, None, None, 18),
    )


@pytest.mark.parametrize(
    ("brackets", "message"),
    [
        ("due 2026-02-30", "2026-02-30 in '(due 2026-02-30)' does not exist."),
        (
            "due tomorrow",
            "'(due tomorrow)' is not a date; write '(due YYYY-MM-DD)' or '(done YYYY-MM-DD)'.",
        ),
    ],
)
def test_a_date_that_no_calendar_has_is_told_with_its_line(brackets: str, message: str) -> None:
    found, faults = tasks(f"\n- [ ] enrol ({brackets})\n")
    assert [(task.text, task.due) for task in found] == [("enrol", None)]
    assert faults == (Fault(2, message),)


def test_a_tick_counts_from_its_day_on_and_one_without_a_day_always() -> None:
    dated = Task(1, "enrol", True, None, date(2026, 11, 10), 1)
    assert not dated.ticked_by(date(2026, 11, 9))
    assert dated.ticked_by(date(2026, 11, 10))
    assert dated._replace(done=None).ticked_by(date(2000, 1, 1))
    assert not dated._replace(ticked=False).ticked_by(date(2026, 12, 1))


@given(st.text(alphabet="-*[] x`~<>!\n(due2016)", max_size=200))
def test_no_text_is_too_odd_to_be_looked_through(body: str) -> None:
    found, _ = tasks(body)
    assert [task.number for task in found] == list(range(1, len(found) + 1))
