"""The closed sets of words that records use; `codebook` describes each word and holds the open sets (modes, sectors).

Event types are PLOVER's 16, with CLAIM and DENY of responsibility, for which PLOVER has no place.
"""

from __future__ import annotations

from enum import StrEnum


class EventType(StrEnum):
    """What kind of happening an event is."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    CLAIM = "CLAIM"
    DENY = "DENY"


class Stance(StrEnum):
    """How real the text says the happening is."""

    ACTUAL = "actual"
    ATTEMPTED = "attempted"
    FOILED = "foiled"
    THREATENED = "threatened"
    PLANNED = "planned"
    ALLEGED = "alleged"
    DENIED = "denied"
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"
    RECURRING = "recurring"


class Role(StrEnum):
    """What a mention is to an event."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    PLACE = "place"
    DATE = "date"
    WEAPON = "weapon"
    DAMAGE = "damage"
    OBJECT = "object"
    KILLED = "killed"
    INJURED = "injured"
    ABDUCTED = "abducted"
    ARRESTED = "arrested"
    DISPLACED = "displaced"
    MISSING = "missing"
    RELEASED = "released"


COUNT_ROLES: frozenset[Role] = frozenset(
    {Role.KILLED, Role.INJURED, Role.ABDUCTED, Role.ARRESTED, Role.DISPLACED, Role.MISSING, Role.RELEASED}
)


class Certainty(StrEnum):
    """How an actor is tied to a deed."""

    FACT = "fact"
    CLAIMED = "claimed"
    SUSPECTED = "suspected"
    ACCUSED = "accused"
    DENIED = "denied"


class AttributionKind(StrEnum):
    """What somebody does by saying something."""

    STATEMENT = "statement"
    CLAIM_OF_RESPONSIBILITY = "claim-of-responsibility"
    DENIAL = "denial"
    ACCUSATION = "accusation"
    ESTIMATE = "estimate"
    THREAT = "threat"
    DEMAND = "demand"
    REPORT = "report"


class Relation(StrEnum):
    """How two actors stand to each other over a time; read as "a RELATION b"."""

    ALIAS_OF = "alias_of"
    PART_OF = "part_of"
    SPLINTER_OF = "splinter_of"
    MEMBER_OF = "member_of"
    ALLY_OF = "ally_of"
    RIVAL_OF = "rival_of"
    SUPPORTS = "supports"
    FUNDS = "funds"
    HOSTS = "hosts"
    RECRUITS_FROM = "recruits_from"
    TRAINS = "trains"
    NEGOTIATES_WITH = "negotiates_with"


class Trend(StrEnum):
    """Where a tie is going."""

    GROWING = "growing"
    WEAKENING = "weakening"


class Basis(StrEnum):
    """Where a value comes from."""

    STATED = "stated"  # the words give it in full
    RELATIVE = "relative"  # worked out from the words and an anchor that the document gives
    INFERRED = "inferred"  # worked out from other evidence, which the spans show
    PUBLISHED = "published"  # the words say "today" or the like, and the document says when that is


class Marking(StrEnum):
    """TLP 2.0: with whom a document, and everything derived from it, may be shared."""

    CLEAR = "TLP:CLEAR"
    GREEN = "TLP:GREEN"
    AMBER = "TLP:AMBER"
    AMBER_STRICT = "TLP:AMBER+STRICT"
    RED = "TLP:RED"
