"""An account back from the full form of its JSON.

The plain form lacks the text that every span points into, so only the full form can be rebuilt. What was rounded or
blacked out on the way stays so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from vedette.errors import UnreadableError
from vedette.exports import schema
from vedette.exports.recut import recut
from vedette.exports.values import TEXT_ROLES
from vedette.records import (
    COUNT_ROLES,
    Account,
    ActorCandidate,
    ActorValue,
    Assertion,
    Attribution,
    CountValue,
    DateValue,
    Document,
    Event,
    Issue,
    Page,
    PlaceCandidate,
    PlaceValue,
    Published,
    Role,
    Section,
    Span,
    TextValue,
    Tie,
)


def account_from_json(value: Mapping[str, Any]) -> Account:
    """Rebuild what `account_to_json(account, full=True)` gave."""
    try:
        model = schema.AccountModel.model_validate(value)
        if model.document.text is None:
            raise UnreadableError("this account was written without its text; write it in the full form")
        account = _account(model, model.document.text)
        if recut(account, account.document.text) != account:
            raise ValueError("a span's words are not what stands in the text at its offsets")
    except (ValueError, IndexError) as error:  # pydantic's ValidationError is a ValueError
        raise UnreadableError(f"this is not an account as Vedette writes it: {error}") from error
    return account


def _account(model: schema.AccountModel, text: str) -> Account:
    return Account(
        document=_document(model.document, text),
        sentences=_spans(model.sentences),
        events=tuple(_event(event, model.document.id) for event in model.events),
        attributions=tuple(_attribution(attribution) for attribution in model.attributions),
        ties=tuple(_tie(tie) for tie in model.ties),
        issues=tuple(Issue(**issue.model_dump()) for issue in model.issues),
    )


def _span(model: schema.SpanModel) -> Span:
    return Span(model.start, model.end, model.text)


def _spans(models: schema.Spans) -> tuple[Span, ...]:
    return tuple(_span(model) for model in models)


def _document(model: schema.DocumentModel, text: str) -> Document:
    published = model.published
    return Document(
        id=model.id,
        sha256=model.sha256,
        name=model.name,
        media_type=model.media_type,
        text=text,
        title=model.title,
        publisher=model.publisher,
        published=Published(published.known, published.date, published.not_before, _spans(published.spans)),
        url=model.url,
        language=model.language,
        marking=model.marking,
        pages=tuple(Page(page.number, page.start, page.end) for page in model.pages),
        sections=tuple(Section(section.kind, _span(section.span)) for section in model.sections),
    )


def _event(model: schema.EventModel, document_id: str) -> Event:
    return Event(
        id=model.id,
        document_id=document_id,
        type=model.type,
        mode=model.mode,
        stance=model.stance,
        background=model.background,
        confidence=model.confidence,
        triggers=_spans(model.triggers),
        assertions=_assertions(model),
        of_event=model.of_event,
        attributions=model.attributions,
    )


def _assertions(model: schema.EventModel) -> tuple[Assertion, ...]:
    """Put the values of all lists back into the one order that the event kept them in."""
    queues: dict[Role, Iterator[Assertion]] = {
        Role.DATE: (_assertion(Role.DATE, item, _date(item)) for item in model.dates),
        Role.PLACE: (_assertion(Role.PLACE, item, _place(item)) for item in model.places),
        Role.ACTOR: (_assertion(Role.ACTOR, item, _actor(item)) for item in model.actors),
        Role.RECIPIENT: (_assertion(Role.RECIPIENT, item, _actor(item)) for item in model.recipients),
        Role.WEAPON: (_assertion(Role.WEAPON, item, _text(item)) for item in model.weapons),
        Role.OBJECT: (_assertion(Role.OBJECT, item, _text(item)) for item in model.objects),
        Role.DAMAGE: (_assertion(Role.DAMAGE, item, _text(item)) for item in model.damage),
    }
    numbers = [index for index, role in enumerate(model.order) if role in COUNT_ROLES]
    counts = (_count(item, numbers) for item in model.counts)
    taken = (next(counts if role in COUNT_ROLES else queues[role], None) for role in model.order)
    assertions = tuple(assertion for assertion in taken if assertion is not None)
    left = [next(queue, None) for queue in (counts, *queues.values())]
    if any(left) or tuple(assertion.role for assertion in assertions) != model.order:
        raise ValueError(f"event {model.id}: its `order` does not name each of its values once")
    texts = {item.index: item.text for item in model.words_only}
    return tuple(_with_text(assertion, texts.get(index)) for index, assertion in enumerate(assertions))


def _with_text(assertion: Assertion, text: str | None) -> Assertion:
    """Put back the words that no value could be made of."""
    if text is not None:
        return replace(assertion, value=TextValue(text, assertion.value.spans))
    if isinstance(assertion.value, TextValue) and assertion.role not in TEXT_ROLES:
        raise ValueError(f"a {assertion.role} without a basis is not among the `words_only`")
    return assertion


_Said = schema.DateModel | schema.PlaceModel | schema.PartyModel | schema.TextModel


def _assertion(role: Role, model: _Said, value: DateValue | PlaceValue | ActorValue | TextValue) -> Assertion:
    certainty = model.certainty if isinstance(model, schema.PartyModel) else None
    return Assertion(role, value, model.confidence, model.attribution, certainty)


def _count(model: schema.CountModel, numbers: list[int]) -> Assertion:
    of = _span(model.of_span) if model.of_span else None
    spans = _spans(model.spans)
    value: CountValue | TextValue = TextValue("", spans)
    if model.basis is not None:
        value = CountValue(model.low, model.high, model.basis, spans, model.approximate, of)
    part_of = None if model.part_of is None else numbers[model.part_of]
    return Assertion(model.role, value, model.confidence, model.attribution, part_of=part_of)


def _date(model: schema.DateModel) -> DateValue | TextValue:
    if model.basis is None:
        return TextValue("", _spans(model.spans))
    anchor = _span(model.anchor) if model.anchor else None
    return DateValue(model.from_, model.to, model.precision, model.basis, _spans(model.spans), model.relation, anchor)


def _place(model: schema.PlaceModel) -> PlaceValue | TextValue:
    if model.basis is None:
        return TextValue("", _spans(model.spans))
    return PlaceValue(
        name=model.name,
        geonames_id=model.geonames_id,
        lat=model.lat,
        lon=model.lon,
        country=model.country,
        admin1=model.admin1,
        admin2=model.admin2,
        precision=model.precision,
        basis=model.basis,
        spans=_spans(model.spans),
        radius_km=model.radius_km,
        candidates=tuple(PlaceCandidate(**candidate.model_dump()) for candidate in model.candidates),
        why=model.why,
    )


def _actor(model: schema.ActorModel) -> ActorValue:
    return ActorValue(
        name=model.name,
        actor_id=model.actor_id,
        kind=model.kind,
        sector=model.sector,
        category=model.category,
        country=model.country,
        spans=_spans(model.spans),
        candidates=tuple(ActorCandidate(**candidate.model_dump()) for candidate in model.candidates),
        label_of=model.label_of,
    )


def _text(model: schema.TextModel) -> TextValue:
    return TextValue(model.text, _spans(model.spans))


def _attribution(model: schema.AttributionModel) -> Attribution:
    source, cue, content = (_span(words.spans[0]) for words in (model.source, model.cue, model.content))
    return Attribution(source, cue, content, model.kind, model.within, model.confidence)


def _tie(model: schema.TieModel) -> Tie:
    return Tie(_actor(model.a), _actor(model.b), model.relation, model.trend, model.confidence)
