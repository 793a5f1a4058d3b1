"""Whole documents through the shipped model: what holds whatever the model thinks."""

from __future__ import annotations

import itertools

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.reading.small import document, spans_of
from vedette.reading import ReaderModel, load_reader, read_document
from vedette.records import EventType, Mention, MentionKind, Reading, Role, SectionKind, Span

REPORT = (
    "Gunmen killed five people in Quetta on Monday. The police said that the attackers fled on motorcycles. "
    "No group has claimed the attack. On Tuesday a bomb in Peshawar wounded 12 others, the Herald reported, "
    "quoting a doctor. The Balochistan Front later claimed responsibility for the killing."
)
OTHER = "Soldiers arrested two men in Gao on Friday, the governor said. The men denied that they had planned a raid."

_WORDS = "Gunmen |killed |five |people |in Quetta|. |\n\n|“|” |💥|قتل |שלום |é|\u200b|12| said "
_PIECES = st.sampled_from([*_WORDS.split("|"), "x" * 300])
_MODEL: list[ReaderModel] = []


def loaded() -> ReaderModel:
    """Give one model to every example that hypothesis draws."""
    if not _MODEL:
        _MODEL.append(load_reader(threads=1))
    return _MODEL[0]


def assert_sound(text: str, reading: Reading) -> None:
    """Hold a reading to what no model may break."""
    assert all(text[span.start : span.end] == span.text for span in spans_of(reading))
    sentences, triggers = reading.sentences, reading.triggers
    assert all(a.end <= b.start for a, b in itertools.pairwise(sentences))
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(triggers))
    for index, trigger in enumerate(triggers):
        linked = [other for other, _ in trigger.same] + ([] if trigger.deed is None else [trigger.deed])
        assert all(0 <= other < len(triggers) and other != index for other in linked)
        assert all(0 <= share <= 1.0001 for _, share in trigger.same)
        assert all(argument.certainty is None or argument.role is Role.ACTOR for argument in trigger.arguments)
    for index, said in enumerate(reading.attributions):
        assert said.within is None or (0 <= said.within < len(reading.attributions) and said.within != index)
    assert list(reading.mentions) == sorted(reading.mentions, key=lambda mention: (mention.span, mention.kind))
    groups = (reading.mentions, triggers, reading.attributions, reading.ties)
    assert all(0 < sure <= 1.0001 for group in groups for sure in (one.confidence for one in group))


@given(st.lists(_PIECES, max_size=25).map("".join) | st.text(max_size=60))
@example("")
@example("\x00\x01\ufffd")
@example("killed" * 700)
@example("قتل مسلحون خمسة أشخاص في كويتا يوم الاثنين.")
@example("𝔊𝔲𝔫𝔪𝔢𝔫 𝔨𝔦𝔩𝔩𝔢𝔡 five 💥👩‍🚒 in Quetta.")
@example("\u202eGunmen killed five\u202c in Quetta\u2028on Monday.")
@example("Gunmen killed " + "five, " * 400 + "people.")
@settings(max_examples=20, deadline=None)
def test_every_span_is_the_slice_it_claims_to_be_and_nothing_raises(text: str) -> None:
    assert_sound(text, read_document(document(text), loaded()))


def test_a_report_is_read_soundly(model: ReaderModel) -> None:
    assert_sound(REPORT, read_document(document(REPORT), model))


def test_an_obvious_killing_is_found(model: ReaderModel) -> None:
    reading = read_document(document("Gunmen killed five people in Quetta on Monday."), model)
    deeds = [trigger for trigger in reading.triggers if trigger.type is EventType.ASSAULT]
    told = [(argument.role, argument.span.text) for deed in deeds for argument in deed.arguments]
    assert "killed" in {deed.span.text for deed in deeds}
    assert (Role.KILLED, "five") in told
    assert (Role.PLACE, "Quetta") in told


def test_a_text_without_events_may_have_none(model: ReaderModel) -> None:
    reading = read_document(document("The museum opens at nine. Entry is free for children."), model)
    assert all(trigger.type is not EventType.ASSAULT for trigger in reading.triggers)


FOOTBALL = (
    "City's attack tore United apart on Saturday, and the home defence surrendered after twenty minutes. Moreno fired "
    "the first goal from distance and struck again before the break, a shot that beat the keeper at the near post. "
    "United launched a late offensive, but their best chance was blocked on the line. The visitors have now killed off "
    "six games in a row, and the manager said his forwards had been ruthless."
)


def test_words_of_violence_in_a_football_report_are_no_events(model: ReaderModel) -> None:
    assert read_document(document(FOOTBALL), model).triggers == ()


def test_one_sentence_is_enough_to_be_a_report(model: ReaderModel) -> None:
    for sentence in (REPORT.split(". ")[0] + ".", OTHER.split(". ")[0] + "."):
        assert read_document(document(sentence), model).triggers


def test_a_reading_is_the_same_alone_and_among_others(model: ReaderModel) -> None:
    alone = read_document(document(REPORT), load_reader(threads=1))
    read_document(document(OTHER), model)
    among = read_document(document(REPORT), model)
    read_document(document(OTHER), model)
    assert alone == among == read_document(document(REPORT), model)


def test_a_document_without_a_sentence_has_an_empty_reading(model: ReaderModel) -> None:
    assert read_document(document(" \n\n "), model) == Reading("0" * 16, ())


def test_what_stands_in_a_headline_or_byline_is_no_mention(model: ReaderModel) -> None:
    text = "Bomb kills nine in Kabul\n\nBy Ahmed Khan\n\n" + REPORT
    sections = [(SectionKind.HEADLINE, "Bomb kills nine in Kabul"), (SectionKind.BYLINE, "By Ahmed Khan")]
    reading = read_document(document(text, *sections), model)
    assert reading.triggers
    assert all(span.start >= len(text) - len(REPORT) for span in spans_of(reading))


def test_given_triggers_are_asked_and_no_others(model: ReaderModel) -> None:
    at = REPORT.index("wounded")
    first, second = Span.of(REPORT, 7, 13), Span.of(REPORT, at, at + 7)
    asked = [(second, EventType.ASSAULT), (first, EventType.ASSAULT), (first, EventType.COERCE)]
    reading = read_document(document(REPORT), model, asked)
    assert [(trigger.span, trigger.type) for trigger in reading.triggers] == sorted(asked)
    assert all(trigger.confidence == 1.0 for trigger in reading.triggers)


def test_modes_belong_to_the_type_of_their_trigger(model: ReaderModel) -> None:
    span = Span.of(REPORT, 7, 13)
    for event_type in EventType:
        (trigger,) = read_document(document(REPORT), model, [(span, event_type)]).triggers
        assert trigger.mode is None or f"{event_type}/{trigger.mode}" in model.modes


def test_a_long_document_is_read_to_its_end(model: ReaderModel) -> None:
    text = "\n\n".join([REPORT] * 30)
    reading = read_document(document(text), model)
    assert reading.triggers[-1].span.start > len(text) - len(REPORT)
    assert_sound(text, reading)


def test_triggers_and_cues_are_mentions_too(model: ReaderModel) -> None:
    reading = read_document(document(REPORT), model)
    of_kind = {kind: {m.span for m in reading.mentions if m.kind is kind} for kind in MentionKind}
    assert of_kind[MentionKind.TRIGGER] == {trigger.span for trigger in reading.triggers}
    assert {said.cue for said in reading.attributions} <= of_kind[MentionKind.CUE]
    assert all(isinstance(mention, Mention) for mention in reading.mentions)
