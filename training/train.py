"""Reports in, trained reader out; on CPUs deterministic for one machine, number of threads and version of torch.

Forward and backward run where and in which numbers `training.device` says. In bfloat16 two CPU cores with matrix units
are twice as fast as with autocast; the weights that the optimiser moves are kept in float32 beside them.
"""

from __future__ import annotations

import copy
import json
import math
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from training.corpus import GoldReport
from training.device import Device, choose_device
from training.features import IGNORE, Anchor, Example, examples_of, join
from training.model import Reader
from training.swapping import gather_names, swap
from vedette.reading import labels as names


@dataclass(frozen=True, slots=True)
class Settings:
    """One configuration.

    `longest` in tokens, learning rates at their peak, `floor` the share of them left at the end, `mask` a share of
    tokens, `splice` a share of reports whose windows are spliced with another report's, `aside` the share of partly
    labelled examples (`partial`) that an epoch draws, `swap` the share of names, places and figures that every
    second report has swapped (`swapping`).
    """

    epochs: int
    batch_tokens: int
    longest: int
    shortest: int
    encoder_rate: float
    head_rate: float
    layer_decay: float
    mask: float
    splice: float
    floor: float
    ema: float
    seed: int
    threads: int
    weights: dict[str, float]
    aside: float = 0.0
    swap: float = 0.0


SWAPPED = 0.5  # of the reports, an epoch

# Sizes are rounded up to these steps: the matrix kernels are compiled anew for each new shape.
LENGTHS, ANCHORS = 32, 48


# What is known of an anchor in one number each: where it stands, and its verdicts.
COLUMNS = ("first", "last", "kind", "stance", "background", "mode", "trend")


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded windows (B, L) and the anchors in them (A,); layers are (A, L), with IGNORE where nothing is asked."""

    ids: Tensor
    mask: Tensor
    cases: Tensor
    sentences: Tensor
    taggers: dict[str, Tensor]
    window: Tensor
    columns: dict[str, Tensor]
    layers: dict[str, Tensor]

    def to(self, place: torch.device) -> Batch:
        """Move every tensor to a device."""
        return replace(
            self,
            **{name: getattr(self, name).to(place) for name in ("ids", "mask", "cases", "sentences", "window")},
            **{
                name: {key: tensor.to(place) for key, tensor in getattr(self, name).items()}
                for name in ("taggers", "columns", "layers")
            },
        )


def batches(examples: Sequence[Example], tokens: int, shuffle: random.Random | None) -> Iterator[Batch]:
    """Group windows of like length into batches of about `tokens` tokens."""
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].ids))
    groups: list[list[int]] = [[]]
    for i in order:
        if groups[-1] and (len(groups[-1]) + 1) * _bucket(len(examples[i].ids), LENGTHS) > tokens:
            groups.append([])
        groups[-1].append(i)
    if shuffle:
        shuffle.shuffle(groups)
    for group in groups:
        yield collate([examples[i] for i in group])


def epoch_examples(
    reports: Sequence[GoldReport],
    tokenizer: Tokenizer,
    modes: Sequence[str],
    sizes: tuple[int, int],
    splice: float,
    shuffle: random.Random,
) -> Iterator[Example]:
    """Cut every report into windows; a share of the reports is cut in halves that are spliced with other reports'.

    A report's longest window is drawn anew from `sizes` (from, to) each time: the same sentences are seen with other
    neighbours. A spliced window tells happenings that have nothing in common, side by side, as a digest does.
    """
    halves: list[tuple[GoldReport, Example]] = []
    for report in reports:
        longest = shuffle.randint(*sizes)
        if shuffle.random() < splice:
            halves += [(report, example) for example in examples_of(report, tokenizer, modes, longest // 2)]
        else:
            yield from examples_of(report, tokenizer, modes, longest)
    shuffle.shuffle(halves)
    while halves:
        report, example = halves.pop()
        other = next((at for at in range(len(halves)) if halves[at][0] is not report), None)
        yield example if other is None else join(example, halves.pop(other)[1])


def collate(examples: Sequence[Example]) -> Batch:
    """Pad windows to one length, and the anchors to a round number with ones that ask nothing."""
    longest = _bucket(max(len(example.ids) for example in examples), LENGTHS)
    window = [i for i, example in enumerate(examples) for _ in example.anchors]
    anchors = [anchor for example in examples for anchor in example.anchors]
    silent = _bucket(len(anchors), ANCHORS) - len(anchors)
    window += [0] * silent
    anchors += [Anchor(0, 0, 0, {})] * silent

    def pad(rows: list[torch.Tensor], value: int) -> Tensor:
        return torch.stack([nn.functional.pad(row, (0, longest - len(row)), value=value) for row in rows])

    def layer(name: str) -> Tensor:
        labels = torch.full((len(anchors), longest), IGNORE)
        for row, anchor in enumerate(anchors):
            if name in anchor.layers:
                found = torch.from_numpy(anchor.layers[name])
                labels[row, : len(found)] = found
        return labels

    ids = pad([torch.from_numpy(example.ids) for example in examples], 0)
    lengths = torch.tensor([len(example.ids) for example in examples])
    return Batch(
        ids=ids,
        mask=(torch.arange(longest)[None] < lengths[:, None]).long(),
        cases=pad([torch.from_numpy(example.cases) for example in examples], 0),
        sentences=pad([torch.from_numpy(example.sentences) for example in examples], -1),
        taggers={
            name: pad([torch.from_numpy(example.taggers[name]) for example in examples], IGNORE)
            for name in names.TAGGERS
        },
        window=torch.tensor(window, dtype=torch.long),
        columns={
            name: torch.tensor([getattr(anchor, name) for anchor in anchors], dtype=torch.long) for name in COLUMNS
        },
        layers={name: layer(name) for name in names.layer_slices()},
    )


def _bucket(size: int, step: int) -> int:
    return -(-size // step) * step


def loss_of(reader: Reader, batch: Batch, settings: Settings, mask_id: int) -> Tensor:
    """Add up the cross-entropies of every head, each times its weight."""
    mask_share, weights = settings.mask, settings.weights
    ids = batch.ids
    if mask_share:
        hit = (torch.rand(ids.shape, device=ids.device) < mask_share) & (ids > 102)
        ids = torch.where(hit, torch.full_like(ids, mask_id), ids)
    hidden, tagged = reader.encoder(ids, batch.mask, batch.cases)
    tagged = tagged.float()
    total = torch.zeros((), device=ids.device)
    for name, part in names.tagger_slices().items():
        total = total + weights[name] * _entropy(tagged[..., part], batch.taggers[name])
    if not len(batch.window):
        return total
    layers, stance, background, mode, trend = reader.head(
        hidden,
        batch.mask,
        batch.sentences,
        batch.window,
        batch.columns["first"],
        batch.columns["last"],
        batch.columns["kind"],
    )
    layers = layers.float()
    for name, part in names.layer_slices().items():
        total = total + weights[name] * _entropy(layers[..., part], batch.layers[name])
    verdicts = {"stance": stance, "background": background, "mode": mode, "trend": trend}
    for name, logits in verdicts.items():
        total = total + weights[name] * _entropy(logits.float(), batch.columns[name])
    return total


def _entropy(logits: Tensor, labels: Tensor) -> Tensor:
    if not bool((labels != IGNORE).any()):
        return torch.zeros((), device=logits.device)
    return nn.functional.cross_entropy(logits.reshape(-1, logits.shape[-1]), labels.reshape(-1), ignore_index=IGNORE)


def train(
    reader: Reader,
    tokenizer: Tokenizer,
    reports: Sequence[GoldReport],
    modes: Sequence[str],
    settings: Settings,
    out: Path,
    aside: Sequence[Example] = (),
    device: Device | None = None,
) -> Reader:
    """Train on `reports`, and on a share of the examples `aside`; after each epoch the averaged weights go to `out`.

    Gives the averaged weights, on the CPU. Without a `device` the best one that is there is taken.
    """
    device = device or choose_device()
    print(f"training on {device}", flush=True)
    torch.manual_seed(settings.seed)
    torch.set_num_threads(settings.threads)
    shuffle = random.Random(settings.seed)  # noqa: S311 - order of batches, not a secret
    for table in (reader.encoder.bert.words, reader.encoder.bert.positions):
        table.weight.requires_grad = False
    master = copy.deepcopy(reader).to(device.place)
    average = copy.deepcopy(master).eval()
    reader.to(device.place, device.numbers)
    optimiser = torch.optim.AdamW(_groups(master, settings), weight_decay=0.01, fused=True)
    tokens = sum(len(report.text) for report in reports) / 4.2
    steps = math.ceil(settings.epochs * tokens * 1.15 / settings.batch_tokens)
    warm = max(20, steps // 20)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1, (step + 1) / warm) * max(settings.floor, 1 - step / steps)
    )
    mask_id = tokenizer.token_to_id("[MASK]")
    if mask_id is None:
        raise ValueError("the tokenizer has no [MASK] token: it is not a BERT's")
    out.mkdir(parents=True, exist_ok=True)
    (out / "settings.json").write_text(json.dumps(asdict(settings), indent=1))
    pool = gather_names(reports)
    started, step = time.monotonic(), 0
    for epoch in range(settings.epochs):
        sizes = settings.shortest, settings.longest
        told = reports
        if settings.swap:
            told = [swap(one, pool, settings.swap, shuffle) if shuffle.random() < SWAPPED else one for one in reports]
        examples = list(epoch_examples(told, tokenizer, modes, sizes, settings.splice, shuffle))
        examples += shuffle.sample(aside, int(len(aside) * settings.aside))
        reader.train()
        total = 0.0
        for batch in batches(examples, settings.batch_tokens, shuffle):
            loss = loss_of(reader, batch.to(device.place), settings, mask_id)
            loss.backward()  # type: ignore[no-untyped-call]
            _hand_over(reader, master)
            nn.utils.clip_grad_norm_(master.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            _take_back(reader, master)
            total += float(loss.detach())
            step += 1
            _follow(average, master, min(settings.ema, step / (step + 20)))
        torch.save(average.state_dict(), out / "reader.pt")
        print(
            f"epoch {epoch + 1}/{settings.epochs}  loss {total:.1f}  step {step}/{steps}  "
            f"{time.monotonic() - started:.0f} s",
            flush=True,
        )
        if step >= steps:
            break  # short windows make more steps an epoch than were foreseen: the rate has reached its floor
    return average.cpu()


def _groups(reader: Reader, settings: Settings) -> list[dict[str, object]]:
    """Give lower layers of the encoder lower rates."""
    layers = list(reader.encoder.bert.layers)
    groups: list[dict[str, object]] = [
        {
            "params": list(layer.parameters()),
            "lr": settings.encoder_rate * settings.layer_decay ** (len(layers) - 1 - depth),
        }
        for depth, layer in enumerate(layers)
    ]
    in_layers = {id(parameter) for layer in layers for parameter in layer.parameters()}
    rest = [p for p in reader.parameters() if p.requires_grad and id(p) not in in_layers]
    return [*groups, {"params": rest, "lr": settings.head_rate}]


@torch.no_grad()
def _hand_over(reader: Reader, master: Reader) -> None:
    """Give the float32 weights the gradients of those that were counted with."""
    for low, full in zip(reader.parameters(), master.parameters(), strict=True):
        if low.grad is not None:
            full.grad = low.grad.float()
            low.grad = None


@torch.no_grad()
def _take_back(reader: Reader, master: Reader) -> None:
    for low, full in zip(reader.parameters(), master.parameters(), strict=True):
        if full.requires_grad:
            low.copy_(full)
            full.grad = None


@torch.no_grad()
def _follow(average: Reader, master: Reader, keep: float) -> None:
    for slow, fast in zip(average.parameters(), master.parameters(), strict=True):
        if fast.requires_grad:
            slow.lerp_(fast, 1 - keep)
