"""Reads one phrase as an actor: the readers stand in the order in which they are asked, the first answer holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from vedette.actors.cast import Cast
from vedette.actors.choose import rank, winner
from vedette.actors.index import Match, find_matches
from vedette.actors.lexicon import (
    ARMED,
    CIVIL,
    COMPANIES,
    MEDIA,
    MEMBERS,
    PARTS,
    PERHAPS_ARMED,
    PRONOUNS,
    Told,
    find_organ,
    find_role,
    find_title,
)
from vedette.actors.nations import Form, NationHit, Surroundings, Token, find_nations, tokens_of
from vedette.actors.phrase import Phrase, take_apart
from vedette.actors.registry import Entry, Registry
from vedette.actors.wording import bare, fold, is_acronym, singular
from vedette.records import ActorCandidate, ActorValue, Span

GENERIC = "generic"
PERSON = "person"
ARMED_GROUP = "armed-group"
_NAME_LINKS = frozenset(
    "of the for and de la del los las du des der y e al el ul bin ibn van von da dos di abu wa wal ye i s in li lil".split()
)
_ROLE_WITH_COUNTRY = frozenset({"worker", "civilian", "student", "child", "teacher", "religious", "medical"})
_TROOPS = re.compile(r"\b(?:soldiers?|troops?|army|navy|marines?|servicem[ae]n|commandos?|jets?|warplanes?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Read:
    """What one phrase was read as, which reader said so, and the name by which the document may call it again."""

    value: ActorValue
    why: str
    shared_name: str | None = None


class Reader:
    """Reads the phrases of one document; holds what is the same for all of them."""

    def __init__(self, registry: Registry, surroundings: Surroundings, cast: Cast, text: str, year: int | None) -> None:
        """Take the registry, the document's countries and names, its text, and the year it was published, if known."""
        self.registry = registry
        self.surroundings = surroundings
        self.cast = cast
        self.text = text
        self.year = year

    def read(self, span: Span) -> Read:
        """Read one span; where no reader can tell, the value has the words and nothing else."""
        phrase = take_apart(span.text)
        for reader in (
            self._pronoun,
            self._named,
            self._self_named,
            self._nation,
            self._member_of,
            self._organ,
            self._titled_person,
            self._member_after_name,
            self._role,
            self._provisional,
            self._person,
        ):
            found = reader(phrase, span)
            if found:
                return found
        return Read(self._value(span, phrase.core), "no reader can tell")

    def _value(self, span: Span, name: str, **known: object) -> ActorValue:
        empty = ActorValue(name, None, None, None, None, None, (span,))
        return replace(empty, **known)  # type: ignore[arg-type] # the callers name fields of ActorValue

    # names that the registry or the document knows

    def _pronoun(self, phrase: Phrase, span: Span) -> Read | None:
        core = fold(phrase.core)
        if core in PRONOUNS or not core:
            return Read(self._value(span, phrase.core), "a pronoun or a number names nobody")
        return None

    def _named(self, phrase: Phrase, span: Span) -> Read | None:
        for name in dict.fromkeys((bare(phrase.text), phrase.core, phrase.main, phrase.name)):
            found = self._known(name, span)
            if found:
                return found
        return self._known(phrase.bracket, span) if phrase.bracket and is_acronym(phrase.bracket) else None

    def _self_named(self, phrase: Phrase, span: Span) -> Read | None:
        if not phrase.self_named or not phrase.self_named[:1].isupper():
            return None
        role = find_role(fold(phrase.main).split())
        if role and role.category in ("fighter", "militia", "attacker") or fold(phrase.main).split()[-1] in PARTS | MEMBERS:
            return self._known(phrase.self_named, span) or self._new_group(phrase.self_named, span, armed=True)
        return None

    def _known(self, name: str, span: Span) -> Read | None:
        """Read a name by the document's own names for it first, then by the registry."""
        names = self.cast.names(name)
        matches: list[Match] = []
        for other in sorted(names, key=is_acronym):  # full names say more than acronyms
            matches += find_matches(other, self.registry) if not (matches and is_acronym(other)) else ()
        if len(names) > 1 and not is_acronym(names[0]) and not find_matches(self.cast.fullest(name), self.registry):
            matches = [match for match in matches if not is_acronym(match.label.text)]
        if matches:
            return self._chosen(name, matches, span)
        if len(names) > 1:
            full = self.cast.fullest(name)
            return self._new_group(full, span) or self._new_person(full, span)
        return None

    def _chosen(self, name: str, matches: Sequence[Match], span: Span) -> Read:
        candidates = rank(matches, self.surroundings, self.year)
        entry = winner(name, matches, candidates, self.surroundings)
        if entry:
            label = next(candidate.label_of for candidate in candidates if candidate.actor_id == entry.id)
            value = replace(self._of_entry(entry, span, label), candidates=candidates if len(candidates) > 1 else ())
            return Read(value, f"{name!r} is a name of {entry.id}", name)
        kinds = {match.entry.kind.kind for match in matches}
        sectors = {match.entry.kind.sector for match in matches}
        categories = {match.entry.kind.category for match in matches}
        value = self._value(
            span,
            self.cast.fullest(name),
            kind=_single(kinds),
            sector=_single(sectors),
            category=_single(categories),
            candidates=candidates,
        )
        return Read(value, f"{name!r} can mean {len(candidates)} actors and the document does not tell which", name)

    def _of_entry(self, entry: Entry, span: Span, label_of: str | None) -> ActorValue:
        kind = entry.kind
        country = entry.countries[0] if len(entry.countries) == 1 or kind.kind in ("state", "media") else None
        country = None if not entry.countries else country
        return ActorValue(
            entry.name, entry.id, kind.kind, kind.sector, kind.category, country, (span,), label_of=label_of
        )

    # countries, their governments and organs

    def _nation(self, phrase: Phrase, span: Span) -> Read | None:
        """Read a phrase that is nothing but a country word: "China", "Beijing", "six Afghans", "Chinese"."""
        tokens = tokens_of(phrase.core)
        hits = find_nations(tokens)
        if len(hits) != 1 or (hits[0].first, hits[0].last) != (0, len(tokens)):
            return None
        hit = hits[0]
        if hit.form is Form.DEMONYM:
            country = self._country(hit.countries)
            category = self._home_or_foreign(country, "civilian", span)
            value = self._value(span, phrase.core, kind=GENERIC, sector="CVL", category=category, country=country)
            return Read(value, "people named by nationality")
        if hit.form is Form.AREA or not hit.ids:
            return Read(self._value(span, phrase.core), "an area is a place, not an actor")
        if len(hit.ids) > 1:
            return Read(self._value(span, phrase.core, candidates=self._listed(hit.ids)), "more than one government sits there")
        label = "own" if hit.form is Form.NAME else "press"
        entry = self.registry.entry(hit.ids[0])
        return Read(self._of_entry(entry, span, label), f"{phrase.core!r} stands for {entry.id}")

    def _organ(self, phrase: Phrase, span: Span) -> Read | None:
        """Read "the Turkish army", "Mali's foreign ministry", "government in Luanda", or the bare organ."""
        tokens = tokens_of(phrase.core)
        hits = find_nations(tokens)
        main = tokens_of(phrase.main)
        if not main:
            return None
        hit = _ruling(hits, len(main), tokens)
        rest = [token.folded for number, token in enumerate(main) if not any(h.first <= number < h.last for h in hits)]
        rest = _before_of(rest)
        organ = find_organ(" ".join(rest))
        if organ is None or not hit:
            return None
        country = self._country(hit.countries)
        row = self.registry.tables["organs"][organ]
        if country is None:
            return None
        actor_id = f"state:{country.lower()}" if row["state"] else f"state:{country.lower()}:{organ}"
        seat = hit.ids[0] if hit.form is Form.SEAT and row["state"] and len(hit.ids) == 1 else actor_id
        entry = self.registry.entry(seat)
        return Read(self._of_entry(entry, span, "press"), f"{organ} of {country}")

    def _listed(self, ids: Sequence[str], score: float = 0.5) -> tuple[ActorCandidate, ...]:
        return tuple(ActorCandidate(actor, self.registry.entry(actor).name, score) for actor in ids)

    def _country(self, countries: Sequence[str]) -> str | None:
        """Give the one country that an ambiguous word ("Congolese") means in this document, None where unclear."""
        if len(countries) == 1:
            return countries[0]
        shares = sorted(((self.surroundings.share([code]), code) for code in countries), reverse=True)
        return shares[0][1] if shares[0][0] >= 2 * shares[1][0] and shares[0][0] > 0 else None

    def _home_or_foreign(self, country: str | None, category: str | None, span: Span) -> str | None:
        """Make a worker or civilian of another country than the one the words nearby speak of a foreign national."""
        if country is None or category not in _ROLE_WITH_COUNTRY:
            return category
        near = self.surroundings.places_near(span.start, span.end)
        others = [code for code in near if code != country]
        if country in near and not others:
            return category
        return category if not near and self.surroundings.leading == country else "foreign-national"

    # members of groups, roles, persons

    def _member_of(self, phrase: Phrase, span: Span) -> Read | None:
        """Read "members of the Front" as the Front, "a wing of the Front" as a group of its own."""
        if phrase.of is None or phrase.former:
            return None
        head, whole = phrase.of
        last = singular(fold(head).split()[-1]) if fold(head) else ""
        if last not in MEMBERS or (head[:1].isupper() and len(head.split()) > 1 and head.split()[-1][:1].isupper()):
            return None
        part = last in PARTS or bool(PARTS & set(fold(head).split()))
        group = take_apart(whole)
        found = self._known(group.main, span) or self._known(group.name, span)
        if found and found.value.kind in (ARMED_GROUP, "organisation", "party", None) and not part:
            return replace(found, why=f"{head!r} of it; {found.why}")
        if part or not group.main[:1].isupper() or find_nations(tokens_of(group.main)):
            return None
        return self._new_group(group.main, span, armed=last not in ("member", "leader", "official", "head", "chairman", "statement"))

    def _member_after_name(self, phrase: Phrase, span: Span) -> Read | None:
        """Read "ISIS-K fighters" or "PURE fighters" as the group; "TTP commander X" too."""
        if phrase.former:
            return None
        tokens = tokens_of(phrase.name)
        for size in range(len(tokens) - 1, 0, -1):
            after = singular(tokens[size].folded.split(" ")[-1])
            if after not in MEMBERS or tokens[size].capital:
                continue
            name = phrase.name[: tokens[size - 1].end].rstrip("'’")
            name = re.sub(r"['’]s$", "", name)
            if not any(token.named for token in tokens[:size]) or find_nations(tokens[:size]) or name.islower():
                return None
            found = self._known(name, span)
            if found:
                return replace(found, why=f"{tokens[size].text!r} of it; {found.why}")
            role = find_role([token.folded for token in tokens[size:]])
            if role and role.category in ("fighter", "militia", "attacker") or after in ("member", "element", "faction"):
                if all(token.named or token.folded in _NAME_LINKS for token in tokens[:size]):
                    keep = phrase.name if after in ("gang", "militia", "cartel", "faction", "network") else name
                    return self._new_group(keep, span, armed=True)
            return None
        return None

    def _titled_person(self, phrase: Phrase, span: Span) -> Read | None:
        """Read a title and a name: sector and category from the title, country from the words before it."""
        tokens = tokens_of(phrase.main)
        hits = find_nations(tokens)
        lead = hits[0].last if hits and hits[0].first == 0 else 0
        words = [token.folded for token in tokens]
        for start in range(lead, min(len(tokens) - 1, lead + 4)):
            title = find_title(words[start:])
            if title is None:
                continue
            name = tokens[start + title.words :]
            name = _after_office(name, phrase.main)
            if name and all(token.named or token.folded in _NAME_LINKS for token in name) and name[0].named:
                if find_nations(name) or any(token.folded in ARMED | CIVIL | COMPANIES | MEDIA for token in name):
                    return None
                return Read(self._person_value(phrase, span, hits, title), f"{title.word!r} before a name")
            break
        return None

    def _person_value(self, phrase: Phrase, span: Span, hits: Sequence[NationHit], title: Told) -> ActorValue:
        hit = next((hit for hit in hits if hit.form in (Form.DEMONYM, Form.NAME) and hit.first <= 1), None)
        country = self._country(hit.countries) if hit else None
        category = self._home_or_foreign(country, title.category, span)
        return self._value(span, phrase.main, kind=PERSON, sector=title.sector, category=category, country=country)

    def _role(self, phrase: Phrase, span: Span) -> Read | None:
        """Read a head word that tells a role: "masked gunmen", "Chinese engineers", "a bus"."""
        tokens = tokens_of(phrase.main)
        words = _before_of([token.folded for token in tokens])
        told = find_role(" ".join(words).split())
        if told is None or not words:
            return None
        if len(tokens) > 1 and tokens[len(words) - 1].capital and not phrase.main.isupper() and _looks_named(tokens):
            return None  # "Zankey Guard", "Port Police": a name whose last word happens to be a role
        hits = find_nations(tokens_of(phrase.core))
        hit = _ruling(hits, len(tokens), tokens_of(phrase.core))
        country = self._country(hit.countries) if hit and not told.thing else None
        category = self._home_or_foreign(country, told.category, span)
        value = self._value(
            span,
            phrase.core if len(phrase.core) < 60 else phrase.main,
            kind=GENERIC,
            sector=None if told.thing else told.sector,
            category=category,
            country=country,
            candidates=self._organ_candidates(told, country, phrase, span),
        )
        return Read(value, f"the word {told.word!r} tells a role")

    def _organ_candidates(
        self, told: Told, country: str | None, phrase: Phrase, span: Span
    ) -> tuple[ActorCandidate, ...]:
        """Give the organ that soldiers or police of a country, or a bare "army" in a one-country text, could be."""
        organ = find_organ(told.word) or ("army" if _TROOPS.search(phrase.main) else None)
        organ = organ or {"COP": "police", "MIL": "army", "SPY": "intelligence"}.get(told.sector or "")
        code = country or self.surroundings.leading
        if told.thing or organ is None or code is None or told.category not in ("security-force", "official"):
            return ()
        row = self.registry.tables["organs"][organ]
        actor_id = f"state:{code.lower()}" if row["state"] else f"state:{code.lower()}:{organ}"
        return self._listed([actor_id], 0.6 if country else 0.4)

    # names that nobody knows yet

    def _provisional(self, phrase: Phrase, span: Span) -> Read | None:
        name = phrase.name if phrase.name[:1].isupper() or is_acronym(phrase.name) else phrase.main
        tokens = tokens_of(name)
        if not tokens or not (tokens[0].named or is_acronym(name)):
            return None
        return self._new_group(name, span)

    def _new_group(self, name: str, span: Span, *, armed: bool = False) -> Read | None:
        """Make a provisional actor of a name with a group word in it, an acronym, or a name that armed members have."""
        words = set(fold(name).split()) | {singular(word) for word in fold(name).split()}
        full = self.cast.fullest(name)
        words |= set(fold(full).split())
        if armed or (words & ARMED and not words & MEDIA):
            value = self._value(span, full, kind=ARMED_GROUP, sector="UAF", category="fighter")
            return Read(value, "a name with a word of armed groups, not in the registry", name)
        kind, sector = _civil_kind(words)
        if kind:
            return Read(self._value(span, full, kind=kind, sector=sector), "a name with a word of organisations", name)
        if words & PERHAPS_ARMED or is_acronym(name):
            return Read(self._value(span, full), "a group's name that does not tell what it is", name)
        return None

    def _person(self, phrase: Phrase, span: Span) -> Read | None:
        return self._new_person(phrase.main, span)

    def _new_person(self, name: str, span: Span) -> Read | None:
        """Take two to five capitalised words without an article before them as a person's name; nothing more is said."""
        tokens = tokens_of(name)
        words = [token for token in tokens if token.folded not in _NAME_LINKS]
        if not 1 <= len(words) <= 5 or not all(token.capital for token in words) or any(mark.isdigit() for mark in name):
            return None
        article = re.search(r"\b[Tt]he\s+[“\"']?$", self.text[max(0, span.start - 6) : span.start]) is not None
        if article or find_nations(tokens) or (len(words) == 1 and not self.cast.knows(name)):
            return None
        full = self.cast.fullest(name)
        return Read(self._value(span, full, kind=PERSON), "shaped like a person's name", name)


def _single(values: set[str | None] | set[str]) -> str | None:
    return next(iter(values)) if len(values) == 1 else None


def _civil_kind(words: set[str]) -> tuple[str | None, str | None]:
    if words & MEDIA:
        return "media", "JRN"
    if words & COMPANIES:
        return "company", "BUS"
    if words & CIVIL:
        return "organisation", None
    return None, None


def _ruling(hits: Sequence[NationHit], main: int, tokens: Sequence[Token]) -> NationHit | None:
    """Give the country word that says whose somebody is: one before the head, else one after "of", "from" or "in".

    "Chinese Ambassador to Pakistan" is China's; two countries before one head ("Pakistani and Afghan officials")
    say nothing.
    """
    before = [hit for hit in hits if hit.last <= main and hit.form is not Form.AREA]
    if before:
        first = before[0]
        after_link = first.first > 0 and tokens[first.first - 1].folded in ("to", "against", "on", "near", "with", "for")
        joined = len(before) > 1 and any(token.folded in ("and", "or") for token in tokens[first.last : before[1].first])
        joined = joined or (len(before) > 1 and before[1].first == first.last)
        return None if joined or after_link else first
    for hit in hits:
        link = tokens[hit.first - 1].folded if hit.first else ""
        link = tokens[hit.first - 2].folded if link == "the" and hit.first > 1 else link
        if link in ("of", "from") and hit.form is not Form.AREA:
            return hit
        if link == "in" and hit.form in (Form.CAPITAL, Form.SEAT) and hit.first <= main + 1:
            return hit
    return None


def _before_of(words: list[str]) -> list[str]:
    """Cut folded words before the first link: "spokesman of the army" keeps "spokesman"."""
    for number, word in enumerate(words):
        if number and word in ("of", "for", "in", "at", "from", "to", "who", "with", "on", "by"):
            return words[:number] if " ".join(words[:number]) not in ("ministry", "office", "department", "council") else words
    return words


def _looks_named(tokens: Sequence[Token]) -> bool:
    """Tell whether more than the first word has a capital, the country's apart: "Zankey Guard" but not "Police officers"."""
    hits = find_nations(tokens)
    own = [token for number, token in enumerate(tokens) if not any(hit.first <= number < hit.last for hit in hits)]
    return len(own) > 1 and sum(token.capital for token in own) == len(own)


def _after_office(name: Sequence[Token], text: str) -> Sequence[Token]:
    """Skip "to Pakistan" or "for Public Security" between an office and the name of who holds it."""
    if name and name[0].folded in ("to", "of", "for"):
        for number in range(1, len(name)):
            gap = text[name[number - 1].end : name[number].start]
            if number >= 2 and name[number].capital and "," not in gap:
                nation = find_nations(name[1:number])
                if nation and nation[0].last == number - 1:
                    return name[number:]
        return name[3:] if len(name) > 4 else ()
    return name
