import pytest

from vedette.counts.tables import bounds, nouns, ordered_words, vague_words, words


def test_every_bound_word_is_of_a_known_kind() -> None:
    table = bounds()
    found = [
        bound for rows in (table.before_by_first, table.after_by_first) for same in rows.values() for bound in same
    ]
    assert {bound.kind for bound in found} == {"floor", "above", "ceiling", "below", "about", "exact"}
    assert all(bound.words for bound in found)


def test_every_vague_word_has_a_reason_and_bounds_that_fit() -> None:
    for same in vague_words().values():
        for word in same:
            assert word.why
            assert word.low is not None
            assert word.high is None or word.low <= word.high


def test_no_noun_is_both_people_and_a_thing() -> None:
    assert not sorted(nouns().people & nouns().things)


def test_number_words_stand_in_the_order_of_their_values() -> None:
    assert ordered_words("units")[12] == "twelve"
    assert ordered_words("tens")[0] == "twenty"
    assert ordered_words("ordinals")[2] == "third"


@pytest.mark.parametrize("name", ["months", "currency", "harmed", "phrase_ends"])
def test_word_lists_are_in_lower_case(name: str) -> None:
    assert all(word == word.lower() for word in words(name))
