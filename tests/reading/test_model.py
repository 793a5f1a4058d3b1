"""Loading the reader model."""

from __future__ import annotations

import json
import shutil
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from vedette.errors import ModelError
from vedette.reading import ReaderModel
from vedette.reading.model import CLS, SEP, lay_out
from vedette.reading.windows import TITLE, Token, Window

SHIPPED = Path(str(resources.files("vedette.reading") / "model"))


def card_with(folder: Path, **changed: Any) -> Path:
    """Write the shipped model's card, some of it changed, into an otherwise empty folder."""
    card = json.loads((SHIPPED / "reader.json").read_text(encoding="utf-8"))
    (folder / "reader.json").write_text(json.dumps(card | changed), encoding="utf-8")
    return folder


def test_a_folder_that_is_not_there_is_named_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"no reader model in .*nowhere.*reinstall"):
        ReaderModel(tmp_path / "nowhere")


@pytest.mark.parametrize(
    "changed",
    [
        {"format": 0},
        {"format": 999},
        {"format": None},
        {"taggers": {}},
        {"layers": {"party": ["actor"]}},
    ],
)
def test_a_model_of_another_version_is_refused(tmp_path: Path, changed: dict[str, Any]) -> None:
    with pytest.raises(ModelError, match="another version"):
        ReaderModel(card_with(tmp_path, **changed))


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"format": 1}'])
def test_a_damaged_card_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "reader.json").write_text(content)
    with pytest.raises(ModelError, match="damaged"):
        ReaderModel(tmp_path)


def test_a_model_without_its_weights_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="damaged"):
        ReaderModel(card_with(tmp_path))


@pytest.mark.parametrize("name", ["head.onnx", "tokenizer.json"])
def test_a_file_that_is_cut_off_is_refused(tmp_path: Path, name: str) -> None:
    card_with(tmp_path)
    for file in ("encoder.onnx", "head.onnx", "tokenizer.json"):
        if file == name:
            (tmp_path / file).write_bytes((SHIPPED / file).read_bytes()[:1000])
        else:
            shutil.copy(SHIPPED / file, tmp_path / file)
    with pytest.raises(ModelError, match="damaged"):
        ReaderModel(tmp_path)


def test_the_model_says_its_version_and_its_longest_window(model: ReaderModel) -> None:
    assert model.version
    assert 64 <= model.longest <= 510
    assert model.modes[0] == "none"


@pytest.mark.parametrize("text", ["Four died.", "Ein Anschlag in Köln", "💥 قتل", "naïve café", "a\u200bb", "İstanbul"])
def test_pieces_point_into_the_text(model: ReaderModel, text: str) -> None:
    encoding = model.tokenize(text)
    assert len(encoding.ids) == len(encoding.offsets)
    assert all(0 <= start <= end <= len(text) for start, end in encoding.offsets)
    assert encoding.offsets == sorted(encoding.offsets)


def test_a_window_is_laid_out_between_its_borders() -> None:
    batch = lay_out(Window(tuple(Token(7, i, i + 1, 3, TITLE) for i in range(2)), 0, 2))
    assert batch.ids.tolist() == [[CLS, 7, 7, SEP]]
    assert batch.mask.tolist() == [[1, 1, 1, 1]]
    assert batch.cases.tolist() == [[0, TITLE, TITLE, 0]]
    assert batch.sentences.tolist() == [[-1, 3, 3, -1]]
    assert batch.ids.dtype == np.int64


@pytest.mark.parametrize("told", ["MUC-4", "re3d", "HRDsAttack", "WikiEvents", "Apache-2.0", "gte-small", "Limits"])
def test_the_weights_ship_with_a_card_that_names_what_they_were_made_of(told: str) -> None:
    assert told in (SHIPPED / "MODEL_CARD.md").read_text(encoding="utf-8")
