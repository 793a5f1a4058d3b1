"""Mentions of events across documents: both corpora's files, the levels, and what was fitted."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from benchmarks import merge
from benchmarks.event_coreference import compare_mentions, group, head_of, load_fitted, prepare, run, stem_pair
from benchmarks.mention_files import SENTENCES, EventMention, read_mentions

FLOOD = "A flood swept through the harbour of Ostrel on Monday and killed nine sailors ."
AGAIN = "Nine sailors died when the flood reached Ostrel harbour on Monday ."
OTHER = "The council of Brelk opened a new library with a speech by the mayor ."


def ecb_file(sentence: str, trigger: str, label: str, *, place: str | None = None) -> str:
    words = sentence.split()
    tokens = "".join(f'<token t_id="{n}" sentence="1" number="{n}">{word}</token>' for n, word in enumerate(words, 1))
    marks = f'<ACTION_OCCURRENCE m_id="1"><token_anchor t_id="{words.index(trigger) + 1}"/></ACTION_OCCURRENCE>'
    if place:
        marks += f'<LOC_GEO m_id="2"><token_anchor t_id="{words.index(place) + 1}"/></LOC_GEO>'
    marks += f'<ACTION_OCCURRENCE m_id="9" instance_id="{label}"/>'
    relation = f'<CROSS_DOC_COREF r_id="5" note="{label}"><source m_id="1"/><target m_id="9"/></CROSS_DOC_COREF>'
    return f'<Document doc_id="d">{tokens}<Markables>{marks}</Markables><Relations>{relation}</Relations></Document>'


@pytest.fixture
def ecb(tmp_path: Path) -> Path:
    folder = tmp_path / "ECB+" / "90"
    folder.mkdir(parents=True)
    for number, (sentence, trigger, label) in enumerate(
        [(FLOOD, "flood", "ACT1"), (AGAIN, "flood", "ACT1"), (OTHER, "opened", "ACT2"), (OTHER, "speech", "ACT3")], 1
    ):
        place = "Ostrel" if "Ostrel" in sentence else None
        (folder / f"90_{number}ecb.xml").write_text(ecb_file(sentence, trigger, label, place=place))
    rows = [f"90,{number}ecb,1" for number in (1, 2, 3)]
    (tmp_path / SENTENCES).write_text("\n".join(["Topic,File,Sentence Number", *rows]) + "\n")
    return tmp_path


def test_mentions_of_unchecked_sentences_are_left_out(ecb: Path) -> None:
    mentions, documents = read_mentions(ecb)
    assert [(one.document, one.words, one.label) for one in mentions] == [
        ("90_1ecb", ("flood",), "ACT1"),
        ("90_2ecb", ("flood",), "ACT1"),
        ("90_3ecb", ("opened",), "ACT2"),
    ]
    assert mentions[0].slots == {"where": ("Ostrel",)}
    assert len(documents) == 3


def test_the_list_of_checked_sentences_is_found_from_a_topic_below_it(ecb: Path) -> None:
    assert len(read_mentions(ecb / "ECB+" / "90")[0]) == 3


def test_a_mention_of_meantime_has_what_is_tied_to_it(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(
        '<Document doc_id="7"><token t_id="1" sentence="0">Boats</token><token t_id="2" sentence="0">sank</token>'
        '<token t_id="3" sentence="0">Monday</token><Markables>'
        '<ENTITY_MENTION m_id="1"><token_anchor t_id="1"/></ENTITY_MENTION>'
        '<EVENT_MENTION m_id="2"><token_anchor t_id="2"/></EVENT_MENTION>'
        '<EVENT_MENTION m_id="3"><token_anchor t_id="3"/></EVENT_MENTION>'
        '<EVENT m_id="4" instance_id="SINK"/></Markables><Relations>'
        '<REFERS_TO r_id="1"><source m_id="2"/><target m_id="4"/></REFERS_TO>'
        '<HAS_PARTICIPANT r_id="2"><source m_id="2"/><target m_id="1"/></HAS_PARTICIPANT>'
        "</Relations></Document>"
    )
    (mention,) = read_mentions(tmp_path)[0]
    assert (mention.words, mention.label, mention.slots) == (("sank",), "SINK", {"who": ("Boats",)})


def test_merge_takes_such_a_folder_and_prints_the_baselines_beside_the_figures(ecb: Path) -> None:
    figures = merge.run(ecb)
    assert figures == run(ecb)
    assert figures["mentions"] == 3
    assert set(figures["baselines"]) == {"all_apart", "same_lemma", "same_day_and_place", "same_lemma_in_story"}
    assert figures["baselines"]["all_apart"]["pairwise"]["f1"] == 0.0
    assert figures["conll"]["f1"] > figures["baselines"]["all_apart"]["conll"]["f1"]


def test_a_folder_without_marked_mentions_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<Document><Markables/></Document>")
    with pytest.raises(ValueError, match="no file below it marks"):
        read_mentions(tmp_path)


def test_topics_that_were_fitted_on_are_not_measured(ecb: Path) -> None:
    (ecb / "ECB+" / "90").rename(ecb / "ECB+" / "1")
    (ecb / SENTENCES).unlink()
    with pytest.raises(ValueError, match="fitted on"):
        run(ecb)


def test_the_development_topics_were_not_fitted_on() -> None:
    assert load_fitted().topics.isdisjoint({"2", "5", "12", "18", "21", "23", "34", "35"})


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("checked into", "checked"),
        ("is dead", "dead"),
        ("took part", "part"),
        ("killed", "kill"),
        ("was", "was"),
        ("Shot", "shooting"),
        ("fell", "falls"),
        ("has fled", "flee"),
        ("was wounded", "wounds"),
    ],
)
def test_the_head_is_the_word_that_says_what_happens(words: str, head: str) -> None:
    assert head_of(words.split()) == head_of([head])


def test_mentions_share_their_levels_whichever_comes_first() -> None:
    texts = {"a": tuple(FLOOD.split()), "b": tuple(AGAIN.split()), "c": tuple(OTHER.split())}
    mentions = [
        EventMention(name, "90", 0, ("flood",) if name != "c" else ("opened",), words, {"where": ("Ostrel",)}, name)
        for name, words in texts.items()
    ]
    corpus = prepare(mentions, texts)
    ones, twos = np.array([0, 0, 1]), np.array([1, 2, 2])
    there = compare_mentions(corpus, ones, twos, {stem_pair("flood", "flood"): 1.5})
    back = compare_mentions(corpus, twos, ones, {stem_pair("flood", "flood"): 1.5})
    assert all(np.allclose(there[name], back[name]) for name in there)
    assert there["head"].tolist() == [1.0, 0.0, 0.0]
    assert there["seen"].tolist() == [1.5, 0.0, 0.0]
    assert len(group(corpus, load_fitted())) == 3
