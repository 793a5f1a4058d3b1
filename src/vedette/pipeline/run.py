"""Many documents: one process or several, the same bytes out."""

from __future__ import annotations

import functools
import itertools
import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass

from vedette import __version__
from vedette.documents import Received
from vedette.pipeline.way import read_one
from vedette.reading import ReaderModel, load_reader, model_version
from vedette.records import Account, Issue

# How many documents wait for each worker: enough to keep it busy, few enough to fit in memory.
AHEAD = 4


@dataclass(frozen=True, slots=True)
class Read:
    """One document read, with the bytes that it came as."""

    account: Account
    original: bytes


@functools.cache
def _model() -> ReaderModel:
    # One thread in every process and in one process alike: the order of sums, and so the bytes, must not depend on it.
    return load_reader(threads=1)


def reader_version() -> str:
    """Name the program and the reader model: what a case file keeps beside each account."""
    return f"{__version__}+{model_version()}"


def read_all(
    received: Iterable[Received | Issue], workers: int = 1, known: Callable[[str], bool] = lambda _: False
) -> Iterator[Read | Issue]:
    """Read documents in the order they come; issues pass through in their places.

    `known` says by its id whether a document was read before by this version; such a document is passed over. With
    several `workers` each process loads the model once and uses one core.
    """
    wanted = (item for item in received if isinstance(item, Issue) or not known(item.document.id))
    if workers <= 1:
        for item in wanted:
            yield item if isinstance(item, Issue) else _read(item)
        return
    # Forking a process that has threads (onnxruntime's, polars') can hang it: spawn starts clean.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, context) as pool:
        yield from _in_order(wanted, pool, workers * AHEAD)


def _in_order(items: Iterator[Received | Issue], pool: ProcessPoolExecutor, most: int) -> Iterator[Read | Issue]:
    waiting: list[Future[Read] | Issue] = [_submit(item, pool) for item in itertools.islice(items, most)]
    while waiting:
        first = waiting.pop(0)
        yield first if isinstance(first, Issue) else first.result()
        waiting += [_submit(item, pool) for item in itertools.islice(items, 1)]


def _submit(item: Received | Issue, pool: ProcessPoolExecutor) -> Future[Read] | Issue:
    return item if isinstance(item, Issue) else pool.submit(_read, item)


def _read(received: Received) -> Read:
    return Read(read_one(received.document, _model(), received.issues), received.original)
