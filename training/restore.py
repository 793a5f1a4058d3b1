"""The folder that ships → a reader in torch again, so that training can go on from what ships.

int8 weights come back as float32; what quantisation rounded away stays lost, which no benchmark sees. The head's tables
of distance and of sentence ship as their sum, and are told apart again by their means.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

from training.bert import Bert, Shape
from training.model import FAR, SENTENCES_AWAY, Reader

Floats = npt.NDArray[np.float32]
_HEADS = 12  # of gte-small and of MiniLM-L6: the graph's attention operator holds it, the shapes of weights do not


def restore(folder: Path) -> Reader:
    """Read back the reader that `training.export.export` wrote to `folder`.

    ValueError or KeyError where its graphs have not the names that an export of this version gives.
    """
    encoder, head = _weights(folder / "encoder.onnx"), _weights(folder / "head.onnx")
    layers = 1 + max(int(found[1]) for name in encoder if (found := re.match(r"bert\.layers\.(\d+)\.", name)))
    words, width = encoder["bert.words.weight"].shape
    shape = Shape(
        words=words,
        positions=len(encoder["bert.positions.weight"]),
        width=width,
        layers=layers,
        heads=_HEADS,
        inner=len(encoder["bert.layers.0.up.weight"]),
    )
    for at in range(layers):
        for kind in ("weight", "bias"):
            parts = [encoder.pop(f"layers.{at}.parts.{part}.{kind}") for part in range(3)]
            encoder[f"bert.layers.{at}.qkv.{kind}"] = np.concatenate(parts)
    head["distance.weight"], head["sentence.weight"] = _told_apart(head.pop("place.weight"))
    reader = Reader(Bert(shape), len(json.loads((folder / "reader.json").read_text(encoding="utf-8"))["modes"]))
    named = {f"encoder.{name}": array for name, array in encoder.items()}
    named |= {f"head.{name}": array for name, array in head.items()}
    reader.load_state_dict({name: torch.from_numpy(np.array(array)) for name, array in named.items()})
    return reader


def _told_apart(places: Floats) -> tuple[Floats, Floats]:
    """Split sums of a row of each table (distances x sentences, D) into the two tables."""
    sums = places.reshape(2 * FAR + 1, 2 * SENTENCES_AWAY + 1, -1)
    distance = sums.mean(1)
    return distance, (sums - distance[:, None]).mean(0)


def _weights(file: Path) -> dict[str, Floats]:
    """Give the weights of a graph by their names in torch, matrices as (out, in)."""
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(str(file)).graph
    arrays = {item.name: numpy_helper.to_array(item) for item in graph.initializer}

    def plain(stored: str) -> Floats:
        whole = arrays[f"{stored}_quantized"].astype(np.float32) - arrays[f"{stored}_zero_point"].astype(np.float32)
        return np.asarray(whole * arrays[f"{stored}_scale"], dtype=np.float32)

    found: dict[str, Floats] = {}
    for name, array in arrays.items():
        if array.dtype == np.float32 and array.ndim == 1 and re.search(r"\.(bias|weight|segment)$", name):
            found[_bare(name)] = np.asarray(array)
        elif name.endswith(".weight_quantized"):  # a table that rows are looked up in
            found[_bare(name.removesuffix("_quantized"))] = plain(name.removesuffix("_quantized"))
    for node in graph.node:
        if node.op_type != "MatMulInteger":
            continue
        path = re.fullmatch(r"/?(.+?)/(?:MatMul|Gemm_MatMul|Gemm)(?:_\d+)?_quant", node.name)
        if path is None:
            raise ValueError(f"{file}: the product {node.name!r} has no module's name: export anew")
        found[f"{_module(path[1], file.stem)}.weight"] = plain(node.input[1].removesuffix("_quantized")).T
    return found


def _bare(name: str) -> str:
    return name.removeprefix("head.")


def _module(path: str, stem: str) -> str:
    """Turn the path of a node into its module's name: an encoder's layers are the Bert's, but for the parts."""
    name = re.sub(r"^verdict\.verdict", "verdict", path.replace("/", "."))
    return f"bert.{name}" if stem == "encoder" and name.startswith("layers.") and ".parts." not in name else name
