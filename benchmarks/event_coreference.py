"""How well mentions of events are grouped across documents, on public corpora: ECB+ and MEANTIME, gold mentions.

Takes: a folder of either corpus (see `mention_files`). Of ECB+ the topics that `training.event_coreference` fitted the
weights on are left out. The way is that of incidents, for single mentions of any happening: pairs are compared in
levels, weighed by a logistic regression, joined by average linkage (`vedette.incidents.clustering`). What reports have
no need of comes on top: how alike two documents and two sentences are (cosine of TF-IDF), and how often two words tell
of one happening in the training topics.

Keys: ``conll``, ``muc``, ``b3``, ``ceaf_e``, ``pairwise`` over all mentions, singletons too, all topics together;
``baselines``: the same for all apart, same lemma (stem of the head), same lemma within documents that are alike, same
day and place (words of time and place in the sentence).
"""

from __future__ import annotations

import functools
import json
import math
import re
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from benchmarks.clusters import groups_of, score_clusters
from benchmarks.mention_files import EventMention, read_mentions
from vedette.incidents.clustering import Links, link_rows
from vedette.incidents.wording import overlap, stem

ALIKE = 0.12  # cosine of two documents that may tell of one thing; others are compared with nothing
NEIGHBOURS = 5  # documents that are taken for those of the same story
LIKELY = 0.3  # how alike documents of one story are at least, where none of the corpus tells the same one
SAME_STORY = 0.25  # cosine from which the stronger lemma baseline takes two documents for one story
_AT_ONCE = 5000
_WORD = re.compile(r"[^\W_]+")
# Verbs and nouns that only carry another word; the head of "be in contact" is "contact".
_LIGHT = frozenset(
    {"be", "is", "are", "was", "were", "been", "being", "have", "has", "had", "do", "does", "did", "to"}
    | {"a", "an", "the", "of", "in", "on", "for", "by", "it", "its"}
)

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Fitted:
    """What was learnt from the training topics: weights, the bar, and how often two stems told of one happening.

    `seen` holds the log-odds of pairs of stems, lower stem first, joined by a blank; `topics` are those fitted on.
    """

    weights: Mapping[str, float]
    intercept: float
    bar: float
    seen: Mapping[str, float]
    topics: frozenset[str]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Mentions ready to be compared: heads, words of slots as stems, documents and sentences as unit vectors."""

    mentions: Sequence[EventMention]
    heads: Sequence[str]
    slots: Sequence[Mapping[str, frozenset[str]]]
    document: npt.NDArray[np.int32]
    documents: Floats
    sentences: Floats


def run(data: Path) -> dict[str, Any]:
    """Group the mentions below `data` and give the figures."""
    fitted = load_fitted()
    mentions, documents = read_mentions(data)
    asked = [mention for mention in mentions if mention.topic not in fitted.topics]
    if not asked:
        raise ValueError(f"{data}: all its topics were fitted on, so nothing can be measured")
    corpus = prepare(asked, documents)
    labels = group(corpus, fitted)
    return {
        **figures(corpus, labels),
        "mentions": len(asked),
        "happenings": len({mention.label for mention in asked}),
        "documents": len({mention.document for mention in asked}),
        "topics": len({mention.topic for mention in asked}),
        "baselines": {name: figures(corpus, rule) for name, rule in _baselines(corpus).items()},
    }


def figures(corpus: Corpus, labels: Sequence[Hashable]) -> dict[str, Any]:
    """Score labels of the mentions, in order."""
    key = groups_of({number: mention.label for number, mention in enumerate(corpus.mentions)})
    return score_clusters(key, groups_of(dict(enumerate(labels))))


@functools.cache
def load_fitted() -> Fitted:
    """Load what `training.event_coreference` has fitted."""
    stored = json.loads((resources.files("benchmarks") / "data" / "event_coreference.json").read_text(encoding="utf-8"))
    return Fitted(stored["weights"], stored["intercept"], stored["bar"], stored["seen"], frozenset(stored["topics"]))


def group(corpus: Corpus, fitted: Fitted) -> list[int]:
    """Give the number of each mention's group."""
    ones, twos = candidates(corpus)
    scores = np.full(len(ones), fitted.intercept)
    for name, values in compare_mentions(corpus, ones, twos, fitted.seen).items():
        scores += fitted.weights.get(name, 0.0) * values
    # Two mentions of one document may tell of one happening, so each is a document of its own here.
    alone = np.arange(len(corpus.mentions), dtype=np.int32)
    links = Links(ones.astype(np.int32), twos.astype(np.int32), scores)
    return [int(first) for first in link_rows(alone, links, fitted.bar)]


# Mentions


def prepare(mentions: Sequence[EventMention], documents: Mapping[str, Sequence[str]]) -> Corpus:
    """Stem the words of the mentions, and weigh those of their documents and sentences."""
    names = sorted({mention.document for mention in mentions})
    stems = {name: [stem(word) for word in _words(documents[name])] for name in names}
    rarity = _rarity(list(stems.values()))
    order = {word: place for place, word in enumerate(sorted(rarity))}
    place = {name: number for number, name in enumerate(names)}
    return Corpus(
        mentions,
        [head_of(mention.words) for mention in mentions],
        [
            {slot: frozenset(stem(word) for word in _words(words)) - _LIGHT for slot, words in mention.slots.items()}
            for mention in mentions
        ],
        np.array([place[mention.document] for mention in mentions], np.int32),
        np.stack([_vector(stems[name], rarity, order) for name in names]),
        np.stack([_vector([stem(word) for word in _words(one.sentence)], rarity, order) for one in mentions]),
    )


def _words(tokens: Sequence[str]) -> list[str]:
    return [word for token in tokens for word in _WORD.findall(token)]


def head_of(words: Sequence[str]) -> str:
    """Give the stem of the word that says what happens: of a phrase the last that is more than a carrier.

    All forms of a verb have one stem, irregular ones too.
    """
    heavy = [word for word in _words(words) if word.lower() not in _LIGHT]
    head = (heavy or list(words))[0 if len(heavy) > 1 and _is_particle(heavy[-1]) else -1]
    return stem(_plain_forms().get(head.lower(), head))


@functools.cache
def _plain_forms() -> dict[str, str]:
    """Give the plain form of each form of an irregular verb: "shoot" of "shot"."""
    table = (resources.files("benchmarks") / "data" / "irregular_verbs.txt").read_text(encoding="utf-8")
    rows = [line.split() for line in table.splitlines() if not line.startswith("#")]
    return {form: plain for plain, *forms in rows for form in forms}


def _is_particle(word: str) -> bool:
    return word.lower() in {"up", "out", "off", "down", "over", "away", "into", "back", "at", "with", "from"}


def _rarity(texts: Sequence[Sequence[str]]) -> dict[str, float]:
    counts = Counter(word for text in texts for word in set(text))
    return {word: math.log(len(texts) / count) for word, count in counts.items() if count > 1}


def _vector(words: Sequence[str], rarity: Mapping[str, float], order: Mapping[str, int]) -> Floats:
    vector = np.zeros(len(order))
    for word, count in Counter(words).items():
        if word in rarity:
            vector[order[word]] = (1 + math.log(count)) * rarity[word]
    length = float(np.linalg.norm(vector))
    return vector / length if length else vector


def candidates(corpus: Corpus) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Give the pairs worth comparing: of one document or of two that are alike."""
    near = corpus.documents @ corpus.documents.T >= ALIKE
    np.fill_diagonal(near, val=True)
    ones, twos = np.nonzero(np.triu(near[np.ix_(corpus.document, corpus.document)], k=1))
    return ones, twos


def compare_mentions(
    corpus: Corpus, ones: npt.NDArray[np.int64], twos: npt.NDArray[np.int64], seen: Mapping[str, float]
) -> dict[str, Floats]:
    """Compare pairs of mentions in levels, each 0 to 1 but for the log-odds of two stems."""
    heads = [stem_pair(corpus.heads[one], corpus.heads[two]) for one, two in zip(ones, twos, strict=True)]
    same = np.array([one == two for one, two in (pair.split(" ") for pair in heads)], np.float64)
    odds = np.array([seen.get(pair, 0.0) for pair in heads])
    known = np.array([pair in seen for pair in heads], np.float64)
    alike = corpus.documents @ corpus.documents.T
    stories = alike[corpus.document[ones], corpus.document[twos]]
    sentences = _cosines(corpus.sentences, ones, twos)
    within = (corpus.document[ones] == corpus.document[twos]).astype(np.float64)
    told = np.array(_stories(corpus))[corpus.document]
    one_story = (told[ones] == told[twos]) * (1 - within)
    nearness = _nearness(corpus)[corpus.document[ones], corpus.document[twos]] * (1 - within)
    levels = {
        "head": same,
        "seen": odds,
        "never-seen": 1 - known,
        "head-never-seen": same * (1 - known),
        "story": stories * (1 - within),
        "story-squared": stories**2 * (1 - within),
        "one-document": within,
        "one-story": one_story,
        "nearness": nearness,
        "head-in-one-story": same * one_story,
        "head-nearness": same * nearness,
        "seen-in-one-story": odds * one_story,
        "seen-nearness": odds * nearness,
        "sentence-in-one-story": sentences * one_story,
        "sentence-nearness": sentences * nearness,
        "sentence": sentences,
        "head-in-story": same * stories * (1 - within),
        "seen-in-story": odds * stories * (1 - within),
        "head-in-document": same * within,
        "head-in-sentence": same * sentences,
        "seen-in-sentence": odds * sentences,
    }
    for slot in ("who", "what", "where", "when"):
        shared, other = _slot_levels(corpus, ones, twos, slot)
        levels |= {
            slot: shared,
            f"{slot}-other": other,
            f"head-{slot}": same * shared,
            f"head-{slot}-other": same * other,
        }
    return levels


def _slot_levels(
    corpus: Corpus, ones: npt.NDArray[np.int64], twos: npt.NDArray[np.int64], slot: str
) -> tuple[Floats, Floats]:
    """Give how much two mentions share of who takes part (or when, where), and whether both tell it and share none."""
    words = [slots.get(slot, frozenset()) for slots in corpus.slots]
    shared = np.array([overlap(words[one], words[two]) for one, two in zip(ones, twos, strict=True)])
    told = np.array([bool(own) for own in words])
    return shared, (told[ones] & told[twos] & (shared == 0)).astype(np.float64)


def _cosines(vectors: Floats, ones: npt.NDArray[np.int64], twos: npt.NDArray[np.int64]) -> Floats:
    """Give the cosines of pairs of unit vectors, some at a time: the vectors of all pairs are too many to hold."""
    found = np.zeros(len(ones))
    for at in range(0, len(ones), _AT_ONCE):
        some = slice(at, at + _AT_ONCE)
        found[some] = (vectors[ones[some]] * vectors[twos[some]]).sum(axis=1)
    return found


def stem_pair(one: str, two: str) -> str:
    """Give the name of a pair of stems."""
    return f"{min(one, two)} {max(one, two)}"


# What anybody would try first


def _baselines(corpus: Corpus) -> dict[str, Sequence[Hashable]]:
    rules: dict[str, Callable[[int], Hashable]] = {
        "all_apart": lambda number: number,
        "same_lemma": lambda number: corpus.heads[number],
        "same_day_and_place": lambda number: (
            (corpus.slots[number].get("when"), corpus.slots[number].get("where"))
            if corpus.slots[number].get("when") and corpus.slots[number].get("where")
            else number
        ),
    }
    stories = _stories(corpus)
    rules["same_lemma_in_story"] = lambda number: (stories[corpus.document[number]], corpus.heads[number])
    return {name: [rule(number) for number in range(len(corpus.mentions))] for name, rule in rules.items()}


def _nearness(corpus: Corpus) -> Floats:
    """Give how alike two documents are beside the few each is most alike to: topics differ in how close they lie."""
    alike = corpus.documents @ corpus.documents.T
    np.fill_diagonal(alike, 0.0)
    few = min(NEIGHBOURS, len(alike) - 1)
    usual = np.sort(alike, axis=1)[:, len(alike) - few :].mean(axis=1) if few > 0 else np.ones(len(alike))
    usual = np.maximum(usual, LIKELY)
    return np.asarray(np.minimum(1.5, alike / np.sqrt(usual[:, None] * usual[None, :])))


def _stories(corpus: Corpus) -> list[int]:
    """Group the documents by how alike they are, with the linkage of incidents."""
    alike = corpus.documents @ corpus.documents.T
    ones, twos = np.nonzero(np.triu(alike > 0, k=1))
    alone = np.arange(len(alike), dtype=np.int32)
    # The linkage takes log-odds, of which a pair that was not compared has -4: cosines are laid on that scale.
    links = Links(ones.astype(np.int32), twos.astype(np.int32), 8 * alike[ones, twos] - 4)
    return [int(first) for first in link_rows(alone, links, 8 * SAME_STORY - 4)]
