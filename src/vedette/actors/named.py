"""Reads phrases that have a name: of the registry, of the document's own making, or one that nobody knows yet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from vedette.actors.choose import rank, winner
from vedette.actors.cues import keep_by_cue
from vedette.actors.index import Match, find_matches
from vedette.actors.lexicon import Told, find_organ, find_role, listed
from vedette.actors.nations import Token, nations_in, words_of
from vedette.actors.phrase import Phrase, take_apart
from vedette.actors.scene import ARMED_GROUP, GENERIC, PERSON, Read, Scene, of_entry, of_words
from vedette.actors.wings import wings_in
from vedette.actors.wording import bare, fold, is_acronym, singular
from vedette.records import ActorCandidate, Span

_INITIALS = re.compile(r"(?:[A-Z]\. ?){2,}")
_ALIAS = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)* (?:alias|@) [A-ZÀ-Þ“\"].+")
_ARTICLE = re.compile(r"\b[Tt]he\s+[“\"']?$")
_KEEPS_HEAD = ("gang", "militia", "cartel", "faction", "network")
_ONE_PERSON = ("man", "woman", "boy", "girl", "person", "suspect")
_WORDLESS_MEMBERS = ("member", "element", "faction")
_SPEAK_FOR = ("member", "leader", "official", "head", "chairman", "statement", "report", "negotiator", "founder")


def read_known(phrase: Phrase, span: Span, scene: Scene) -> Read | None:
    """Read a phrase that is a known name as a whole, with or without article and hedges."""
    for name in dict.fromkeys((bare(phrase.text), phrase.core, phrase.main, phrase.name)):
        found = known(name, span, scene)
        if found:
            return found
    return known(phrase.bracket, span, scene) if phrase.bracket else None


def read_self_named(phrase: Phrase, span: Span, scene: Scene) -> Read | None:
    """Read "a splinter calling itself Armed Renewal" by the name it takes."""
    if not phrase.self_named or not phrase.self_named[:1].isupper():
        return None
    words = fold(phrase.main).split()
    role = find_role(words)
    if words and words[-1] in _ONE_PERSON:
        return new_person(phrase.self_named, span, scene)
    if (role and role.fights) or (words and words[-1] in listed("parts") | listed("members")):
        return known(phrase.self_named, span, scene) or new_group(phrase.self_named, span, scene, armed=True)
    return None


def read_member_of(phrase: Phrase, span: Span, scene: Scene) -> Read | None:
    """Read "members of the Front" as the Front; "a wing of the Front" is a group of its own."""
    if phrase.of is None or phrase.former:
        return None
    head, whole = phrase.of
    words = fold(head).split()
    last = singular(words[-1]) if words else ""
    if last not in listed("members") or (len(words) > 1 and head[:1].isupper() and head.split()[-1][:1].isupper()):
        return None
    part = last in listed("parts") or bool(listed("parts") & set(words))
    group = take_apart(whole)
    found = None if part else known(group.main, span, scene) or known(group.name, span, scene)
    if found and found.value.kind in (ARMED_GROUP, "organisation", "party", "media", None):
        return replace(found, why=f"{head!r} of it; {found.why}")
    named = group.main[:1].isupper() and not nations_in(group.main) and not find_organ(fold(group.main))
    role = find_role(words)
    telling = _group_words(group.main) or is_acronym(group.main) or (role and role.fights and not _is_role(group.main))
    if part or not named or not telling:
        return None
    return new_group(group.main, span, scene, armed=last not in _SPEAK_FOR)


def read_member_after_name(phrase: Phrase, span: Span, scene: Scene) -> Read | None:
    """Read "M23 fighters", "PURE fighters" and "ADF commander X" as the group."""
    tokens = words_of(phrase.name)
    if phrase.former:
        return None
    for size in range(len(tokens) - 1, 0, -1):
        if tokens[size].named:
            continue
        after = [singular(tokens[size].folded.split(" ")[-1]), singular(tokens[-1].folded.split(" ")[-1])]
        thing = find_role([token.folded for token in tokens[size:]])
        if not listed("members") & set(after) and not (thing and thing.thing):
            continue
        name = re.sub(r"['’]s?$", "", phrase.name[: tokens[size - 1].end])
        found = None if name.islower() else known(name, span, scene)
        if found and thing and thing.thing and not listed("members") & set(after):
            return _thing_of(found, thing, phrase, span)
        if found:
            return replace(found, why=f"{tokens[size].text!r} of it; {found.why}")
        if after[0] in listed("members"):
            found = _new_with_members(name, after[0], tokens, size, phrase, span, scene)
        if found:
            return found
    return None


def _thing_of(found: Read, thing: Told, phrase: Phrase, span: Span) -> Read | None:
    """Read "ISIL targets" as a thing; whose it is stays a candidate."""
    value = found.value
    if value.kind == "media" or not value.actor_id:
        return None
    owner = ActorCandidate(value.actor_id, value.name, 0.6, value.label_of)
    made = replace(of_words(span, phrase.core, (GENERIC, None, thing.category)), candidates=(owner,))
    return Read(made, f"the word {thing.word!r} tells a thing; {found.why}")


def _new_with_members(
    name: str, after: str, tokens: Sequence[Token], size: int, phrase: Phrase, span: Span, scene: Scene
) -> Read | None:
    role = find_role([token.folded for token in tokens[size:]])
    fighting = (role is not None and role.fights) or after in _WORDLESS_MEMBERS
    capitals = all(token.named or token.folded in listed("name_links") for token in tokens[:size])
    if fighting and capitals and (size > 1 or is_acronym(name)) and not nations_in(name):
        return new_group(phrase.name if after in _KEEPS_HEAD else name, span, scene, armed=True)
    return None


def read_provisional(phrase: Phrase, span: Span, scene: Scene) -> Read | None:
    """Read a name with a group's word in it, or an acronym, that neither registry nor document explains."""
    name = phrase.name if phrase.name[:1].isupper() or is_acronym(phrase.name) else phrase.main
    tokens = words_of(name)
    if (
        _INITIALS.fullmatch(span.text)
        or not tokens
        or not all(token.named or token.folded in listed("name_links") for token in tokens)
    ):
        return None
    return new_group(name, span, scene)


def read_private_person(phrase: Phrase, span: Span, scene: Scene) -> Read | None:
    """Read what is shaped like a person's name as that, and say nothing more of the person."""
    if _INITIALS.fullmatch(span.text) or _ALIAS.fullmatch(phrase.core):
        return Read(of_words(span, span.text, (PERSON, None, None)), "initials or an alias stand for a person")
    return new_person(phrase.main, span, scene)


def known(name: str, span: Span, scene: Scene) -> Read | None:
    """Read a name by the document's own names for it first, then by the registry."""
    names = scene.cast.names(name)
    full = scene.cast.fullest(name)
    matches = _matches(names, full)
    if matches:
        return _chosen(name, matches, span, scene)
    if len(names) == 1:
        return None
    short = any(is_acronym(other) for other in names)
    found = new_group(full, span, scene) or (None if short else new_person(full, span, scene))
    return found or Read(of_words(span, full), "a name that the document gives two forms of")


def _matches(names: Iterable[str], full: str) -> list[Match]:
    names = sorted(names, key=is_acronym)  # full names say more than acronyms
    matches: list[Match] = []
    for name in names:
        matches += find_matches(name) if not (matches and is_acronym(name)) else ()
    if len(names) > 1 and not is_acronym(full) and not find_matches(full):
        of_full = set(fold(full).split())  # the document's full name is another's: its short forms are too
        matches = [match for match in matches if not _is_short(match.label.text, of_full)]
    return matches


def _is_short(label: str, of_full: set[str]) -> bool:
    return is_acronym(label) or set(fold(label).split()) <= of_full


def _chosen(name: str, matches: Sequence[Match], span: Span, scene: Scene) -> Read:
    matches = keep_by_cue(name, matches, span, scene.text)
    candidates = rank(matches, scene.surroundings, scene.year)
    entry = winner(name, matches, candidates, scene.surroundings, scene.year)
    if entry:
        label = next(candidate.label_of for candidate in candidates if candidate.actor_id == entry.id)
        rivals = candidates if len(candidates) > 1 else ()
        return Read(replace(of_entry(entry, span, label), candidates=rivals), f"{name!r} is a name of {entry.id}")
    kinds = [match.entry.kind for match in matches]
    told = (
        _single({kind.kind for kind in kinds}),
        _single({kind.sector for kind in kinds}),
        _single({kind.category for kind in kinds}),
    )
    why = f"{name!r} can mean {len(candidates)} in the registry; the document does not tell that it does"
    listed = (*candidates, *_wings_here(candidates, scene))
    return Read(replace(of_words(span, scene.cast.fullest(name), told), candidates=listed), why)


def _wings_here(candidates: Sequence[ActorCandidate], scene: Scene) -> tuple[ActorCandidate, ...]:
    """Give the wings that the groups in question have in the one country that the document speaks of."""
    here = scene.surroundings.leading
    known = {candidate.actor_id for candidate in candidates}
    wings = [wing.id for actor in sorted(known) for wing in (wings_in(actor, here, scene.year) if here else ())]
    return scene.listed([wing for wing in dict.fromkeys(wings) if wing not in known])


def _single(values: set[str] | set[str | None]) -> str | None:
    return next(iter(values)) if len(values) == 1 else None


def new_group(name: str, span: Span, scene: Scene, *, armed: bool = False) -> Read | None:
    """Make a provisional actor of a name that has a group's word in it, or that armed members are said to have."""
    full = scene.cast.fullest(name)
    words = fold(full).split()
    every = {*words, *fold(name).split()}
    every |= {singular(word) for word in every}
    uniformed = bool(every & listed("official")) and not every & (listed("armed") - listed("uniformed"))
    telling = bool(every & listed("armed")) and not uniformed and words[-1] not in listed("media")
    if armed or telling or scene.cast.armed(name):
        value = of_words(span, full, (ARMED_GROUP, "UAF", "fighter"))
        return Read(value, "an armed group's name that is not in the registry")
    kind, sector = _civil_kind(words)
    if kind:
        return Read(of_words(span, full, (kind, sector, None)), "an organisation's name that is not in the registry")
    if every & (listed("perhaps_armed") | listed("armed")) or is_acronym(name):
        return Read(of_words(span, full), "a group's name that does not tell what it is")
    return None


def _civil_kind(words: list[str]) -> tuple[str | None, str | None]:
    if words[-1] in listed("media") or words[0] == "radio":
        return "media", "JRN"
    if words[-1] in listed("companies"):
        return "company", "BUS"
    return ("organisation", None) if listed("civil") & set(words) else (None, None)


def new_person(name: str, span: Span, scene: Scene) -> Read | None:
    """Take one to five capitalised words that no article and no place word marks as something else as a person."""
    words = [token for token in words_of(name) if token.folded not in listed("name_links")]
    if not 1 <= len(words) <= 5 or not all(token.named for token in words) or any(mark.isdigit() for mark in name):
        return None
    if any(token.folded in listed("no_person") or is_acronym(token.text) for token in words) or nations_in(name):
        return None
    article = _ARTICLE.search(scene.text[max(0, span.start - 6) : span.start]) or scene.text.find(f" the {name}") >= 0
    if article or (len(words) == 1 and not scene.cast.knows(name)):
        return None
    return Read(of_words(span, scene.cast.fullest(name), (PERSON, None, None)), "shaped like a person's name")


def _is_role(name: str) -> bool:
    return find_role(fold(name).split()[-1:]) is not None


def _group_words(name: str) -> bool:
    return bool(set(fold(name).split()) & (listed("armed") | listed("perhaps_armed")))
