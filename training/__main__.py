"""Make the reader model: ``python -m training --corpora FOLDER``; from corpora to the folder that ships, one command.

Takes the repository's own marked-up reports (``corpora/``), the free texts marked up alike (``annotated/`` below
FOLDER), the Event-Location data (``event_location/``; what it does not mark is asked of the reader that ships), and the
configuration ``reader.yaml``.
Two quiet CPU cores need about two hours. Steps: load the base encoder, train, export to int8 ONNX, tune thresholds,
pair weights and confidences on the *tune* reports, write down which texts were seen.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import yaml

from training.corpus import SEEN, GoldReport, Part, fingerprint, load_marked_up, part_of
from training.features import modes_in

HERE = Path(__file__).parent
SHIPPED = HERE.parent / "src" / "vedette" / "reading" / "model"
PAIRS = HERE.parent / "src" / "vedette" / "events" / "pair_weights.json"


def main() -> None:
    """Run every step, or from the one asked for."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="the folder that holds annotated/")
    parser.add_argument("--config", type=Path, default=HERE / "reader.yaml")
    parser.add_argument("--work", type=Path, default=HERE / "work", help="downloads and checkpoints")
    parser.add_argument(
        "--from",
        dest="start",
        choices=["train", "shipped", "export", "tune"],
        default="train",
        help="shipped: go on from the weights that ship, by the last stage alone",
    )
    given = parser.parse_args()

    reports = load_marked_up(given.corpora)
    parts = {part: [report for report in reports if part_of(report) is part] for part in Part}
    print(", ".join(f"{len(rows)} {part}" for part, rows in parts.items()), flush=True)

    if given.start != "tune":
        _train_and_export(given.config, given.work, parts[Part.TRAIN], modes_in(reports), given.start, given.corpora)
    from training.calibrate import fit_calibration
    from training.tune import fit_pairs, tune_card
    from vedette.reading import ReaderModel

    tune_card(SHIPPED, parts[Part.TUNE])
    fit_pairs(ReaderModel(SHIPPED), parts[Part.TUNE], PAIRS)
    fit_calibration(ReaderModel(SHIPPED), parts[Part.TUNE])
    seen = sorted(fingerprint(report) for part in (Part.TRAIN, Part.TUNE) for report in parts[part])
    SEEN.write_text("\n".join(seen) + "\n", encoding="utf-8")


def _train_and_export(
    config: Path, work: Path, reports: list[GoldReport], modes: list[str], start: str, corpora: Path
) -> None:
    import torch
    from tokenizers import Tokenizer

    from training.encoders import load_base
    from training.event_places import place_examples, train_rows
    from training.export import export
    from training.model import Reader
    from training.restore import restore
    from training.seen_places import write_seen
    from training.train import Settings, train
    from vedette.reading import ReaderModel

    configured = yaml.safe_load(config.read_text(encoding="utf-8"))
    stages = [Settings(**stage) for stage in configured["stages"]]
    base = load_base(configured["encoder"], work)
    tokenizer = Tokenizer.from_file(str(base.tokenizer))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    reader = restore(SHIPPED) if start == "shipped" else Reader(base.bert, len(modes))
    if start == "export":
        reader.load_state_dict(torch.load(work / f"stage-{len(stages)}" / "reader.pt"))
    else:
        first = len(stages) if start == "shipped" else 1
        aside = list(place_examples(corpora, tokenizer, ReaderModel(SHIPPED)))
        for number, settings in enumerate(stages[first - 1 :], first):
            reader = train(reader, tokenizer, reports, modes, settings, work / f"stage-{number}", aside)
        write_seen(row["text"] for row in train_rows(corpora))
    export(reader, base.tokenizer, modes, configured["reads"], SHIPPED)


if __name__ == "__main__":
    main()
