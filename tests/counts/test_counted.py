import pytest

from vedette.counts import resolve_count
from vedette.records import Span


def counted(marked: str) -> str | None:
    before, rest = marked.split("[[")
    phrase, after = rest.split("]]")
    value = resolve_count(Span(len(before), len(before) + len(phrase), phrase), before + phrase + after)
    return value.of.text if value.of else None


@pytest.mark.parametrize(
    ("marked", "whom"),
    [
        ("killing [[five]] Chinese engineers in Dasu", "Chinese engineers"),
        ("[[12]] people were hurt", "people"),
        ("[[two]] of the employees were let go", "employees"),
        ("[[hundreds]] of prisoners died", "prisoners"),
        ("[[two]] of them municipal clerks", "municipal clerks"),
        ("of whom [[29]] were insurgents", "insurgents"),
        ("[[one]] of them Algerian", "Algerian"),
        ("[[three]] more suspects were held", "suspects"),
        ("[[five]] others were wounded", "others"),
        ("[[three]] of the injured died", "injured"),
        ("[[At least 10]] U.S. Marines died", "U.S. Marines"),
        ("[[No]] civilian was present", "civilian"),
        ("the number of detainees at [[over a hundred]]", "detainees"),
        ("brings to [[seven]] the number of soldiers killed", "soldiers"),
        ("shot a [[lorry driver]] dead", "lorry driver"),
        ("shot [[Hamidullah]] dead", "Hamidullah"),
        ("[[nine]] “takfiris” were killed", "takfiris"),
    ],
)
def test_the_words_beside_a_count_tell_whom_it_counts(marked: str, whom: str) -> None:
    assert counted(marked) == whom


@pytest.mark.parametrize(
    "marked",
    [
        "[[13]] wounded",
        "the toll rose to [[12]].",
        "[[five]] of them seriously",
        "and [[61]] were wounded",
        "[[two]] died on the spot",
        "killing [[himself]]",
        "the crew was [[unhurt]]",
    ],
)
def test_where_nobody_is_named_nobody_is_counted(marked: str) -> None:
    assert counted(marked) is None
