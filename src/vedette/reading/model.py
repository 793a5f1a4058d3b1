"""The reader model at run time: two ONNX graphs, a tokenizer and the label lists that it was trained with.

``encoder.onnx`` turns a window into hidden states and tags every token; ``head.onnx`` answers anchors. Arrays have one
window each (nothing is padded, and what one window needs fits in a core's cache), L tokens (with [CLS] and [SEP]), D
width, A anchors.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from vedette.errors import ModelError
from vedette.reading import labels as names
from vedette.reading.decode import Decoding
from vedette.reading.windows import Encoding, Window

if TYPE_CHECKING:
    import onnxruntime
    from tokenizers import Tokenizer

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

FORMAT = 3
_REMEDY = "reinstall Vedette, or rebuild it with `python -m training`"
CLS, SEP = 101, 102
# Joined, "add and normalise" runs several times slower than apart (onnxruntime 1.32, CPU).
_SLOW_FUSIONS = ["SkipLayerNormFusion"]
# Without it, processors that lack an instruction for int8 cut off sums of products and read otherwise (decision 0096).
_WHOLE_NUMBERS = ("session.x64quantprecision", "1")


@dataclass(frozen=True, slots=True)
class Question:
    """One anchor: its window, first and last token (positions count [CLS]), and kind (see `labels.ANCHOR_KINDS`)."""

    window: int
    first: int
    last: int
    kind: int


@dataclass(frozen=True, slots=True)
class Batch:
    """A window as arrays (1, L)."""

    ids: Ints
    mask: Ints
    cases: Ints
    sentences: Ints


@dataclass(frozen=True, slots=True)
class Answers:
    """What the head says of each anchor: layer logits (A, L, ·), stance, background, mode and trend logits (A, ·)."""

    layers: Floats
    stance: Floats
    background: Floats
    mode: Floats
    trend: Floats


class ReaderModel:
    """A loaded reader model. Loading takes about a second; one model may serve one thread at a time."""

    def __init__(self, folder: Path, threads: int = 2) -> None:
        """Load the model in `folder`; `threads` are the cores that one pass may use.

        Raises ModelError where the folder holds no model or one of another format.
        """
        import onnxruntime
        from tokenizers import Tokenizer

        card = read_card(folder)
        self.modes: tuple[str, ...] = tuple(card["modes"])
        self.longest: int = card["longest"]
        self.version: str = card["version"]
        self.thresholds: dict[str, float] = card["thresholds"]
        self.temperatures: dict[str, float] = card["temperatures"]
        self.decoding = {
            name: Decoding(bar, card["starts"][name], card["keeps"][name]) for name, bar in self.thresholds.items()
        }
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.add_session_config_entry(*_WHOLE_NUMBERS)
        try:
            self._encoder = self._session(folder / "encoder.onnx", options)
            self._head = self._session(folder / "head.onnx", options)
            self.tokenizer: Tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        except Exception as error:  # both libraries raise classes of their own for files that are missing or broken
            raise ModelError(f"the reader model in {folder} is damaged ({_first_line(error)}): {_REMEDY}") from error
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()

    @staticmethod
    def _session(file: Path, options: onnxruntime.SessionOptions) -> onnxruntime.InferenceSession:
        import onnxruntime

        return onnxruntime.InferenceSession(
            str(file), options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOW_FUSIONS
        )

    def tokenize(self, text: str) -> Encoding:
        """Cut a text into word pieces with their character offsets."""
        encoding: Encoding = self.tokenizer.encode(text, add_special_tokens=False)
        return encoding

    def encode(self, batch: Batch) -> tuple[Floats, Floats]:
        """Give hidden states (1, L, D) and the taggers' logits (1, L, T)."""
        hidden, tagged = _run(self._encoder, {"ids": batch.ids, "mask": batch.mask, "cases": batch.cases})
        return hidden, tagged

    def ask(self, hidden: Floats, batch: Batch, questions: Sequence[Question]) -> Answers:
        """Answer the anchors of one window."""
        columns: dict[str, Any] = {
            name: np.array([getattr(question, name) for question in questions], dtype=np.int64)
            for name in ("window", "first", "last", "kind")
        }
        given = {"hidden": hidden, "mask": batch.mask, "sentences": batch.sentences, **columns}
        return Answers(*_run(self._head, given))


def _run(session: onnxruntime.InferenceSession, given: dict[str, Any]) -> list[Any]:
    """Run a graph on those of the arrays that it takes: where nothing is padded, it may need no mask."""
    answers: list[Any] = session.run(None, {wanted.name: given[wanted.name] for wanted in session.get_inputs()})
    return answers


def lay_out(window: Window) -> Batch:
    """Turn a window into arrays."""
    tokens = window.tokens
    ids = np.array([[CLS, *(token.id for token in tokens), SEP]], dtype=np.int64)
    return Batch(
        ids=ids,
        mask=np.ones_like(ids),
        cases=np.array([[0, *(token.case for token in tokens), 0]], dtype=np.int64),
        sentences=np.array([[-1, *(token.sentence for token in tokens), -1]], dtype=np.int64),
    )


def read_card(folder: Path) -> dict[str, Any]:
    """Read what a model says of itself; ModelError where there is none or it was made for another version."""
    file = folder / "reader.json"
    if not file.exists():
        raise ModelError(f"no reader model in {folder}: {_REMEDY}")
    try:
        card: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        theirs = {"taggers": card["taggers"], "layers": card["layers"]}
        made_for = card["format"]
    except (ValueError, KeyError, TypeError) as error:
        raise ModelError(f"the reader model in {folder} is damaged (reader.json: {error}): {_REMEDY}") from error
    ours = {
        "taggers": {name: list(labels) for name, labels in names.TAGGERS.items()},
        "layers": {name: list(labels) for name, labels in names.LAYERS.items()},
    }
    if made_for != FORMAT or theirs != ours:
        raise ModelError(
            f"the reader model in {folder} was made for another version of Vedette "
            f"(format {made_for}, here {FORMAT}): {_REMEDY}"
        )
    return card


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]
