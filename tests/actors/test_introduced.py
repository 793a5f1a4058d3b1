import pytest

from vedette.actors import Introduced, learn_acronyms


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        ("the Front for Liberty and Xenia (FLX) said", "Front for Liberty and Xenia", "FLX"),
        ("a column of the Southern Insurgent Command (CIS) came", "Southern Insurgent Command", "CIS"),
        ("the de facto authorities (DfA) said", "de facto authorities", "DfA"),
        ("by the Turkestan Islamic Party, also known as the East Turkestan Islamic Movement; it",
         "Turkestan Islamic Party", "East Turkestan Islamic Movement"),
        ("the Republican Vanguard Army, or RVA, was", "Republican Vanguard Army", "RVA"),
        ("the Intwari Front for Return, the IFR, which", "Intwari Front for Return", "IFR"),
        ("the Banner of the Sahel, also known by its Arabic initials JRS. The Banner", "Banner of the Sahel", "JRS"),
        ("The Jund al-Sharq group, known as JaS, said", "Jund al-Sharq", "JaS"),
        ("taken by Katibat al-Rimal, the Brigade of the Sands.", "Katibat al-Rimal", "Brigade of the Sands"),
        ("one militant, Rubel alias Abu Tamim, hurled", "Rubel", "Abu Tamim"),
        ("FLX (Front for Liberty and Xenia) men", "Front for Liberty and Xenia", "FLX"),
        ("The Patani Vanguard Movement lost. Later the PVM denied it.", "Patani Vanguard Movement", "PVM"),
    ],
)  # fmt: skip
def test_a_text_teaches_its_names(text: str, name: str, alias: str) -> None:
    assert Introduced(name, alias) in learn_acronyms(text)


@pytest.mark.parametrize(
    "text",
    [
        "The attack (Monday) was claimed.",
        "They met in Paris, or London, to talk.",
        "Kenya, the African Union and Somalia agreed.",
        "The toll (at least 12) rose.",
        "WE WILL NOT GO, THE MEN SAID.",
    ],
)
def test_what_introduces_no_name_teaches_nothing(text: str) -> None:
    assert learn_acronyms(text) == ()
