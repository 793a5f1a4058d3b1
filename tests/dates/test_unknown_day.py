"""Documents whose own day nobody states."""

from __future__ import annotations

import datetime as dt

from tests.dates.helpers import days_of, value_of
from vedette.dates import resolve_dates
from vedette.records import DateKnown, Document, Published, Span


def test_an_unknown_anchor_gives_a_relation_and_no_date() -> None:
    value = value_of("Gunmen killed two people two days ago.", "two days ago")

    assert value.from_ is None
    assert value.to is None
    assert value.relation == "2 days before the report"


def test_yesterday_is_not_the_day_before_today() -> None:
    assert days_of(value_of("Gunmen killed two people yesterday.", "yesterday")) == ""


def test_a_dateline_gives_the_day_with_its_words() -> None:
    text = "ALGIERS, 27 August 1997 (Agency) - Villagers were killed overnight, officers said on Wednesday."
    value = value_of(text, "overnight")

    assert days_of(value) == "1997-08-26..1997-08-27"
    assert value.basis == "inferred"
    assert [span.text for span in value.spans] == ["overnight", "27 August 1997"]
    assert days_of(value_of(text, "Wednesday")) == "1997-08-27"


def test_the_latest_date_in_the_text_bounds_january_last() -> None:
    text = "On 7 January 2026 a mosque was hit. A guest house had burnt down in January last."
    value = value_of(text, "January last")

    assert days_of(value) == "2026-01-01..2026-01-31"
    assert value.basis == "inferred"


def test_weekdays_follow_the_last_day_that_was_told() -> None:
    text = "A parcel burnt a clerk on Friday, 8 March 2013. On the Sunday a letter claimed it."

    assert days_of(value_of(text, "Sunday")) == "2013-03-10"


def test_since_runs_to_the_latest_date_in_the_text() -> None:
    text = "The valley has been shut since 2019. The last lorry came on 3 May 2021."

    assert days_of(value_of(text, "since 2019")) == "2019-01-01..2021-05-03"


def test_a_bound_on_the_day_serves_as_the_latest_date() -> None:
    text = "A guest house burnt down in January last."
    start = text.index("January last")
    published = Published(DateKnown.INFERRED, not_before=dt.date(2026, 1, 7))
    document = Document(id="d", sha256="", name="d", media_type="text/plain", text=text, published=published)

    value = resolve_dates(document, [Span.of(text, start, start + len("January last"))])[0]

    assert days_of(value) == "2026-01-01..2026-01-31"


def test_words_that_are_no_time_give_nothing() -> None:
    value = value_of("When the deadline passed they fired.", "When the deadline passed", "2026-01-09")

    assert value.from_ is None
    assert value.to is None


def test_an_inferred_value_shows_the_words_it_rests_on() -> None:
    text = "On 7 January 2026 a mosque was hit. A guest house had burnt down in January last."

    assert [span.text for span in value_of(text, "January last").spans] == ["January last", "7 January 2026"]


def test_a_date_that_lies_ahead_does_not_bound_the_day() -> None:
    text = "A mosque was hit on 7 January 2026. The court will sit until 30 June 2026. A shop burnt in January last."

    assert days_of(value_of(text, "January last")) == "2026-01-01..2026-01-31"


def test_a_bare_date_shows_the_date_that_it_follows() -> None:
    value = value_of("A parcel burnt a clerk on Friday, 8 March 2013. On the Sunday a letter claimed it.", "Sunday")

    assert value.basis == "relative"
    assert value.anchor is not None
    assert value.anchor.text == "Friday, 8 March 2013"


def test_last_year_is_reckoned_from_the_latest_date_in_the_text() -> None:
    value = value_of("A shop burnt on July 12 last year. Talks were held on 7 January 2026.", "July 12 last year")

    assert days_of(value) == "2025-07-12"
    assert value.basis == "inferred"
    assert [span.text for span in value.spans] == ["July 12 last year", "7 January 2026"]


def test_a_dateline_with_a_year_in_two_figures_gives_the_day() -> None:
    text = "la paz, 26 may 89 (radio) -- two men were killed today."

    assert days_of(value_of(text, "today")) == "1989-05-26"


def test_a_report_that_comes_out_after_its_dateline_is_seen_from_the_dateline() -> None:
    text = "LIMA, 23 July (Agency) -- A bomb went off today; a farmer was freed yesterday."

    assert days_of(value_of(text, "today", "1992-07-24")) == "1992-07-23"
    assert days_of(value_of(text, "yesterday", "1992-07-24")) == "1992-07-22"


def test_a_first_date_that_is_no_dateline_leaves_the_published_day() -> None:
    assert days_of(value_of("On Monday, 23 July (a feast), he fled. Rain fell today.", "today", "1992-07-24")) == (
        "1992-07-24"
    )
    assert days_of(value_of("LIMA, 3 July (Agency) -- Rain fell today.", "today", "1992-07-24")) == "1992-07-24"


def test_a_month_long_past_belongs_to_the_next_year_in_a_text_that_moves_forward() -> None:
    text = "In December 1998 the war was resumed. A mine killed a priest on 21 January."

    assert days_of(value_of(text, "21 January")) == "1999-01-21"
    assert days_of(value_of("In May 1998 he fled. He was shot on 3 April.", "3 April")) == "1998-04-03"


def test_this_year_ends_with_the_latest_day_told() -> None:
    text = "Three attacks on lorries this year raised the rates. The last was on 30 September 2019."

    assert days_of(value_of(text, "this year")) == "2019-01-01..2019-09-30"
