import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vedette.counts import find_counts, find_parts, resolve_count
from vedette.records import Span


def parts(text: str, phrases: str) -> tuple[int | None, ...]:
    """Find the parts among the phrases, given in reading order and parted by "|"."""
    values, at = [], 0
    for phrase in phrases.split("|"):
        start = text.index(phrase, at)
        values.append(resolve_count(Span.of(text, start, start + len(phrase)), text))
        at = start + 1
    return find_parts(values, text)


@pytest.mark.parametrize(
    ("text", "phrases", "totals"),
    [
        # "of them"
        ("A bomb killed seven people, one of them Chinese and six Afghans.", "seven|one|six", (None, 0, 0)),
        ("Four demonstrators, one of whom was 17, died.", "Four|one", (None, 0)),
        ("Two of them died of their wounds.", "Two", (None,)),
        ("20 people, all but two of them civilians", "20|all but two", (None, 0)),
        ("20 were killed, half of them children.", "20|half", (None, 0)),
        ("Nine died, one of them a girl of four.", "Nine|girl of four", (None, 0)),
        ("12 of the 31 stayed in custody, ten of them without counsel.", "12|31|ten", (1, None, 0)),
        # "including" and its like
        ("Nine people, among them two children, were killed.", "Nine|two", (None, 0)),
        ("47 civilians, including eight children and five women", "47|eight|five", (None, 0, 0)),
        ("74 seafarers, of whom twelve are still held", "74|twelve", (None, 0)),
        ("Eight employees, three engineers among them, were taken.", "Eight|three", (None, 0)),
        ("12 people were hurt, three critically.", "12|three", (None, 0)),
        ("20 dead (12 civilians).", "20|12", (None, 0)),
        # the dead, the hurt, in another sentence
        ("At least 20 people died. Four of the dead were policemen.", "At least 20|Four", (None, 0)),
        ("At least 20 died. The dead included four guards and a child.", "At least 20|four|child", (None, 0, 0)),
        ("Nine died. A nurse was among the dead.", "Nine|nurse", (None, 0)),
        ("Nine died. Also among the dead was a nurse.", "Nine|nurse", (None, 0)),
        ("Of the 40 injured, 12 were in a grave state.", "40|12", (None, 0)),
        ("Six children were among the 20 killed.", "Six|20", (1, None)),
        ("Five men died. The other three were Thai.", "Five|three", (None, 0)),
        ("12 people were hurt. Three are in critical condition.", "12|Three", (None, 0)),
        ("Six guards and nine clerks died. Two of the clerks were women.", "Six|nine|Two", (None, None, 1)),
        # adding up
        ("Seven died: five men shot at a gate, a soldier, and a baby.", "Seven|five|soldier|baby", (None, 0, 0, 0)),
        ("Two surveyors, a Cambodian and a Thai, were held.", "Two|Cambodian|Thai", (None, 0, 0)),
        ("Two men and a woman were shot. The three had worked there.", "Two|woman|three", (2, 2, None)),
        ("31 died. Shells killed 17, mines nine and fire five.", "31|17|nine|five", (None, 0, 0, 0)),
        # going on
        ("Nine died. Two of the hurt died on the way, four more on the wards.", "Nine|Two|four", (None, 0, 0)),
        ("Nine died. Six of the dead were shot and the others stabbed.", "Nine|Six|others", (None, 0, 0)),
        ("Six people died. A sixth victim, a waiter, died later.", "Six|waiter", (None, 0)),
        # running tolls
        ("Two more died, bringing the toll to eleven.", "Two more|eleven", (1, None)),
        ("The toll has risen to five after a cook died.", "five|cook", (None, 0)),
    ],
)
def test_parts_are_told_from_totals(text: str, phrases: str, totals: tuple[int | None, ...]) -> None:
    assert parts(text, phrases) == totals


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("The army says 12 died; the rebels say five.", "12|five"),
        ("12 people were killed in Mopti. Five were killed in Gao.", "12|Five"),
        ("The toll was put at 12 by the army and at five by residents.", "12|five"),
        ("The toll rose from nine to 12.", "nine|12"),
        ("Two officers, a woman and her daughter died.", "Two|woman|daughter"),
        ("Five women and a child were killed.", "Five|child"),
        ("Nobody died; 12 had been feared dead.", "Nobody|12"),
        ("Police held 22 men and shot three, two of them minors.", "22|two"),
        ("Nine died, two of them guards; the police say four.", "Nine|four"),
        ("Eleven coffins, not nine, left the mortuary.", "Eleven|nine"),
    ],
)
def test_rivals_sums_of_several_attacks_and_neighbours_in_a_list_are_no_parts(text: str, phrases: str) -> None:
    assert parts(text, phrases) == (None,) * len(phrases.split("|"))


def test_sentences_may_be_given_or_found() -> None:
    text = "At least 20 people died. Four of the dead were policemen."
    counts = [resolve_count(span, text) for span in find_counts(text)]
    sentences = (Span.of(text, 0, 24), Span.of(text, 25, len(text)))
    assert find_parts(counts, text) == find_parts(counts, text, sentences) == (None, 0)


def test_the_order_in_which_counts_are_given_does_not_matter() -> None:
    text = "Nine people, among them two children, were killed."
    nine, two = (resolve_count(span, text) for span in find_counts(text))
    assert find_parts([two, nine], text) == (1, None)


def test_no_counts_have_no_parts() -> None:
    assert find_parts([], "Nobody came.") == ()


@given(
    st.lists(
        st.sampled_from(
            ["nine people", "two", "of them", "including", ",", "and", "a guard", "were killed.", "the dead", "12", ":"]
        ),
        max_size=16,
    )
)
@settings(max_examples=150, deadline=None)
def test_a_part_points_to_another_count_and_never_back_to_itself(words: list[str]) -> None:
    text = " ".join(words)
    counts = [resolve_count(span, text) for span in find_counts(text)]
    totals = find_parts(counts, text)
    for start in range(len(totals)):
        seen, place = {start}, totals[start]
        while place is not None:
            assert place not in seen
            seen.add(place)
            place = totals[place]
