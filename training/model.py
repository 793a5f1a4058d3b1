"""The reader as a torch module: one encoder pass, taggers on every token, a conditional head on every anchor."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from training.bert import Bert, WindowDropout
from vedette.reading import labels as names

FAR = 64  # token distances beyond this are alike
SENTENCES_AWAY = 3


class Encoder(nn.Module):
    """The encoder and the taggers.

    Takes token ids, mask and letter cases (B, L); gives hidden states (B, L, D) and all taggers' logits (B, L, T).
    """

    def __init__(self, bert: Bert, dropout: float = 0.1) -> None:
        super().__init__()
        self.bert = bert
        self.drop = WindowDropout(dropout)
        self.tag = nn.Linear(bert.shape.width, sum(map(names.bio_size, names.TAGGERS.values())))

    def forward(self, ids: Tensor, mask: Tensor, cases: Tensor) -> tuple[Tensor, Tensor]:
        """Encode and tag windows."""
        hidden = self.bert(ids, mask, cases)
        return hidden, self.tag(self.drop(hidden))


class Head(nn.Module):
    """Answers each anchor's questions over the tokens of its window.

    Takes hidden states (B, L, D), mask and sentence numbers (B, L), and for each anchor its window, first and last
    token and kind (A,); gives the layers' logits (A, L, K) and stance, background, mode and trend logits (A, ·).
    """

    def __init__(self, width: int, modes: int, inner: int = 256, dropout: float = 0.1) -> None:
        super().__init__()
        self.kind = nn.Embedding(len(names.ANCHOR_KINDS), width)
        self.anchor = nn.Linear(3 * width, width)
        self.token_add = nn.Linear(width, inner)
        self.token_times = nn.Linear(width, inner)
        self.anchor_add = nn.Linear(width, inner)
        self.anchor_times = nn.Linear(width, inner)
        self.distance = nn.Embedding(2 * FAR + 1, inner)
        self.sentence = nn.Embedding(2 * SENTENCES_AWAY + 1, inner)
        self.middle = nn.Linear(inner, inner)
        self.drop = WindowDropout(dropout)
        layers = sum(map(names.bio_size, names.LAYERS.values())) + len(names.CERTAINTIES)
        self.layers = nn.Linear(inner, layers)
        self.query = nn.Linear(width, width)
        self.verdict = nn.Sequential(nn.Linear(2 * width, width), nn.GELU(), nn.Dropout(dropout))
        self.stance = nn.Linear(width, len(names.STANCES))
        self.background = nn.Linear(width, 2)
        self.mode = nn.Linear(width, modes)
        self.trend = nn.Linear(width, len(names.TRENDS))
        for table in (self.distance, self.sentence, self.kind):
            nn.init.normal_(table.weight, std=0.02)

    def forward(
        self, hidden: Tensor, mask: Tensor, sentences: Tensor, window: Tensor, first: Tensor, last: Tensor, kind: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Answer anchors."""
        here = torch.arange(hidden.shape[1], device=hidden.device)
        inside = ((here[None] >= first[:, None]) & (here[None] <= last[:, None])).to(hidden.dtype)
        seen = hidden.index_select(0, window)
        mean = (inside[:, None] @ seen)[:, 0] / inside.sum(1, keepdim=True)
        anchor = torch.tanh(
            self.anchor(
                torch.cat(
                    [mean, hidden.flatten(0, 1).index_select(0, window * hidden.shape[1] + first), self.kind(kind)], 1
                )
            )
        )
        away = (here[None] - first[:, None]).clamp(-FAR, FAR) + FAR
        crossed = sentences[window] - sentences[window, first][:, None]
        crossed = crossed.clamp(-SENTENCES_AWAY, SENTENCES_AWAY) + SENTENCES_AWAY
        mixed = (
            self.token_add(hidden).index_select(0, window)
            + self.anchor_add(anchor)[:, None]
            + self.token_times(hidden).index_select(0, window) * self.anchor_times(anchor)[:, None]
            + self.distance(away)
            + self.sentence(crossed)
        )
        mixed = nn.functional.gelu(mixed)
        mixed = mixed + nn.functional.gelu(self.middle(mixed))
        looks = (seen @ self.query(anchor)[:, :, None])[:, :, 0] / hidden.shape[2] ** 0.5
        looks = torch.softmax(looks.masked_fill(mask[window] == 0, -1e4), 1)
        verdict = self.verdict(torch.cat([anchor, (looks[:, None] @ seen)[:, 0]], 1))
        return (
            self.layers(self.drop(mixed)),
            self.stance(verdict),
            self.background(verdict),
            self.mode(verdict),
            self.trend(verdict),
        )


class Reader(nn.Module):
    """Encoder and head together, as they are trained."""

    def __init__(self, bert: Bert, modes: int) -> None:
        super().__init__()
        self.encoder = Encoder(bert)
        self.head = Head(bert.shape.width, modes)
