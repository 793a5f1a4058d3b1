"""Labels that do not lie on one another."""

from __future__ import annotations

from dataclasses import dataclass

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Label:
    """A text at a point of the sheet; `anchor` is SVG's; `everywhere` is False where it fits on wide screens only."""

    text: str
    x: float
    y: float
    anchor: str
    everywhere: bool


@dataclass(frozen=True, slots=True)
class Wish:
    """A text for a mark of radius `r`: beside it, or `centred` on it where there is nothing to cover.

    A centred text whose place is taken goes beside its mark; it has none where `r` is 0.
    """

    text: str
    x: float
    y: float
    r: float = 0.0
    centred: bool = False


class Sheet:
    """Free and taken room on a map of `width` × `height` pixels."""

    def __init__(self, width: float, height: float) -> None:
        self._width, self._height = width, height
        self._taken: list[Box] = []

    def take(self, box: Box) -> None:
        """Keep labels off `box` (left, top, right, bottom)."""
        self._taken.append(box)

    def place(self, wishes: list[Wish], large: float, small: float) -> list[Label]:
        """Place what fits, in order: first at the `large` letters of a narrow screen, then the rest at `small` ones."""
        labels: list[Label] = []
        waiting = wishes
        for size, everywhere in ((large, True), (small, False)):
            left_over = []
            for wish in waiting:
                label = self._try(wish, size, everywhere)
                if label is None:
                    left_over.append(wish)
                else:
                    labels.append(label)
            waiting = left_over
        return labels

    def _try(self, wish: Wish, size: float, everywhere: bool) -> Label | None:
        for x, y, anchor in _spots(wish, size):
            box = _box(wish.text, x, y, anchor, size)
            if self._free(box):
                self.take(box)
                return Label(wish.text, round(x, 1), round(y, 1), anchor, everywhere)
        return None

    def _free(self, box: Box) -> bool:
        left, top, right, bottom = box
        if left < 2 or top < 2 or right > self._width - 2 or bottom > self._height - 2:
            return False
        return not any(left < b[2] and b[0] < right and top < b[3] and b[1] < bottom for b in self._taken)


def text_width(text: str, size: float) -> float:
    """Estimate the width of `text` in pixels at `size`: wide scripts count a full letter."""
    return sum(1.0 if ord(character) > 0x2E7F else 0.58 for character in text) * size


def _spots(wish: Wish, size: float) -> list[tuple[float, float, str]]:
    centre = [(wish.x, wish.y, "middle")] if wish.centred else []
    if wish.centred and not wish.r:
        return centre
    away = wish.r + 4
    down = wish.r + size * 0.7
    return [
        *centre,
        (wish.x + away, wish.y, "start"),
        (wish.x - away, wish.y, "end"),
        (wish.x, wish.y - down, "middle"),
        (wish.x, wish.y + down, "middle"),
        (wish.x + away * 0.8, wish.y - down * 0.8, "start"),
        (wish.x - away * 0.8, wish.y + down * 0.8, "end"),
    ]


def _box(text: str, x: float, y: float, anchor: str, size: float) -> Box:
    width = text_width(text, size)
    left = {"start": x, "middle": x - width / 2, "end": x - width}[anchor]
    return left, y - size * 0.6, left + width, y + size * 0.6
