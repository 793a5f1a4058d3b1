from __future__ import annotations

from tests.incidents.small import ferry_bomb
from vedette.incidents.sketch import sketch_account
from vedette.incidents.sketch_text import sketch_from_text, sketch_to_text


def test_a_sketch_comes_back_as_it_went_in() -> None:
    sketches = [sketch for account in ferry_bomb() for sketch in sketch_account(account)]
    assert sketches
    assert [sketch_from_text(sketch_to_text(sketch)) for sketch in sketches] == sketches
