"""A plain BERT encoder: nothing but what the reader needs, so that it trains fast and exports cleanly to ONNX."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn


class WindowDropout(nn.Module):
    """Drops the same features at every token of a window: random numbers for each token are dear on a CPU."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, hidden: Tensor) -> Tensor:
        """Drop features of (B, L, D)."""
        if not self.training:
            return hidden
        return hidden * nn.functional.dropout(torch.ones_like(hidden[:, :1]), self.share)


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of a BERT."""

    words: int
    positions: int
    width: int
    layers: int
    heads: int
    inner: int
    epsilon: float = 1e-12


class Layer(nn.Module):
    """Self-attention and feed-forward, each with residual and layer norm after it."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.heads = shape.heads
        self.qkv = nn.Linear(shape.width, 3 * shape.width)
        self.out = nn.Linear(shape.width, shape.width)
        self.norm_attention = nn.LayerNorm(shape.width, shape.epsilon)
        self.up = nn.Linear(shape.width, shape.inner)
        self.down = nn.Linear(shape.inner, shape.width)
        self.norm_forward = nn.LayerNorm(shape.width, shape.epsilon)
        self.drop = WindowDropout(dropout)

    def forward(self, hidden: Tensor, blocked: Tensor) -> Tensor:
        """Turn hidden states (B, L, D) into the next; `blocked` (B, 1, 1, L) is very negative at padding."""
        rows, length, width = hidden.shape
        parts = self.qkv(hidden).view(rows, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        query, key, value = parts[0], parts[1], parts[2]
        scores = query @ key.transpose(-1, -2) / (width // self.heads) ** 0.5 + blocked
        mixed = (torch.softmax(scores, -1) @ value).transpose(1, 2).reshape(rows, length, width)
        hidden = self.norm_attention(hidden + self.drop(self.out(mixed)))
        return self.norm_forward(hidden + self.drop(self.down(nn.functional.gelu(self.up(hidden)))))


class Bert(nn.Module):
    """Token ids, mask and letter cases (B, L) → hidden states (B, L, width).

    Letter case is added to the word embeddings, since the base encoders are uncased; it starts at zero.
    """

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.words, shape.width)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.segment = nn.Parameter(torch.zeros(shape.width))
        self.case = nn.Embedding(4, shape.width)
        nn.init.zeros_(self.case.weight)
        self.norm = nn.LayerNorm(shape.width, shape.epsilon)
        self.drop = WindowDropout(dropout)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))

    def forward(self, ids: Tensor, mask: Tensor, cases: Tensor) -> Tensor:
        """Encode windows."""
        here = torch.arange(ids.shape[1], device=ids.device)
        hidden = self.words(ids) + self.positions(here)[None] + self.segment + self.case(cases)
        hidden = self.drop(self.norm(hidden))
        blocked = (1 - mask)[:, None, None].to(hidden.dtype) * -1e4
        for layer in self.layers:
            hidden = layer(hidden, blocked)
        return hidden


def rename(weights: dict[str, Tensor], layers: int) -> dict[str, Tensor]:
    """Turn the weight names of a published BERT into those of `Bert`, joining query, key and value."""
    named = {
        "words.weight": weights["embeddings.word_embeddings.weight"],
        "positions.weight": weights["embeddings.position_embeddings.weight"],
        "segment": weights["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    for index in range(layers):
        theirs, ours = f"encoder.layer.{index}", f"layers.{index}"
        for kind in ("weight", "bias"):
            named[f"{ours}.qkv.{kind}"] = torch.cat(
                [weights[f"{theirs}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            )
            for mine, published in _NAMES.items():
                named[f"{ours}.{mine}.{kind}"] = weights[f"{theirs}.{published}.{kind}"]
    return named


_NAMES = {
    "out": "attention.output.dense",
    "norm_attention": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm_forward": "output.LayerNorm",
}
