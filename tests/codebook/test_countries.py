import pytest

from vedette.codebook.countries import demonyms, load_countries


def test_every_country_has_a_code_of_its_own_and_a_name() -> None:
    countries = load_countries()
    assert len(countries) == 250
    assert len({country.iso3 for country in countries.values()}) == 250
    assert all(country.name and len(code) == 2 for code, country in countries.items())


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("Afghans", ("AF",)),
        ("Germans", ("DE",)),
        ("Chinese", ("CN",)),
        ("Frenchmen", ("FR",)),
        ("Nigerien", ("NE",)),
        ("Nigerian", ("NG",)),
        ("Congolese", ("CD", "CG")),
    ],
)
def test_a_demonym_gives_every_country_it_can_mean(word: str, codes: tuple[str, ...]) -> None:
    assert demonyms()[word] == codes


@pytest.mark.parametrize("word", ["Chineses", "Frenchmens", "afghan", "China"])
def test_a_word_that_is_no_demonym_is_not_in_the_table(word: str) -> None:
    assert word not in demonyms()


def test_the_names_of_a_country_begin_with_the_usual_one() -> None:
    assert load_countries()["MM"].names[:2] == ("Myanmar", "Burma")
    assert load_countries()["UA"].capitals == ("Kyiv", "Kiev")
