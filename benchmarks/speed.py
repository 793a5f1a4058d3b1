"""How fast and how heavy reading is, everything on: from text to account, on two cores.

Takes: a ``.jsonl`` file or folder of reports in the project's schema (only their texts are used). Gives:
``tokens_per_second`` (word pieces, two processes of one thread, models loaded), ``seconds_per_article`` (one process,
an article of 500 words: reports put together until they have that many), ``cold_start`` (a new process reads its first
article), ``peak_mib`` of one process, ``cost_per_million_articles`` at a stated price. ``baseline`` is the bare encoder
on the same windows, which no reader that uses it can beat.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from benchmarks.gold import as_document
from training.corpus import load_reports
from vedette.pipeline import read_one
from vedette.reading import ReaderModel, load_reader, split_sentences
from vedette.reading.model import lay_out
from vedette.reading.windows import Window, cut_windows, sentence_tokens
from vedette.records import Document

WORDS = 500
ARTICLES = 120
CORES = 2
# What a rented machine with two cores costs an hour; a laptop costs nothing more than it does anyway.
DOLLARS_PER_HOUR = 0.10


def run(data: Path) -> dict[str, Any]:
    """Measure; takes about a minute on two quiet cores."""
    articles = make_articles([as_document(report) for report in load_reports(data)])[:ARTICLES]
    model = load_reader(threads=1)
    tokens = [len(model.tokenize(article.text).ids) for article in articles]
    read_one(articles[0], model)  # the value rooms load their tables once
    alone = _seconds(articles, model)
    per_second = sum(tokens) / _seconds_in_two(articles)
    encoder = _encoder_rate(articles[:20], model)
    hours = alone / len(articles) / 3600 / CORES
    return {
        "articles": len(articles),
        "words_per_article": WORDS,
        "tokens_per_second": round(per_second),
        "seconds_per_article": round(alone / len(articles), 3),
        "cold_start": round(_cold_start(articles[0].text), 2),
        "peak_mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "cost_per_million_articles": round(hours * 1_000_000 * DOLLARS_PER_HOUR, 2),
        "dollars_per_hour": DOLLARS_PER_HOUR,
        "baseline": {
            "encoder_tokens_per_second": round(encoder),
            "share_of_encoder": round(sum(tokens) / alone / encoder, 2),
        },
    }


def make_articles(documents: Sequence[Document]) -> list[Document]:
    """Put reports together until each article has `WORDS` words."""
    articles: list[Document] = []
    texts: list[str] = []
    words = 0
    for document in documents:
        texts.append(document.text)
        words += len(document.text.split())
        if words >= WORDS:
            first = documents[len(articles)]
            text = " ".join("\n\n".join(texts).split(" ")[:WORDS])
            articles.append(Document(first.id, first.sha256, first.name, first.media_type, text, language="en"))
            texts, words = [], 0
    return articles


def _seconds(articles: Iterable[Document], model: ReaderModel) -> float:
    started = time.perf_counter()
    for article in articles:
        read_one(article, model)
    return time.perf_counter() - started


_worker: list[ReaderModel] = []


def _load(article: Document) -> None:
    _worker.append(load_reader(threads=1))
    read_one(article, _worker[0])


def _read_share(articles: Sequence[Document]) -> float:
    return _seconds(articles, _worker[0])


def _seconds_in_two(articles: Sequence[Document]) -> float:
    """Give the time that the slower of two processes needs for its half, models loaded."""
    with ProcessPoolExecutor(CORES, get_context("spawn"), _load, (articles[0],)) as pool:
        halves = [articles[part::CORES] for part in range(CORES)]
        # Each process must have loaded before either starts to count.
        list(pool.map(_read_share, [half[:1] for half in halves]))
        return max(pool.map(_read_share, halves))


def _encoder_rate(articles: Iterable[Document], model: ReaderModel) -> float:
    """Give the word pieces a second of the encoder alone, on the windows that reading would cut."""
    windows: list[Window] = []
    for article in articles:
        sentences = split_sentences(article)
        windows += cut_windows(sentence_tokens(article.text, sentences, model.tokenize(article.text)), model.longest)
    batches = [lay_out(window) for window in windows]
    started = time.perf_counter()
    for batch in batches:
        model.encode(batch)
    return sum(window.own_to - window.own_from for window in windows) / (time.perf_counter() - started)


def _cold_start(text: str) -> float:
    """Give the seconds from starting `vedette read -` to its last line, for one article."""
    command = [sys.executable, "-m", "vedette", "read", "-", "--db", "none", "--quiet", "--format", "jsonl"]
    started = time.perf_counter()
    subprocess.run(command, input=text.encode(), check=True, capture_output=True)
    return time.perf_counter() - started
