from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from tests.views.fiction import many, write
from vedette.records import Account, DatePrecision, EventType
from vedette.views.chronology import in_order
from vedette.views.report.calendar import Unit, choose_unit, choose_window, columns_between, start_of
from vedette.views.report.groups import group_of
from vedette.views.report.timeline import Story, draw_timeline


def dated(*days: tuple[str, str]) -> list[Account]:
    text = "".join(f"Shot {number:05d} was fired. " for number in range(len(days)))
    writer = write(text, "days.txt")
    for number, (first, last) in enumerate(days):
        words = f"{number:05d}"
        value = writer.date(words, dt.date.fromisoformat(first), dt.date.fromisoformat(last), DatePrecision.RANGE)
        writer.tell(EventType.ASSAULT, "firearms", "fired", value, n=number)
    return [writer.account()]


def drawn(*days: tuple[str, str]) -> Story:
    story = draw_timeline(in_order(dated(*days)))
    assert story is not None
    return story


@pytest.mark.parametrize(
    ("last", "unit"),
    [("2024-01-20", Unit.DAY), ("2024-06-01", Unit.WEEK), ("2027-01-01", Unit.MONTH), ("2054-01-01", Unit.YEAR)],
)
def test_columns_are_as_fine_as_the_time_allows(last: str, unit: Unit) -> None:
    assert choose_unit(dt.date(2024, 1, 1), dt.date.fromisoformat(last)) is unit


@pytest.mark.parametrize("unit", list(Unit))
def test_columns_follow_one_another_without_gap_or_overlap(unit: Unit) -> None:
    first, last = dt.date(2019, 11, 13), dt.date(2021, 3, 2)
    columns = columns_between(unit, first, last)
    assert columns[0] <= first
    assert columns[-1] <= last
    assert columns == sorted(set(columns))
    assert {start_of(unit, first + dt.timedelta(days=day)) for day in range((last - first).days + 1)} == set(columns)


def test_the_end_of_the_calendar_does_not_break_the_columns() -> None:
    for unit in Unit:
        assert columns_between(unit, dt.date(9999, 12, 1), dt.date.max)[-1] <= dt.date.max
        assert columns_between(unit, dt.date.min, dt.date(1, 1, 20))[0] == dt.date.min


def test_every_event_is_counted_once_in_a_column_a_lane_or_a_note() -> None:
    story = drawn(
        ("2024-10-03", "2024-10-03"),
        ("2024-10-03", "2024-10-03"),
        ("2024-10-20", "2024-10-20"),
        ("2024-10-01", "2024-10-31"),
        ("1998-01-01", "1998-12-31"),
    )
    assert sum(count for _, _, count in story.rows) == 3
    assert [lane.text for lane in story.wide.lanes] == ["Oct 2024 · 1 event"]
    assert story.notes == ("1 event earlier than this",)


def test_an_event_known_to_the_year_stands_in_no_month() -> None:
    story = drawn(("2023-02-03", "2023-02-03"), ("2024-10-03", "2024-10-03"), ("2024-01-01", "2024-12-31"))
    assert story.unit == "month"
    assert sum(count for _, _, count in story.rows) == 2
    assert [lane.text for lane in story.wide.lanes] == ["2024 · 1 event"]


def test_where_only_years_are_known_columns_are_years() -> None:
    story = drawn(("2019-01-01", "2019-12-31"), ("2021-01-01", "2021-12-31"))
    assert story.unit == "year"
    assert [(name, count) for name, _, count in story.rows] == [("2019", 1), ("2021", 1)]


def test_a_few_far_off_days_do_not_squeeze_the_rest() -> None:
    days = [("2024-10-01", "2024-10-01")] * 15 + [("2024-12-05", "2024-12-05")] * 15 + [("1947-08-14", "1947-08-14")]
    story = drawn(*days)
    assert story.unit == "week"
    assert story.notes == ("1 event earlier than this",)


def test_a_day_at_either_end_of_time_neither_crashes_nor_makes_a_million_columns() -> None:
    story = drawn(("0001-01-01", "0001-01-01"), ("2024-10-03", "2024-10-03"), ("9999-12-31", "9999-12-31"))
    assert len(story.rows) <= 3
    for day in ("0001-01-01", "9999-12-31"):
        assert len(drawn((day, day)).rows) == 1


def test_a_single_day_is_a_slim_column_on_a_stretch_of_days() -> None:
    story = drawn(("2024-10-03", "2024-10-03"))
    assert story.unit == "day"
    assert story.wide.columns[0].width < 100
    assert len(story.wide.across) > 5


def test_labels_of_the_axis_do_not_touch() -> None:
    story = draw_timeline(in_order(many(40, 10)))
    assert story is not None
    for drawing in (story.wide, story.narrow):
        ticks = drawing.across
        assert len(ticks) >= 3
        assert any(tick.text == "Jan 2022" for tick in ticks)
        assert all(after.at - before.at > 25 for before, after in pairwise(ticks))


def test_without_a_date_there_is_no_timeline() -> None:
    assert draw_timeline([]) is None


@pytest.mark.parametrize(
    ("first", "last", "title"),
    [
        ("2024-10-03", "2024-10-03", "October 2024"),
        ("2024-10-28", "2024-11-03", "October 2024"),
        ("2024-01-01", "2024-12-31", "2024, month not certain"),
        ("2019-01-01", "2024-12-31", "Between 2019 and 2024"),
    ],
)
def test_events_stand_under_the_heading_that_their_date_allows(first: str, last: str, title: str) -> None:
    assert group_of((dt.date.fromisoformat(first), dt.date.fromisoformat(last))).title == title


def test_the_window_holds_all_days_where_they_lie_together() -> None:
    days = [dt.date(2024, 1, 1) + dt.timedelta(days=7 * each) for each in range(40)]
    assert choose_window(days) == (days[0], days[-1])
