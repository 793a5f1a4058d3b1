"""Make the reader model: ``python -m training --corpora FOLDER``; from corpora to the folder that ships, one command.

Takes the repository's own marked-up reports (``corpora/``), the free texts marked up alike (``annotated/`` below
FOLDER), the corpora that teach a part each and that the configuration names (see `training.partial`), and the
configuration ``reader.yaml``. Runs on a GPU where torch sees one, else on the CPU (see `training.device`).
Steps: load the base encoder, train, export to int8 ONNX, tune thresholds, pair weights and confidences on the *tune*
reports, write down which texts were seen.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from training.corpus import OWN, GoldReport, Part, fingerprint, load_marked_up, part_of
from training.features import Example, modes_in
from training.shipping import MODEL, Shipped

if TYPE_CHECKING:
    from tokenizers import Tokenizer

    from training.model import Reader

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Job:
    """What is asked for; `start` is the step to begin with."""

    corpora: Path
    own: Path
    config: dict[str, Any]
    work: Path
    start: str
    target: Shipped


def main(words: list[str] | None = None) -> None:
    """Run every step, or from the one asked for."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="the folder that holds annotated/ and the others")
    parser.add_argument("--own", type=Path, default=OWN, help="the folder of reports/, further-reports/, real-texts/")
    parser.add_argument("--config", type=Path, default=HERE / "reader.yaml")
    parser.add_argument("--work", type=Path, default=HERE / "work", help="downloads and checkpoints")
    parser.add_argument("--out", type=Path, help="keep all that is made below this folder, and change nothing else")
    parser.add_argument(
        "--from",
        dest="start",
        choices=["train", "shipped", "export", "tune"],
        default="train",
        help="shipped: go on from the weights that ship, by the last stage alone",
    )
    given = parser.parse_args(words)
    job = Job(
        corpora=given.corpora,
        own=given.own,
        config=yaml.safe_load(given.config.read_text(encoding="utf-8")),
        work=given.work,
        start=given.start,
        target=Shipped.below(given.out) if given.out else Shipped(),
    )
    reports = load_marked_up(job.corpora, job.own)
    parts = {part: [report for report in reports if part_of(report) is part] for part in Part}
    print(", ".join(f"{len(rows)} {part}" for part, rows in parts.items()), flush=True)
    if job.start != "tune":
        _train_and_export(job, parts, modes_in(reports))
    _tune(job.target, parts[Part.TUNE])
    seen = sorted(fingerprint(report) for part in (Part.TRAIN, Part.TUNE) for report in parts[part])
    job.target.seen.write_text("\n".join(seen) + "\n", encoding="utf-8")


def _train_and_export(job: Job, parts: dict[Part, list[GoldReport]], modes: Sequence[str]) -> None:
    import torch

    from training.export import export

    stages = job.config["stages"]
    reader, file, modes = _starting_point(job, modes)
    if job.start == "export":
        reader.load_state_dict(torch.load(job.work / f"stage-{len(stages)}" / "reader.pt", map_location="cpu"))
    else:
        reader = _trained(job, reader, _load_tokenizer(file), parts, modes)
    export(reader, file, modes, job.config["reads"], job.target.model)


def _starting_point(job: Job, modes: Sequence[str]) -> tuple[Reader, Path, list[str]]:
    """Give the reader to begin with, the file of its tokenizer, and the modes that it can tell.

    ValueError where the reports have a mode that the reader that ships, from which to go on, cannot tell.
    """
    from training.encoders import load_base
    from training.model import Reader
    from training.restore import restore

    if job.start != "shipped":
        base = load_base(job.config["encoder"], job.work)
        return Reader(base.bert, len(modes)), base.tokenizer, list(modes)
    told = json.loads((MODEL / "reader.json").read_text(encoding="utf-8"))["modes"]
    if new := sorted({*modes} - {*told}):
        raise ValueError(f"the reader that ships cannot tell {', '.join(new)}: train from the base encoder")
    return restore(MODEL), MODEL / "tokenizer.json", told


def _load_tokenizer(file: Path) -> Tokenizer:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(file))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def _trained(
    job: Job, reader: Reader, tokenizer: Tokenizer, parts: dict[Part, list[GoldReport]], modes: Sequence[str]
) -> Reader:
    from training.event_places import train_rows
    from training.partial import EVENT_PLACES, teach
    from training.seen_places import write_seen
    from training.train import Settings, train

    taught = job.config["partial"]
    aside: list[Example] = teach(taught, job.corpora, [*parts[Part.TUNE], *parts[Part.DEV]], tokenizer, MODEL)
    stages = list(enumerate(job.config["stages"], 1))
    for number, stage in stages[-1:] if job.start == "shipped" else stages:
        reader = train(
            reader, tokenizer, parts[Part.TRAIN], modes, Settings(**stage), job.work / f"stage-{number}", aside
        )
    rows = train_rows(job.corpora) if EVENT_PLACES in taught else ()
    write_seen((row["text"] for row in rows), job.target.seen_places)
    return reader


def _tune(target: Shipped, reports: Sequence[GoldReport]) -> None:
    from training.calibrate import fit_calibration
    from training.tune import fit_pairs, tune_card
    from vedette.reading import ReaderModel

    tune_card(target.model, reports)
    fit_pairs(ReaderModel(target.model), reports, target.pairs)
    fit_calibration(ReaderModel(target.model), reports, target.confidences)


if __name__ == "__main__":
    main()
