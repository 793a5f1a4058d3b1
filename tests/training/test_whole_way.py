"""From a few reports to a folder that can be read with; only where torch and scikit-learn are, which CI is not."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

torch = pytest.importorskip("torch")
pytest.importorskip("sklearn")

from training import __main__ as command  # noqa: E402 - torch must be there first
from training import shipping  # noqa: E402
from training.bert import Bert, Shape  # noqa: E402
from training.corpus import OWN, Part, fingerprint, part_of, read_report  # noqa: E402
from training.device import choose_device  # noqa: E402
from training.export import export  # noqa: E402
from training.model import Reader  # noqa: E402
from vedette.reading import ReaderModel, labels  # noqa: E402

STAGE = {"epochs": 1, "batch_tokens": 1200, "longest": 96, "shortest": 64, "aside": 1.0, "swap": 0.5}
VERB: dict[str, Any] = {"start": 7, "end": 14, "label": "VERB"}
PLACE: dict[str, Any] = {"start": 15, "end": 21, "label": "LOCATION"}
PLACED = {"text": "Rebels shelled Ilmara on Monday.", "spans": [VERB, PLACE]}


def dozen() -> dict[Part, list[dict[str, Any]]]:
    """Short reports with many events: eight to train on, four to tune on."""
    found: dict[Part, list[tuple[int, dict[str, Any]]]] = {part: [] for part in Part}
    for file in sorted((OWN / "reports").glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            report = read_report(json.loads(line))
            if len(report.text) < 700:
                found[part_of(report)].append((-len(report.events), json.loads(line)))
    many = {Part.TRAIN: 8, Part.TUNE: 4, Part.DEV: 0}
    return {
        part: [row for _, row in sorted(rows, key=lambda it: (it[0], it[1]["id"]))[: many[part]]]
        for part, rows in found.items()
    }


@pytest.fixture
def small_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a small untrained reader in the place of the one that ships."""
    tokenizer = shipping.MODEL / "tokenizer.json"
    modes = json.loads((shipping.MODEL / "reader.json").read_text(encoding="utf-8"))["modes"]
    torch.manual_seed(3)
    reader = Reader(Bert(Shape(words=30522, positions=512, width=48, layers=2, heads=12, inner=96)), len(modes))
    for weights in reader.parameters():
        torch.nn.init.normal_(weights, std=0.05)
    for part in labels.tagger_slices().values():  # what is untrained would tag every word
        reader.encoder.tag.bias.data[part.start] = 4.0
    for part in labels.layer_slices().values():
        reader.head.layers.bias.data[part.start] = 4.0
    folder = tmp_path / "before"
    export(reader, tokenizer, modes, 256, folder)
    monkeypatch.setattr(shipping, "MODEL", folder)
    monkeypatch.setattr(command, "MODEL", folder)
    return folder


@pytest.mark.parametrize("partial", [[], ["event_location"]])
def test_a_dozen_reports_make_a_reader_and_touch_nothing_that_ships(
    tmp_path: Path, small_reader: Path, partial: list[str]
) -> None:
    rows = dozen()
    for folder, its in (
        ("own/reports", rows[Part.TRAIN][:4]),
        ("own/further-reports", rows[Part.TUNE]),
        ("corpora/annotated", rows[Part.TRAIN][4:]),
    ):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in its), encoding="utf-8")
    if partial:
        (tmp_path / "corpora" / "event_location").mkdir()
        file = tmp_path / "corpora" / "event_location" / "train.jsonl.gz"
        file.write_bytes(gzip.compress(json.dumps(PLACED).encode()))
    config = yaml.safe_load((Path(command.__file__).parent / "reader.yaml").read_text(encoding="utf-8"))
    stages = [config["stages"][-1] | STAGE]
    (tmp_path / "config.yaml").write_text(yaml.safe_dump(config | {"stages": stages, "partial": partial}))
    before = {path: path.read_bytes() for path in (*small_reader.iterdir(), shipping.Shipped().seen)}

    words: list[object] = ["--from", "shipped", "--corpora", tmp_path / "corpora", "--own", tmp_path / "own"]
    words += ["--config", tmp_path / "config.yaml", "--work", tmp_path / "work", "--out", tmp_path / "out"]
    command.main(list(map(str, words)))

    made = shipping.Shipped.below(tmp_path / "out")
    assert ReaderModel(made.model).version != ReaderModel(small_reader).version
    assert made.pairs.exists()
    assert made.confidences.exists()
    taught = [read_report(row) for part in (Part.TRAIN, Part.TUNE) for row in rows[part]]
    assert made.seen.read_text(encoding="utf-8").split() == sorted(map(fingerprint, taught))
    assert bool(made.seen_places.read_text(encoding="utf-8")) == bool(partial)
    assert before == {path: path.read_bytes() for path in before}


@pytest.mark.parametrize(
    ("gpu", "able", "told"),
    [
        (True, {}, "cuda in bfloat16"),
        (False, {"avx2": True}, "cpu in float32"),
        (False, {"avx512_bf16": True}, "cpu in bfloat16"),
        (False, {"avx512_bf16": False, "amx_bf16": True}, "cpu in bfloat16"),
    ],
)
def test_the_reader_is_trained_where_it_goes_fastest(
    monkeypatch: pytest.MonkeyPatch, gpu: bool, able: dict[str, bool], told: str
) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: gpu)
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: able)
    assert str(choose_device()) == told
