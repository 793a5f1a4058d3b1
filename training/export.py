"""A trained reader → the folder that ships: two int8 ONNX graphs, the tokenizer, and what the run time must know.

The graphs read one window at a time: batches would be padded, and their arrays would not fit in a core's cache.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from training.bert import Layer
from training.model import FAR, SENTENCES_AWAY, Encoder, Head, Reader
from vedette.reading import labels as names
from vedette.reading.model import FORMAT

OPSET = 17


def export(
    reader: Reader, tokenizer: Path, modes: Sequence[str], longest: int, folder: Path, quantise: bool = True
) -> None:
    """Write `folder`: ``encoder.onnx``, ``head.onnx``, ``tokenizer.json``, ``reader.json``."""
    folder.mkdir(parents=True, exist_ok=True)
    reader = reader.float().eval()
    with tempfile.TemporaryDirectory() as scratch:
        encoder, head = _graphs(reader, Path(scratch))
        for graph, target in ((encoder, folder / "encoder.onnx"), (head, folder / "head.onnx")):
            if quantise:
                _quantise(graph, target)
            else:
                shutil.copy(graph, target)
    if tokenizer.resolve() != (folder / "tokenizer.json").resolve():
        shutil.copy(tokenizer, folder / "tokenizer.json")
    version = hashlib.sha256((folder / "encoder.onnx").read_bytes() + (folder / "head.onnx").read_bytes())
    card = {
        "format": FORMAT,
        "version": version.hexdigest()[:12],
        "longest": longest,
        "modes": list(modes),
        "taggers": names.TAGGERS,
        "layers": names.LAYERS,
        "thresholds": dict.fromkeys([*names.TAGGERS, *names.LAYERS], 0.5),
        "starts": dict.fromkeys([*names.TAGGERS, *names.LAYERS], 0.0),
        "keeps": dict.fromkeys([*names.TAGGERS, *names.LAYERS], 0.0),
        "temperatures": dict.fromkeys([*names.TAGGERS, *names.LAYERS], 1.0),
    }
    (folder / "reader.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


class _Attend(torch.autograd.Function):
    """Attention over one window as onnxruntime's own operator: several times as fast as the parts it is made of."""

    @staticmethod
    def forward(_: Any, query: Tensor, key: Tensor, value: Tensor, heads: int) -> Tensor:
        """Mix values (1, L, D) by the likeness of queries and keys."""
        split = [part.unflatten(2, (heads, -1)).transpose(1, 2) for part in (query, key, value)]
        return nn.functional.scaled_dot_product_attention(*split).transpose(1, 2).flatten(2)

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, value: Any, heads: int) -> Any:
        """Name the operator that stands for `forward` in the graph."""
        mixed = graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=heads)
        return mixed.setType(query.type())


class _LayerOfOne(nn.Module):
    """A layer of the encoder for one window, with query, key and value apart, so that nothing needs splitting."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.layer = layer
        width = layer.qkv.in_features
        self.parts = nn.ModuleList(nn.Linear(width, width) for _ in range(3))
        for part, weight, bias in zip(self.parts, layer.qkv.weight.chunk(3), layer.qkv.bias.chunk(3), strict=True):
            part.weight, part.bias = nn.Parameter(weight.detach().clone()), nn.Parameter(bias.detach().clone())

    def forward(self, hidden: Tensor) -> Tensor:
        """Turn hidden states (1, L, D) into the next."""
        layer = self.layer
        mixed = _Attend.apply(*(part(hidden) for part in self.parts), layer.heads)
        hidden = layer.norm_attention(hidden + layer.out(mixed))
        inner: Tensor = layer.norm_forward(hidden + layer.down(nn.functional.gelu(layer.up(hidden))))
        return inner


class _EncoderOfOne(nn.Module):
    """`training.model.Encoder` for one window: nothing is padded, so nothing is masked."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.bert, self.tag = encoder.bert, encoder.tag
        self.layers = nn.ModuleList(_LayerOfOne(layer) for layer in encoder.bert.layers)

    def forward(self, ids: Tensor, cases: Tensor) -> tuple[Tensor, Tensor]:
        """Encode and tag a window (1, L)."""
        bert = self.bert
        here = torch.arange(ids.shape[1])
        hidden = bert.norm(bert.words(ids) + bert.positions(here)[None] + bert.segment + bert.case(cases))
        for layer in self.layers:
            hidden = layer(hidden)
        return hidden, self.tag(hidden)


class _HeadOfOne(nn.Module):
    """`training.model.Head` for the anchors of one window: no token is copied for each anchor.

    What tells a token's distance and sentence is one table, so that it is looked up at once.
    """

    def __init__(self, head: Head) -> None:
        super().__init__()
        self.head = head
        table = head.distance.weight[:, None] + head.sentence.weight[None]
        self.place = nn.Embedding.from_pretrained(table.detach().flatten(0, 1))

    def forward(
        self, hidden: Tensor, sentences: Tensor, first: Tensor, last: Tensor, kind: Tensor
    ) -> tuple[Tensor, ...]:
        """Answer anchors (A,) over hidden states (1, L, D) and sentence numbers (1, L)."""
        head, tokens, numbers = self.head, hidden[0], sentences[0]
        here = torch.arange(tokens.shape[0])[None]
        inside = ((here >= first[:, None]) & (here <= last[:, None])).to(tokens.dtype)
        mean = inside @ tokens / inside.sum(1, keepdim=True)
        told = torch.cat([mean, tokens.index_select(0, first), head.kind(kind)], 1)
        anchor = torch.tanh(head.anchor(told))
        away = (here - first[:, None]).clamp(-FAR, FAR) + FAR
        crossed = (numbers[None] - numbers.index_select(0, first)[:, None]).clamp(-SENTENCES_AWAY, SENTENCES_AWAY)
        mixed = (
            head.token_add(tokens)
            + head.anchor_add(anchor)[:, None]
            + head.token_times(tokens) * head.anchor_times(anchor)[:, None]
            + self.place(away * (2 * SENTENCES_AWAY + 1) + crossed + SENTENCES_AWAY)
        )
        mixed = nn.functional.gelu(mixed)
        mixed = mixed + nn.functional.gelu(head.middle(mixed))
        looks = torch.softmax(head.query(anchor) @ tokens.transpose(0, 1) / tokens.shape[1] ** 0.5, 1)
        verdict = head.verdict(torch.cat([anchor, looks @ tokens], 1))
        return (
            head.layers(mixed),
            head.stance(verdict),
            head.background(verdict),
            head.mode(verdict),
            head.trend(verdict),
        )


def _graphs(reader: Reader, scratch: Path) -> tuple[Path, Path]:
    """Write both modules as they run: for one window at a time."""
    ids = torch.tensor([[101, 2003, 2004, 2005, 2006, 102]])
    cases = torch.zeros_like(ids)
    encoder, head = _EncoderOfOne(reader.encoder).eval(), _HeadOfOne(reader.head).eval()
    with torch.no_grad():
        hidden, _ = encoder(ids, cases)
    first, last, kind = (torch.tensor(row) for row in ([1, 3, 2], [1, 3, 3], [0, 5, 19]))
    length, anchors = {1: "tokens"}, {0: "anchors"}
    answers = ["layers", "stance", "background", "mode", "trend"]
    files = scratch / "encoder.onnx", scratch / "head.onnx"
    _write(encoder, (ids, cases), files[0], {"ids": length, "cases": length}, {"hidden": length, "tags": length})
    _write(
        head,
        (hidden, torch.zeros_like(ids), first, last, kind),
        files[1],
        {"hidden": length, "sentences": length, "first": anchors, "last": anchors, "kind": anchors},
        {**dict.fromkeys(answers, anchors), "layers": {0: "anchors", 1: "tokens"}},
    )
    return files


def _write(
    module: nn.Module,
    example: tuple[Tensor, ...],
    file: Path,
    given: dict[str, dict[int, str]],
    answers: dict[str, dict[int, str]],
) -> None:
    """Trace `module` over an example; `given` and `answers` name the inputs and outputs, and their axes that vary."""
    torch.onnx.export(
        module,
        example,
        str(file),
        dynamo=False,
        opset_version=OPSET,
        custom_opsets={"com.microsoft": 1},
        input_names=list(given),
        output_names=list(answers),
        dynamic_axes={**given, **answers},
    )


def _quantise(graph: Path, target: Path) -> None:
    prepared = graph.with_suffix(".prepared.onnx")
    quant_pre_process(str(graph), str(prepared), skip_symbolic_shape=True)
    quantize_dynamic(
        str(prepared),
        str(target),
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        extra_options={"MatMulConstBOnly": True},
    )
    onnx.checker.check_model(str(target))
