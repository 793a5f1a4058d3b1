import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vedette.counts import resolve_count
from vedette.records import Basis, CountValue, Span


def resolve(marked: str) -> CountValue:
    """Resolve the phrase between [[ and ]]."""
    before, rest = marked.split("[[")
    phrase, after = rest.split("]]")
    return resolve_count(Span(len(before), len(before) + len(phrase), phrase), before + phrase + after)


@pytest.mark.parametrize(
    ("marked", "low", "high", "approximate"),
    [
        # plain
        ("killing [[12]] people", 12, 12, False),
        ("[[Seventeen]] soldiers fell", 17, 17, False),
        ("[[14,200]] persons", 14_200, 14_200, False),
        ("[[1,50,000]] people were moved", 150_000, 150_000, False),
        ("[[3 lakh]] people were displaced", 300_000, 300_000, False),
        ("[[02]] dead", 2, 2, False),
        ("the toll rose to [[12]]", 12, 12, False),
        ("[[only four]] came back", 4, 4, False),
        ("a [[further 22]]", 22, 22, False),
        ("[[another four]] were hurt", 4, 4, False),
        ("[[two more]] died", 2, 2, False),
        ("at least [[9]]", 9, None, False),
        # bounds
        ("[[at least 12]] people", 12, None, False),
        ("[[at least a dozen]]", 12, None, False),
        ("[[no fewer than 15]]", 15, None, False),
        ("[[upwards of 9,000]]", 9000, None, False),
        ("[[12 or more]]", 12, None, False),
        ("[[40+]] wounded", 40, None, False),
        ("[[more than 40]]", 41, None, False),
        ("[[over a hundred]]", 101, None, False),
        ("[[more than two dozen]]", 25, None, False),
        ("[[just over 2,400]]", 2401, None, False),
        ("the figure might [[pass 25]]", 26, None, False),
        ("[[up to 40]]", 0, 40, False),
        ("[[as many as 27,000]]", 0, 27_000, False),
        ("[[no more than 35]]", 0, 35, False),
        ("[[fewer than ten]]", 0, 9, False),
        ("[[about 30]]", 30, 30, True),
        ("[[some 2,000]]", 2000, 2000, True),
        ("[[an estimated 1,150]]", 1150, 1150, True),
        ("[[nearly 300]]", 300, 300, True),
        ("[[a dozen or so]]", 12, 12, True),
        ("[[30-odd]] men", 30, 30, True),
        ("[[at least some 20]]", 20, None, True),
        ("[[two dozen-odd]]", 24, 24, True),
        ("[[upwards of 30]]", 30, None, False),
        ("[[1 200]] people", 1200, 1200, False),
        ("[[1\u2009200]] people", 1200, 1200, False),
        ("[[half a dozen]] men", 6, 6, False),
        ("a [[double-digit]] toll", 10, 99, False),
        # ranges
        ("[[between 15 and 20]]", 15, 20, False),
        ("[[from six to nine]]", 6, 9, False),
        ("[[five or six]]", 5, 6, False),
        ("[[12-15]]", 12, 15, False),
        ("[[12–15]]", 12, 15, False),
        ("[[three to five]]", 3, 5, False),
        # vague words
        ("[[dozens]]", 24, None, False),
        ("[[scores]]", 40, None, False),
        ("[[hundreds]]", 200, None, False),
        ("[[thousands]]", 2000, None, False),
        ("[[tens of thousands]]", 20_000, None, False),
        ("[[hundreds of thousands]]", 200_000, None, False),
        ("[[several hundred]]", 300, None, False),
        ("[[several]]", 3, None, False),
        ("[[some]] with shrapnel wounds", 3, None, False),
        ("[[many]]", 3, None, False),
        ("an [[unknown number]] of soldiers", 1, None, False),
        ("a [[number]] of smugglers", 2, None, False),
        ("[[both]] were hurt", 2, 2, False),
        ("[[a couple]] of men", 2, 2, False),
        # none
        ("[[No]] casualties", 0, 0, False),
        ("[[no casualties]]", 0, 0, False),
        ("[[nobody]] was hurt", 0, 0, False),
        ("[[no one]] died", 0, 0, False),
        ("[[none]] of them", 0, 0, False),
        ("[[not a single]] guard", 0, 0, False),
        ("[[without casualties]]", 0, 0, False),
        ("the crew was [[unhurt]]", 0, 0, False),
        ("without hurting [[anyone]]", 0, 0, False),
        ("[[nobody but the man at the wheel]]", 1, 1, False),
    ],
)
def test_number_phrases_have_the_bounds_of_the_conventions(
    marked: str, low: int | None, high: int | None, approximate: bool
) -> None:
    value = resolve(marked)
    assert (value.low, value.high, value.approximate) == (low, high, approximate)


@pytest.mark.parametrize(
    ("marked", "low", "high"),
    [
        ("shot a [[guard]]", 1, 1),
        ("stabbed an [[elderly man]]", 1, 1),
        ("killed [[Hamidullah]]", 1, 1),
        ("killed [[Carlos Hoyos]], a lawyer", 1, 1),
        ("[[driver, Cícero Passos]]", 1, 1),
        ("a [[12-year-old boy]]", 1, 1),
        ("a [[girl of four]]", 1, 1),
        ("a [[father of six]]", 1, 1),
        ("a [[passing trader]]", 1, 1),
        ("a [[woman fetching water]]", 1, 1),
        ("a [[Swiss]] was taken", 1, 1),
        ("killing [[himself]]", 1, 1),
        ("a [[woman and her two sons]]", 3, 3),
        ("an [[imam and his nephew]]", 2, 2),
        ("his [[wife and baby]]", 2, 2),
        ("a [[woman with a baby]]", 2, 2),
        ("a [[woman and three children]]", 4, 4),
        ("[[Dr. Bo Paz, Dr. Jo Escander, and Dr. Lu Tang]]", 3, 3),
        ("the [[director of trade and industry]]", 1, 1),
        ("the [[pair]] were freed", 2, 2),
        ("a [[couple in their seventies]]", 2, 2),
        ("[[a couple and their three children]]", 5, 5),
        ("[[a couple and their driver]]", 3, 3),
        ("[[a couple]] and their guests were seen", 2, 2),
        ("[[twins]]", 2, 2),
        ("[[two couples]] were taken", 4, 4),
        ("[[two]] couples were taken", 4, 4),
        ("[[a man, his wife and four children]]", 6, 6),
        ("[[two brothers and their father]]", 3, 3),
        ("[[two brothers]] and their father", 2, 2),
        ("[[a man and his dog]]", 1, 1),
        ("[[a family of five]]", 5, 5),
        ("[[a crew of 14]]", 14, 14),
        ("[[a team of six doctors]]", 6, 6),
        ("the [[family of two policemen]]", 2, None),
        ("[[a convoy of 12 lorries]]", 2, None),
        ("a [[trio of gunmen]]", 3, 3),
        ("tortured [[patients]]", 2, None),
        ("[[medical staff]]", 2, None),
        ("[[Afghans]] were deported", 2, None),
        ("the [[managers of several firms]]", 2, None),
        ("a [[family]] was killed", 2, None),
    ],
)
def test_noun_phrases_count_whom_they_name(marked: str, low: int, high: int | None) -> None:
    value = resolve(marked)
    assert (value.low, value.high) == (low, high)


def test_in_a_text_without_capitals_a_name_is_not_taken_for_a_plural() -> None:
    assert resolve("they murdered attorney general carlos mauro [[hoyos]] in medellin").high == 1
    assert resolve("they murdered [[priests]] in medellin").high is None


@pytest.mark.parametrize(
    ("marked", "low", "high", "anchor"),
    [
        ("27 villagers, [[most]] of them women, were found", 14, None, "27"),
        ("eighteen persons were hurt, [[half]] of them gravely", 9, 9, "eighteen"),
        ("detained 34 demonstrators, [[all but three]] of whom were released", 31, 31, "34"),
        ("they freed seven prisoners; the other side received the [[same number]]", 7, 7, "seven"),
        ("41 people died; others spoke of [[twice that number]]", 82, 82, "41"),
        ("[[all but two]] of the 12 hostages were freed", 10, 10, "12"),
        ("27 were seized; [[half]] of the 10 wounded died", 5, 5, "10"),
        ("[[a quarter]] of the 40 hostages were children", 10, 10, "40"),
        ("[[two thirds]] of the 30 villagers", 20, 20, "30"),
        ("[[three-quarters]] of the 12 hostages", 9, 9, "12"),
        ("[[a third]] of the 30 hostages were freed", 10, 10, "30"),
        ("[[every one]] of the 12 hostages", 12, 12, "12"),
        ("27 villagers were found, [[most]] of the village women", 14, None, "27"),
        ("killing 23 people and wounding 80. [[Most]] of the dead were young", 12, None, "23"),
    ],
)
def test_a_count_that_hangs_on_another_is_worked_out_and_shows_it(
    marked: str, low: int | None, high: int | None, anchor: str
) -> None:
    value = resolve(marked)
    assert (value.low, value.high) == (low, high)
    assert value.basis is Basis.RELATIVE
    assert value.spans[1].text == anchor


@pytest.mark.parametrize(
    "marked", ["a ransom of [[Rs 5 lakh]]", "Rs [[5 lakh]] each", "[[₹5 lakh]]", "paid [[20 lakh]] in ransom"]
)
def test_a_sum_of_money_counts_nobody(marked: str) -> None:
    assert (resolve(marked).low, resolve(marked).high, resolve(marked).of) == (None, None, None)


def test_people_beside_a_sum_of_money_count_all_the_same() -> None:
    assert resolve("[[12 men]] were held for a ransom of $5 million").low == 12


def test_a_count_that_hangs_on_an_unknown_one_stays_open() -> None:
    value = resolve("[[All but five]] were let go")
    assert (value.low, value.high, value.basis) == (None, None, Basis.STATED)


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        ("a [[third]] was hurt", 1),
        ("a [[fourth]] captive was killed", 1),
        ("a [[fourth suspect]], who had fled", 1),
        ("she is the [[fourth]] candidate to be assassinated", 4),
        ("he was shot on Friday, the [[25th]] such killing since 2016", 25),
    ],
)
def test_an_ordinal_tells_one_more_or_how_many_so_far(marked: str, value: int) -> None:
    assert (resolve(marked).low, resolve(marked).high) == (value, value)


def test_a_toll_told_of_dead_and_hurt_together_leaves_each_open() -> None:
    assert (resolve("[[13]] soldiers were either killed or wounded").low, resolve("[[13]] killed").low) == (0, 13)
    both = resolve("killing and wounding [[over 40]] people")
    assert (both.low, both.high) == (1, None)


def test_a_bound_word_left_outside_the_span_still_counts_and_is_shown() -> None:
    value = resolve("at least [[12]] people")
    assert value.spans[0].text == "at least 12"
    assert resolve("talks about [[12]] men").approximate is False


def test_a_number_left_outside_a_plural_still_counts() -> None:
    value = resolve("three [[policemen]] died")
    assert (value.low, value.high, value.spans[0].text) == (3, 3, "three policemen")


@given(st.text(max_size=60), st.data())
@settings(max_examples=150, deadline=None)
def test_any_span_of_any_text_gives_a_value_whose_spans_lie_in_the_text(text: str, data: st.DataObject) -> None:
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    value = resolve_count(Span.of(text, start, end), text)
    assert value.low is None or value.high is None or value.low <= value.high
    for span in (*value.spans, *([value.of] if value.of else [])):
        assert text[span.start : span.end] == span.text
