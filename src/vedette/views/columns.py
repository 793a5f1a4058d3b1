"""The cells of one event in a list of events: short, with rivals side by side and unknowns shown as such."""

from __future__ import annotations

from vedette.records import Account, ActorValue, Assertion, Certainty, CountValue, Event, Role
from vedette.views.chain import ARROW, trace_voices, word_voices
from vedette.views.labels import UNKNOWN
from vedette.views.rivals import are_rivals, leading_counts, leading_dates, leading_places
from vedette.views.wording import word_count, word_date, word_place

RIVAL = " / "
TOGETHER = " + "
CHAINS_SHOWN = 3
CERTAINTY_MARKS = {
    Certainty.CLAIMED: " (claims it)",
    Certainty.SUSPECTED: " (suspected)",
    Certainty.ACCUSED: " (accused)",
    Certainty.DENIED: " (denies it)",
}


def tell_date(event: Event) -> str:
    """Give the event's date or rival dates."""
    return RIVAL.join(word_date(date) for date in leading_dates(event)) or UNKNOWN


def tell_place(event: Event) -> str:
    """Give the event's most exact places."""
    return RIVAL.join(word_place(place) for place in leading_places(event)) or UNKNOWN


def tell_toll(event: Event, role: Role) -> str:
    """Give a count's totals: rivals as "4 / 7", figures for different people as "2 + 3", none as "–".

    The figures of one source stand together, so that "2 + 3 / 6" is one source's two figures against another's one.
    """
    totals = leading_counts(event, role)
    sources: dict[int | None, list[Assertion]] = {}
    for total in totals:
        sources.setdefault(total.attribution, []).append(total)
    sides = [_join_figures(figures) for figures in sources.values()]
    rival = any(are_rivals(a, b) for a in totals for b in totals if a.attribution != b.attribution)
    return (RIVAL if rival else TOGETHER).join(sides) or UNKNOWN


def _join_figures(totals: list[Assertion]) -> str:
    """Put one source's figures together; where they rival one another all the same, apart."""
    words = [word_count(total.value) for total in totals if isinstance(total.value, CountValue)]
    return (RIVAL if any(are_rivals(a, b) for a in totals for b in totals) else TOGETHER).join(words)


def tell_actors(event: Event) -> str:
    """Give who did it, each with how surely; those who did it together by commas, rivals side by side.

    Who claims it and is told of as well is named once, as claiming it.
    """
    told: list[str] = []
    actors = [one for one in event.in_role(Role.ACTOR) if not _claims_it_elsewhere(one, event)]
    for index, assertion in enumerate(actors):
        if isinstance(assertion.value, ActorValue):
            mark = CERTAINTY_MARKS.get(assertion.certainty, "") if assertion.certainty else ""
            clash = any(are_rivals(assertion, before) for before in actors[:index])
            word = f"{assertion.value.name}{mark}"
            if not any(word == other.lstrip(" /,") for other in told):
                told.append((RIVAL if clash else ", ") * bool(told) + word)
    return "".join(told) or UNKNOWN


def _claims_it_elsewhere(actor: Assertion, event: Event) -> bool:
    return actor.certainty is Certainty.FACT and any(
        _same_actor(actor, other) for other in event.in_role(Role.ACTOR) if other.certainty is Certainty.CLAIMED
    )


def _same_actor(one: Assertion, other: Assertion) -> bool:
    values = (one.value, other.value)
    names = [value.name for value in values if isinstance(value, ActorValue)]
    return len(names) == len(values) and len(set(names)) == 1


def tell_recipients(event: Event) -> str:
    """Give to whom it was done."""
    names = [item.value.name for item in event.in_role(Role.RECIPIENT) if isinstance(item.value, ActorValue)]
    return ", ".join(dict.fromkeys(names)) or UNKNOWN


def tell_parties(event: Event) -> str:
    """Give who did it to whom: "gunmen → a convoy", "–" where the text names neither."""
    actors, recipients = tell_actors(event), tell_recipients(event)
    return UNKNOWN if actors == recipients == UNKNOWN else f"{actors} → {recipients}"


def tell_sources(account: Account, event: Event) -> str:
    """Give who says so, each chain from its innermost source out, and the publisher once at the end."""
    publisher = trace_voices(account, None)
    chains = [word_voices(trace_voices(account, index)[:-1]) for index in event.attributions]
    told = list(dict.fromkeys(chains))
    if len(told) > CHAINS_SHOWN:
        told[CHAINS_SHOWN:] = [f"{len(told) - CHAINS_SHOWN} more"]
    return ARROW.join([*(["; ".join(told)] if told else []), word_voices(publisher)])
