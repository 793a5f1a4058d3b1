"""Events as the page shows them: plain strings and pieces of text, names withheld where they must be."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.records import ActorValue, Certainty, Event, PlaceValue, Role, Stance
from vedette.records.privacy import WITHHELD, is_private
from vedette.views.chain import Voice, word_voices
from vedette.views.chronology import Told
from vedette.views.columns import tell_date, tell_toll
from vedette.views.explanation import Explanation, Statement, explain
from vedette.views.labels import BASES, CERTAINTIES, ROLES, STANCE_MARKS, STANCES, UNKNOWN
from vedette.views.masking import Mask, Offsets
from vedette.views.passage import Passage, Piece, cut_passage
from vedette.views.report.kinds import kind_of
from vedette.views.report.sightings import word_place_in_full
from vedette.views.rivals import leading_places
from vedette.views.wording import name_source, per_cent

LOSERS_SHOWN = 5
PASSAGES_SHOWN = 6
FIRST_ROWS = (Role.DATE, Role.PLACE, Role.ACTOR, Role.RECIPIENT, Role.KILLED, Role.INJURED)
ROW_ORDER = (*FIRST_ROWS, *(role for role in Role if role not in FIRST_ROWS))
PLAIN = (None, Certainty.FACT)  # what needs no word beside the value


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of a document, cut at the words; `page` is None where the file has no pages."""

    page: int | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One value of an event. `notes` are plain sentences on how it is known; `against` are its rivals."""

    role: str
    words: str
    more: str
    certainty: str
    source: str
    chain: str
    sure: int
    quotes: tuple[Quote, ...]
    notes: tuple[str, ...]
    against: tuple[str, ...]
    losers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One event. `number` is its position in the report, `document` that of its document in the list of documents."""

    number: int
    id: str
    type: str
    kind: str
    title: str
    date: str
    place: str
    killed: str
    injured: str
    stance: Stance
    mark: str
    stance_words: str
    background: bool
    disputed: bool
    sure: int
    document: int
    publisher: str
    quotes: tuple[Quote, ...]
    chains: tuple[str, ...]
    rows: tuple[Row, ...]
    deed: int | None


class Clerk:
    """Turns events into cards; knows every event's number and every document's mask."""

    def __init__(self, told: list[Told], documents: dict[str, int], masks: dict[str, Mask]) -> None:
        self._numbers = {(event.document_id, event.id): number for number, (_, event) in enumerate(told)}
        self._documents = documents
        self._masks = masks
        self._withheld: dict[str, Offsets] = {}

    def card(self, told: Told) -> Card:
        """Make one event's card."""
        account, event = told
        explanation = explain(account, event)
        mask = self.mask_of(account.document.id)
        by_role = sorted(explanation.statements, key=lambda statement: ROW_ORDER.index(statement.role))
        rows = tuple(self._row(explanation, statement, mask) for statement in by_role)
        places = " / ".join(word_place_in_full(place) for place in leading_places(event))
        return Card(
            number=self._numbers[event.document_id, event.id],
            id=event.id,
            type=event.type.value,
            kind=kind_of(event.type),
            title=explanation.title,
            date=tell_date(event),
            place=mask.apply(places),
            killed=tell_toll(event, Role.KILLED),
            injured=tell_toll(event, Role.INJURED),
            stance=event.stance,
            mark=STANCE_MARKS[event.stance],
            stance_words=STANCES[event.stance],
            background=event.background,
            disputed=any(row.against for row in rows),
            sure=per_cent(event.confidence),
            document=self._documents[event.document_id],
            publisher=mask.apply(name_source(account.document.publisher, account.document.name)),
            quotes=self.quotes(explanation.happening, account.document.text, event.document_id),
            chains=tuple(mask.apply(word_voices(voices)) for voices in explanation.voices),
            rows=rows,
            deed=self._deed(explanation, event),
        )

    def quotes(self, passages: tuple[Passage, ...], text: str, document: str) -> tuple[Quote, ...]:
        """Cut passages of a document's `text` at their words and at the names that must not be shown."""
        if document not in self._withheld:
            self._withheld[document] = self.mask_of(document).find(text)
        withheld = self._withheld[document]
        return tuple(Quote(passage.page, cut_passage(passage, withheld)) for passage in passages[:PASSAGES_SHOWN])

    def mask_of(self, document: str) -> Mask:
        """Give a document's mask; one that withholds nothing where names may be shown."""
        return self._masks.get(document, Mask())

    def _deed(self, explanation: Explanation, event: Event) -> int | None:
        return self._numbers.get((event.document_id, explanation.deed.id)) if explanation.deed else None

    def _row(self, explanation: Explanation, statement: Statement, mask: Mask) -> Row:
        against = [explanation.statements[rival] for rival in statement.rivals]
        document = explanation.document
        return Row(
            role=ROLES[statement.role],
            words=_words(statement, mask),
            more=mask.apply(_more(statement)),
            certainty=CERTAINTIES[statement.certainty] if statement.certainty not in PLAIN else "",
            source=mask.apply(_first_voice(statement.voices)),
            chain=mask.apply(word_voices(statement.voices)),
            sure=per_cent(statement.confidence),
            quotes=self.quotes(statement.passages, document.text, document.id),
            notes=tuple(mask.apply(note) for note in _notes(explanation, statement)),
            against=tuple(mask.apply(f"{other.words}, says {word_voices(other.voices)}") for other in against),
            losers=tuple(mask.apply(f"{loser.name}: {loser.why}") for loser in statement.losers[:LOSERS_SHOWN]),
        )


def _words(statement: Statement, mask: Mask) -> str:
    value = statement.value
    if isinstance(value, PlaceValue):
        return mask.apply(word_place_in_full(value))
    masked = mask.apply(statement.words)
    private = isinstance(value, ActorValue) and is_private(value, statement.role)
    return WITHHELD if private and mask.names and masked == statement.words else masked


def _more(statement: Statement) -> str:
    """Add who is counted, or what the victim is."""
    if isinstance(statement.value, ActorValue):
        return (statement.value.category or "").replace("-", " ")
    return statement.of or ""


def _first_voice(voices: tuple[Voice, ...]) -> str:
    """Name the innermost source; nothing where the publisher itself says it, as the card names it already."""
    return voices[0].name if len(voices) > 1 else ""


def _notes(explanation: Explanation, statement: Statement) -> list[str]:
    notes = [statement.precision, BASES[statement.basis] if statement.basis else "", statement.why]
    if statement.part_of is not None:
        notes.append(f"part of {explanation.statements[statement.part_of].words or UNKNOWN}")
    return [note[0].upper() + note[1:] + "." for note in notes if note]
