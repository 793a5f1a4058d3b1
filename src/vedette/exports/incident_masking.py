"""The names of victims and private persons, blacked out of an incident as they are out of its documents' accounts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from vedette.exports.masking import withhold_names
from vedette.records import Account, Assertion, Claim, Event, EventRef, Incident, Rival, Telling
from vedette.records.privacy import WITHHELD
from vedette.records.reading import outwards


def mask_accounts(accounts: Mapping[str, Account]) -> dict[str, Account]:
    """Black out the accounts once for all incidents that they have a part in."""
    return {identity: withhold_names(account) for identity, account in accounts.items()}


def withhold_incident(incident: Incident, accounts: Mapping[str, Account], masked: Mapping[str, Account]) -> Incident:
    """Give the incident with every telling as the blacked-out accounts have it; both hold all of its documents."""
    events = {
        report.event: (_event(accounts, report.event), _event(masked, report.event)) for report in incident.reports
    }

    def shown(telling: Telling) -> Telling:
        ref = incident.reports[telling.report].event
        open_event, masked_event = events[ref]
        assertion = _same_place(telling.assertion, open_event, masked_event)
        return replace(telling, assertion=assertion, said_by=_said_by(masked[ref.document_id], assertion.attribution))

    def shown_rival(rival: Rival) -> Rival:
        tellings = tuple(map(shown, rival.tellings))
        return replace(rival, tellings=tellings, value=tellings[0].assertion.value)

    return replace(
        incident,
        rivals=tuple(map(shown_rival, incident.rivals)),
        claims=tuple(_shown_claim(claim, accounts, masked) for claim in incident.claims),
    )


def _event(accounts: Mapping[str, Account], ref: EventRef) -> Event:
    return next(event for event in accounts[ref.document_id].events if event.id == ref.event_id)


def _same_place(assertion: Assertion, event: Event, masked: Event) -> Assertion:
    return masked.assertions[event.assertions.index(assertion)]


def _said_by(account: Account, attribution: int | None) -> tuple[str, ...]:
    return tuple(account.attributions[index].source.text for index in outwards(account.attributions, attribution))


def _shown_claim(claim: Claim, accounts: Mapping[str, Account], masked: Mapping[str, Account]) -> Claim:
    open_names = [getattr(one.value, "name", None) for one in _event(accounts, claim.event).assertions]
    shown_names = [getattr(one.value, "name", WITHHELD) for one in _event(masked, claim.event).assertions]
    names = dict(zip(open_names, shown_names, strict=True))
    return replace(claim, by=tuple(names.get(name, WITHHELD) for name in claim.by))
