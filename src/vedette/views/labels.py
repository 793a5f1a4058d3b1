"""The words with which a reader meets the codebook's terms."""

from __future__ import annotations

from vedette.links import WordKind
from vedette.records import Basis, Certainty, EventType, PlacePrecision, Relation, Role, Stance

TYPES: dict[EventType, str] = {
    EventType.AGREE: "Agreement",
    EventType.CONSULT: "Talks",
    EventType.SUPPORT: "Support",
    EventType.CONCEDE: "Concession",
    EventType.COOPERATE: "Cooperation",
    EventType.AID: "Aid",
    EventType.RETREAT: "Retreat",
    EventType.REQUEST: "Demand",
    EventType.ACCUSE: "Accusation",
    EventType.REJECT: "Refusal",
    EventType.THREATEN: "Threat",
    EventType.PROTEST: "Protest",
    EventType.SANCTION: "Sanction",
    EventType.MOBILIZE: "Mobilisation",
    EventType.COERCE: "Coercion",
    EventType.ASSAULT: "Assault",
    EventType.CLAIM: "Claim of responsibility",
    EventType.DENY: "Denial of responsibility",
}

ROLES: dict[Role, str] = {
    Role.ACTOR: "Who did it",
    Role.RECIPIENT: "To whom",
    Role.PLACE: "Where",
    Role.DATE: "When",
    Role.WEAPON: "With what",
    Role.DAMAGE: "Damage",
    Role.OBJECT: "About what",
    Role.KILLED: "Killed",
    Role.INJURED: "Injured",
    Role.ABDUCTED: "Abducted",
    Role.ARRESTED: "Arrested",
    Role.DISPLACED: "Displaced",
    Role.MISSING: "Missing",
    Role.RELEASED: "Released",
}

STANCE_MARKS: dict[Stance, str] = {
    Stance.ACTUAL: "",
    Stance.ATTEMPTED: "◐",
    Stance.FOILED: "⊘",
    Stance.THREATENED: "!",
    Stance.PLANNED: "»",
    Stance.ALLEGED: "?",
    Stance.DENIED: "¬",
    Stance.NEGATED: "✗",
    Stance.HYPOTHETICAL: "◇",
    Stance.RECURRING: "↻",
}

STANCES: dict[Stance, str] = {
    Stance.ACTUAL: "happened",
    Stance.ATTEMPTED: "tried, but failed",
    Stance.FOILED: "stopped before it began",
    Stance.THREATENED: "only threatened",
    Stance.PLANNED: "only planned",
    Stance.ALLEGED: "only alleged",
    Stance.DENIED: "denied by a party",
    Stance.NEGATED: "did not happen",
    Stance.HYPOTHETICAL: "imagined or feared",
    Stance.RECURRING: "a habit or a total over time",
}

CERTAINTIES: dict[Certainty, str] = {
    Certainty.FACT: "told as a fact",
    Certainty.CLAIMED: "claims it",
    Certainty.SUSPECTED: "suspected",
    Certainty.ACCUSED: "accused",
    Certainty.DENIED: "denies it",
}

BASES: dict[Basis, str] = {
    Basis.STATED: "the words give it in full",
    Basis.RELATIVE: "worked out from the words and an anchor that the document gives",
    Basis.INFERRED: "worked out from other evidence in the document",
    Basis.PUBLISHED: "the words point to the day on which the document was published",
}

PRECISIONS: dict[PlacePrecision, str] = {
    PlacePrecision.SITE: "this very site",
    PlacePrecision.TOWN: "somewhere in this town",
    PlacePrecision.DISTRICT: "somewhere in this district",
    PlacePrecision.PROVINCE: "somewhere in this province",
    PlacePrecision.COUNTRY: "somewhere in this country",
    PlacePrecision.REGION: "somewhere in this region",
}

# Whose label an actor's name is, where it is not a government's or another party's, which are called by their ids.
LABEL_OWNERS = {
    "own": "the name is one that the actor itself uses",
    "press": "the name is one that the press uses, not the actor itself",
}

RELATIONS: dict[Relation, str] = {
    Relation.ALIAS_OF: "is another name of",
    Relation.PART_OF: "is part of",
    Relation.SPLINTER_OF: "broke away from",
    Relation.MEMBER_OF: "is a member of",
    Relation.ALLY_OF: "is an ally of",
    Relation.RIVAL_OF: "is a rival of",
    Relation.SUPPORTS: "supports",
    Relation.FUNDS: "funds",
    Relation.HOSTS: "hosts",
    Relation.RECRUITS_FROM: "recruits from",
    Relation.TRAINS: "trains",
    Relation.NEGOTIATES_WITH: "negotiates with",
}

# What a claim or a denial says of its deed.
WORDS_ON_DEEDS: dict[WordKind, str] = {
    WordKind.CLAIMED: "Claimed by",
    WordKind.UNCLAIMED: "Not claimed by",
    WordKind.HAND_DENIED: "A hand in it denied by",
    WordKind.DEED_DENIED: "That it happened denied by",
    WordKind.DENIED: "Denied by",
}

UNKNOWN = "–"


def name_happening(type: EventType, mode: str | None) -> str:  # noqa: A002 - the noun of the record
    """Name an event's type and mode in plain words, such as "Assault: heavy weapons"."""
    return f"{TYPES[type]}: {mode.replace('-', ' ')}" if mode else TYPES[type]
