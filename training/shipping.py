"""Where what training makes is kept: in the package and beside this file, or all below one folder to try things out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from training import seen_places
from training.calibrate import MAPS
from training.corpus import SEEN

_PACKAGE = Path(__file__).parents[1] / "src" / "vedette"
MODEL = _PACKAGE / "reading" / "model"


@dataclass(frozen=True, slots=True)
class Shipped:
    """The folder of the model, and the files of pair weights, confidences and names of texts that were seen."""

    model: Path = MODEL
    pairs: Path = _PACKAGE / "events" / "pair_weights.json"
    confidences: Path = MAPS
    seen: Path = SEEN
    seen_places: Path = seen_places.FILE

    @classmethod
    def below(cls, folder: Path) -> Shipped:
        """Keep everything below a folder, which is made where it is missing; nothing that ships is touched."""
        folder.mkdir(parents=True, exist_ok=True)
        names = MODEL, cls().pairs, cls().confidences, cls().seen, cls().seen_places
        return cls(*(folder / path.name for path in names))
