"""The label lists and the outputs that belong to them."""

from __future__ import annotations

import json
from importlib import resources

import pytest

from vedette.reading import labels
from vedette.records import COUNT_ROLES, EventType, Role


@pytest.mark.parametrize("slices", [labels.layer_slices(), labels.tagger_slices()])
def test_slices_lie_side_by_side_from_the_first_output(slices: dict[str, slice]) -> None:
    at = 0
    for one in slices.values():
        assert one.start == at
        assert one.stop > at
        at = one.stop


def test_each_slice_is_as_wide_as_its_labels_need() -> None:
    for name, one in labels.tagger_slices().items():
        assert one.stop - one.start == 1 + 2 * len(labels.TAGGERS[name])
    layers = labels.layer_slices()
    for name, names in labels.LAYERS.items():
        assert layers[name].stop - layers[name].start == 1 + 2 * len(names)
    assert layers["certainty"].stop - layers["certainty"].start == len(labels.CERTAINTIES)


def test_every_role_stands_in_one_layer() -> None:
    told = [label for names in labels.LAYERS.values() for label in names if label in set(Role)]
    assert sorted(told) == sorted(Role)
    assert set(labels.COUNTED) == COUNT_ROLES


def test_every_event_type_is_an_anchor_in_the_order_of_the_trigger_tagger() -> None:
    assert labels.ANCHOR_KINDS[: len(EventType)] == labels.TAGGERS[labels.TRIGGER] == tuple(EventType)
    assert len(set(labels.ANCHOR_KINDS)) == len(labels.ANCHOR_KINDS)


def test_every_anchor_asks_for_layers_that_exist() -> None:
    assert {layer for layers in labels.ANCHOR_LAYERS.values() for layer in layers} == set(labels.LAYERS)


def test_the_shipped_model_was_trained_with_these_labels() -> None:
    card = json.loads((resources.files("vedette.reading") / "model" / "reader.json").read_text(encoding="utf-8"))
    assert {name: tuple(names) for name, names in card["taggers"].items()} == labels.TAGGERS
    assert {name: tuple(names) for name, names in card["layers"].items()} == labels.LAYERS
    assert (
        set(card["thresholds"])
        == set(card["temperatures"])
        == set(card["starts"])
        == set(card["keeps"])
        == {*labels.TAGGERS, *labels.LAYERS}
    )
