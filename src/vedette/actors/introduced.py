"""Names that a text introduces for itself: "the Front for X (FLX)", "X, also known as Y", "X alias Y"."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from vedette.actors.index import find_matches
from vedette.actors.lexicon import listed
from vedette.actors.nations import Token, tokens_of
from vedette.actors.wording import APOSTROPHES, acronym_key, bare, fold, is_acronym

_LINKS = frozenset(
    [
        "of",
        "the",
        "for",
        "and",
        "in",
        "de",
        "la",
        "del",
        "los",
        "las",
        "du",
        "des",
        "der",
        "y",
        "e",
        "i",
        "al",
        "el",
        "ul",
        "ar",
        "an",
        "wa",
        "wal",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "li",
        "lil",
        "au",
        "et",
        "to",
        "bin",
        "ibn",
    ]
)
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,90})[)\]]")
_CAPITALS = (
    r"(?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ0-9][\w’'-]*|(?:al|el|ul|de|of|for|the|la|del|and|y|wa|du|des|wal|bin)(?=[\s-])[\w’'-]*)"
)
_ALIAS_NAME = rf"[“\"‘]?(?:the )?(?P<alias>{_CAPITALS}(?:[ -]{_CAPITALS})*)[”\"’]?"
_HINT = re.compile(
    r"\b(?:known|calls?|called|referred|alias|nicknamed|dubbed|calling)\b|@|\baka\b|\ba\.k\.a\b|, or (?=the |[A-Z“])"
)
_CUES = (
    r"(?:,? (?:also |better |otherwise |locally |commonly |formerly |previously |sometimes |now |once )?"
    r"(?:known|called|referred to)(?: locally| as| to \w+ as| by [^,.;]{0,40}?(?:initials|acronym|name)(?: in \w+)?)*)|"
    r"(?:,? (?:alias|a\.?k\.?a\.?|@|nicknamed|dubbed))|"
    r"(?:, (?:whom|which|who) (?:[^,.;]{0,50}? )?(?:calls?|called|knows?|knew)"
    r"(?: itself| themselves| it| them)?(?: as)?)|"
    r"(?:,? calling (?:itself|themselves))|(?P<weak>, or)"
)
_ALSO = re.compile(rf"(?:{_CUES}),? {_ALIAS_NAME}")
_APPOSED = re.compile(r", (?:or )?(?:the )?(?P<alias>[A-ZÀ-Þ][\w-]*[A-ZÀ-Þ0-9]\w*)\b")
_APPOSED_NAME = re.compile(rf", (?:or )?(?:the |an? )?(?P<alias>{_CAPITALS}(?:[ -]{_CAPITALS})+)(?=[,.;:)]| [a-z])")
_ITS_KIND = re.compile(r" (?:group|gang|movement|faction|organi[sz]ation|militia|network|outfit|cartel|clan|sect)$")
_FOREIGN = frozenset(
    [
        "al",
        "katibat",
        "katiba",
        "harakat",
        "jund",
        "junud",
        "junood",
        "ansar",
        "liwa",
        "saraya",
        "wa",
        "wana",
        "watu",
        "jaish",
        "jaysh",
        "lashkar",
        "sipah",
        "hizb",
        "baz",
        "dega",
        "ahl",
        "anak",
        "barisan",
        "gerakan",
        "tentara",
        "los",
        "las",
        "frente",
        "ejercito",
        "bloque",
        "comandos",
        "movimiento",
        "mouvement",
        "jamaat",
        "saor",
    ]
)
_NO_NAME = re.compile(
    r"^(?:the|in|an?|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|"
    r"september|october|november|december|\d+|\d\d?-year-old)\.?(?: |$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Introduced:
    """Two names that the text gives to one actor: `name` is the fuller one, `alias` the other."""

    name: str
    alias: str


def learn_acronyms(text: str, tokens: tuple[Token, ...] | None = None) -> tuple[Introduced, ...]:
    """Give the pairs of names that `text` introduces as one, in reading order and each once."""
    tokens = tokens_of(text) if tokens is None else tokens
    found = [*_in_brackets(text, tokens), *_by_words(text, tokens)]
    found += _by_initials(text, tokens, {fold(pair.alias) for _, pair in found})
    found.sort(key=lambda item: item[0])
    pairs: list[Introduced] = []
    for _, pair in found:
        if pair not in pairs and fold(pair.name) != fold(pair.alias):
            pairs.append(pair)
    return tuple(pairs)


def spelled_by(acronym: str, name: str) -> bool:
    """Tell whether the first letters of `name`'s words give `acronym` in their order; small words may be left out."""
    letters = [mark for mark in fold(acronym) if mark.isalnum()]
    reached = {0}  # how many letters the words so far can have given
    for word in fold(name.replace("-", " ")).split():
        given = {at + 1 for at in reached if at < len(letters) and letters[at] == word[0]}
        reached = given | (reached if word in _LINKS else set())
    return len(letters) in reached


def mixed_by(acronym: str, name: str) -> bool:
    """Tell whether `name` has the letters of `acronym` as initials in any order (an acronym of another language)."""
    letters, heavy = _initials(acronym, name)
    if len(letters) < 2 or abs(len(letters) - len(heavy)) > 1:
        return False
    shared = sum(min(letters.count(mark), heavy.count(mark)) for mark in set(letters))
    return shared >= max(2, len(letters) - 1)


def _initials(acronym: str, name: str) -> tuple[list[str], list[str]]:
    words = [word for word in fold(name.replace("-", " ")).split() if word not in _LINKS]
    return sorted(mark for mark in fold(acronym) if mark.isalpha()), sorted(word[0] for word in words)


def _in_brackets(text: str, tokens: tuple[Token, ...]) -> list[tuple[int, Introduced]]:
    ends = [token.end for token in tokens]
    found = []
    for bracket in _BRACKETS.finditer(text):
        inside = bare(re.split(r"[,;]| by its | in its ", bracket.group(1))[0])
        inside = re.sub(r"^(?:or|the|known as|also|aka|a\.k\.a\.|formerly|hereafter|henceforth)\s+", "", inside)
        number = bisect_right(ends, bracket.start())
        before = list(tokens[max(0, number - 16) : number])
        if not inside or not before or text[before[-1].end : bracket.start()].strip(" ”\"’'»*") or "." in inside[:-1]:
            continue
        last = before[-1].text
        if is_acronym(inside):
            name = _name_before(text, before, inside)
            if name:
                found.append((bracket.start(), Introduced(name, inside)))
        elif is_acronym(last) and not _NO_NAME.search(inside) and (spelled_by(last, inside) or mixed_by(last, inside)):
            found.append((bracket.start(), Introduced(inside, last)))
    return found


def _name_before(text: str, before: list[Token], acronym: str) -> str | None:
    """Give the name that ends at the last of `before` and that `acronym` shortens."""
    run = _run_before(text, before)
    for size in range(len(run), 1, -1):
        if _registered(_cut(text, run[-size:]), acronym):
            return _cut(text, run[-size:])
    for fits in (spelled_by, _has_all_initials, _has_most_initials):
        for size in range(1, len(run) + 1):
            if run[-size].named and fits(acronym, _cut(text, run[-size:])):
                return _cut(text, run[-size:])
    letters = sum(mark.isalpha() for mark in acronym)
    for size in range(max(2, letters), min(letters + 4, len(before)) + 1):
        words = _cut(text, before[-size:])
        if spelled_by(acronym, words) and not re.search(r"[.;:,]", words):
            return words
    if len(run) == 1:
        return run[0].text if run[0].text[0] == acronym[0] else None
    # the acronym may be of another language: then the name has about as many words as it has letters
    heavy = _initials(acronym, _cut(text, run))[1] if run else []
    return _cut(text, run) if run and abs(len(heavy) - letters) <= 1 else None


def _registered(name: str, acronym: str) -> bool:
    """Tell whether the registry has an actor with both names."""
    key = acronym_key(acronym)
    return any(acronym_key(label.text) == key for match in find_matches(name) for label in match.entry.labels)


def _has_all_initials(acronym: str, name: str) -> bool:
    return mixed_by(acronym, name) and _initials(acronym, name)[0] == _initials(acronym, name)[1]


def _has_most_initials(acronym: str, name: str) -> bool:
    letters, heavy = _initials(acronym, name)
    return len(letters) == len(heavy) and mixed_by(acronym, name)


def _run_before(text: str, before: list[Token]) -> list[Token]:
    """Give the run of capitalised words, with the links inside it, that ends `before`."""
    run: list[Token] = []
    for token in reversed(before):
        gap = text[token.end : run[0].start] if run else ""
        if gap.strip(' -–/“”"' + APOSTROPHES) or not (token.named or token.folded in _LINKS):
            break
        run.insert(0, token)
        if token.start and text[token.start - 1] in '“"«':
            break
    while run and (not run[0].named or _NO_NAME.search(run[0].text)):
        run = run[1:]
    return run


def _cut(text: str, tokens: list[Token]) -> str:
    return text[tokens[0].start : tokens[-1].end]


def _by_words(text: str, tokens: tuple[Token, ...]) -> list[tuple[int, Introduced]]:
    ends = [token.end for token in tokens]
    matches: dict[int, re.Match[str]] = {}
    for hint in _HINT.finditer(text):
        match = _ALSO.search(text, max(0, hint.start() - 70), hint.end() + 130)
        if match and match.start() <= hint.start() < match.start("alias"):
            matches[match.start()] = match
    for pattern in (_APPOSED, _APPOSED_NAME):
        for match in pattern.finditer(text):
            matches.setdefault(match.start(), match)
    found = []
    for start, match in sorted(matches.items()):
        kind = _ITS_KIND.search(text, max(0, start - 16), start)
        number = bisect_right(ends, kind.start() if kind else start)
        start = kind.start() if kind else start
        if not number or text[ends[number - 1] : start].strip('”"’)» '):
            continue
        run = _run_before(text, list(tokens[max(0, number - 14) : number]))
        pair = _pair(_cut(text, run), _trim(match["alias"]), match) if run else None
        if pair:
            found.append((start, pair))
    return found


def _trim(alias: str) -> str:
    words = alias.split()
    while words and words[-1].lower() in _LINKS:
        words.pop()
    while words and words[0].lower() in ("the", "and", "of", "for"):
        words.pop(0)
    return bare(" ".join(words))


def _pair(name: str, alias: str, match: re.Match[str]) -> Introduced | None:
    if len(alias) < 2:
        return None
    short, long = (alias, name) if is_acronym(alias) else (name, alias)
    if is_acronym(short) and (spelled_by(short, long) or mixed_by(short, long)):
        return Introduced(long, short)
    if match.re is _APPOSED_NAME:
        return Introduced(name, alias) if _translated(name, alias) else None
    if match.re is _APPOSED:
        return None
    if match["weak"]:  # "Sipah-e-Noor, or the Army of Light" but not "in Paris, or London"
        return Introduced(name, alias) if min(len(re.split(r"[ -]", name)), len(alias.split())) >= 2 else None
    return Introduced(name, alias)


def _translated(name: str, alias: str) -> bool:
    """Tell whether `alias` may put `name` into English: "Katibat al-Rimal, the Brigade of the Sands"."""
    words, others = fold(name).split(), fold(alias).split()
    foreign = bool(_FOREIGN & set(words)) and not _FOREIGN & set(others)
    return (
        foreign
        and len(words) >= 2
        and len(others) >= 2
        and ("of" in others or others[-1] in listed("armed") | listed("perhaps_armed"))
    )


def _by_initials(text: str, tokens: tuple[Token, ...], known: set[str]) -> list[tuple[int, Introduced]]:
    """Pair an acronym that the text never explains with the one name in it that has these initials."""
    short: dict[str, Token] = {}
    for token in tokens:
        if token.text[1:2].islower() or not token.text[0].isupper():
            continue
        word = re.sub(r"['’]s?$", "", token.text)
        if len(word) >= 3 and word.isalpha() and word.isupper() and fold(word) not in known:
            short.setdefault(word, token)
    if not short or len(short) * 3 > len(tokens):  # a text all in capitals has no acronyms to tell
        return []
    runs = _runs(text, tokens)
    found = []
    for word, token in short.items():
        names = {fold(name): name for run in runs for name in _spelled_parts(text, run, word)}
        if len(names) == 1:
            found.append((token.start, Introduced(next(iter(names.values())), word)))
    return found


def _spelled_parts(text: str, run: list[Token], word: str) -> list[str]:
    parts = []
    for first in range(len(run)):
        if run[first].folded[:1] != word[0].lower() or not run[first].named:
            continue
        for last in range(first + 2, len(run) + 1):
            if run[last - 1].named and spelled_by(word, _cut(text, run[first:last])):
                parts.append(_cut(text, run[first:last]))
                break
    return parts


def _runs(text: str, tokens: tuple[Token, ...]) -> list[list[Token]]:
    runs: list[list[Token]] = []
    run: list[Token] = []
    for token in tokens:
        joined = not run or not text[run[-1].end : token.start].strip(' -–/“”"' + APOSTROPHES)
        if joined and (token.named or (run and token.folded in _LINKS)):
            run.append(token)
            continue
        runs.append(run)
        run = [token] if token.named else []
    runs.append(run)
    return [run for run in runs if len(run) >= 2]
