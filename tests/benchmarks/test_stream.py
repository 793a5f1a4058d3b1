"""The invented stream: the same for a seed, every span in its text, and neighbours that must stay apart."""

from __future__ import annotations

from collections import Counter
from itertools import chain

from benchmarks.stream import tell_incidents
from benchmarks.stream_world import CAMPAIGN, find_incident
from vedette.records import CountValue, Role

SEED = 3


def test_any_stretch_of_the_stream_is_the_same_by_itself() -> None:
    whole = list(tell_incidents(0, 24, SEED))
    parts = list(chain(tell_incidents(0, 9, SEED), tell_incidents(9, 24, SEED)))
    assert parts == whole
    assert list(tell_incidents(0, 24, SEED + 1)) != whole


def test_every_span_stands_in_the_text_of_its_report() -> None:
    for told in tell_incidents(0, 60, SEED):
        text = told.account.document.text
        for event in told.account.events:
            spans = [*event.triggers, *(span for one in event.assertions for span in one.value.spans)]
            counts = [one.value for one in event.assertions if isinstance(one.value, CountValue)]
            spans += [count.of for count in counts if count.of]
            assert all(text[span.start : span.end] == span.text for span in spans)
        assert all(text[span.start : span.end] == span.text for span in told.account.sentences)


def test_no_two_reports_have_one_id_and_late_reports_are_others() -> None:
    reports = [*tell_incidents(0, 40, SEED), *tell_incidents(0, 40, SEED, late=True)]
    assert max(Counter(told.account.document.id for told in reports).values()) == 1


def test_a_neighbour_is_of_the_same_campaign_and_kind_and_lies_near_in_time_and_space() -> None:
    twins = [one for one in (find_incident(number, SEED) for number in range(400)) if one.twin is not None]
    assert 80 < len(twins) < 180
    for incident in twins:
        other = find_incident(incident.number - 1, SEED)
        assert incident.twin == other.number
        assert incident.number // CAMPAIGN == other.number // CAMPAIGN
        assert (incident.deed, incident.town.district) == (other.deed, other.town.district)
        assert 0 <= (incident.day - other.day).days <= 2


def test_outlets_disagree_on_tolls_and_some_print_what_an_agency_wrote() -> None:
    tolls: dict[int, set[object]] = {}
    copies = 0
    for told in tell_incidents(0, 120, SEED):
        copies += told.account.document.text.startswith("(")
        for assertion in told.account.events[0].in_role(Role.KILLED):
            assert isinstance(assertion.value, CountValue)
            tolls.setdefault(told.incidents[0], set()).add(assertion.value.low)
    assert copies > 30
    assert sum(len(figures) > 1 for figures in tolls.values()) > 20
