"""A reader comes back from the folder that it was exported to; only where torch is installed, which CI does not do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

torch = pytest.importorskip("torch")

from training.bert import Bert, Shape  # noqa: E402 - torch must be there first
from training.export import export  # noqa: E402
from training.model import Reader  # noqa: E402
from training.restore import restore  # noqa: E402


def test_what_comes_back_says_the_same(tmp_path: Path) -> None:
    torch.manual_seed(5)
    shape = Shape(words=2100, positions=64, width=48, layers=2, heads=12, inner=96)
    reader = Reader(Bert(shape), modes=4).eval()
    for weights in reader.parameters():  # a fresh module's weights of ones would be stored once for all
        torch.nn.init.normal_(weights, std=0.2)
    tokenizer = tmp_path / "tokenizer.json"
    tokenizer.write_text("{}", encoding="utf-8")
    export(reader, tokenizer, ["none", "a", "b", "c"], longest=32, folder=tmp_path / "shipped")

    again = restore(tmp_path / "shipped").eval()

    ids, sentences = torch.tensor([[101, 2003, 2004, 2005, 102]]), torch.tensor([[-1, 0, 0, 1, -1]])
    with torch.no_grad():
        for a, b in zip(_said(reader, ids, sentences), _said(again, ids, sentences), strict=True):
            assert (a - b).abs().mean() < 0.05 * a.abs().mean()


def _said(reader: Reader, ids: Any, sentences: Any) -> tuple[Any, ...]:
    """Tag the window, and ask of its second token."""
    silent, one = torch.zeros_like(ids), torch.tensor([1])
    hidden, tagged = reader.encoder(ids, torch.ones_like(ids), silent)
    return tagged, *reader.head(hidden, torch.ones_like(ids), sentences, torch.tensor([0]), one, one, torch.tensor([3]))
