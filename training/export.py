"""A trained reader → the folder that ships: two int8 ONNX graphs, the tokenizer, and what the run time must know."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from training.model import Reader
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
        "temperatures": dict.fromkeys([*names.TAGGERS, *names.LAYERS], 1.0),
    }
    (folder / "reader.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def _graphs(reader: Reader, scratch: Path) -> tuple[Path, Path]:
    ids = torch.tensor([[101, 2000, 2001, 2002, 102, 0], [101, 2003, 2004, 2005, 2006, 102]])
    mask = (ids != 0).long()
    cases = torch.zeros_like(ids)
    encoder = scratch / "encoder.onnx"
    rows = {0: "windows", 1: "tokens"}
    torch.onnx.export(
        reader.encoder,
        (ids, mask, cases),
        str(encoder),
        dynamo=False,
        opset_version=OPSET,
        input_names=["ids", "mask", "cases"],
        output_names=["hidden", "tags"],
        dynamic_axes={"ids": rows, "mask": rows, "cases": rows, "hidden": rows, "tags": rows},
    )
    with torch.no_grad():
        hidden, _ = reader.encoder(ids, mask, cases)
    window, first, last, kind = (torch.tensor(row) for row in ([0, 0, 1], [1, 3, 2], [1, 3, 3], [0, 5, 19]))
    head = scratch / "head.onnx"
    answers = ["layers", "stance", "background", "mode", "trend"]
    torch.onnx.export(
        reader.head,
        (hidden, mask, torch.zeros_like(ids), window, first, last, kind),
        str(head),
        dynamo=False,
        opset_version=OPSET,
        input_names=["hidden", "mask", "sentences", "window", "first", "last", "kind"],
        output_names=answers,
        dynamic_axes={
            "hidden": rows,
            "mask": rows,
            "sentences": rows,
            **{name: {0: "anchors"} for name in ("window", "first", "last", "kind", *answers)},
            "layers": {0: "anchors", 1: "tokens"},
        },
    )
    return encoder, head


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
