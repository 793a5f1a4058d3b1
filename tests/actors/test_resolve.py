import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vedette.actors import explain_actor, load_registry, resolve_actors
from vedette.codebook.countries import load_countries
from vedette.records import ActorValue, DateKnown, Document, Published, Span


def document(text: str, year: int | None = None) -> Document:
    published = Published(DateKnown.STATED, dt.date(year, 6, 1)) if year else Published()
    return Document("0" * 16, "0" * 64, "test", "text/plain", text, published=published)


def read(marked: str, year: int | None = None) -> ActorValue:
    before, rest = marked.split("[[")
    phrase, after = rest.split("]]")
    text = before + phrase + after
    return resolve_actors(document(text, year), [Span.of(text, len(before), len(before) + len(phrase))])[0]


@pytest.mark.parametrize(
    ("marked", "actor"),
    [
        ("[[ISIS-K]] claimed it", "group:isis-k"),
        ("[[ISIS-Khorasan]], a wing of the ISIS", "group:isis-k"),
        ("the [[Islamic State Khorasan Province]] said", "group:isis-k"),
        ("[[ISIS]] claimed it", "group:isis"),
        ("[[Tehrik-e-Taliban Pakistan militants]] were involved", "group:ttp"),
        ("Tahrik-i-Taleban: [[Tahrik-e-Taleban Pakistan]]", "group:ttp"),
        ("the [[Pakistani Taliban]]", "group:ttp"),
        ("[[members of the Baloch Liberation Army]]", "group:bla"),
        ("[[East Turkestan Islamic Movement activists]]", "group:tip"),
        ("[[Boko Haram]] and the army", "group:boko-haram"),
        ("[[Al Jazeera]] reported", "media:al-jazeera"),
        ("[[Hamas]] fired rockets", "group:hamas"),
        ("An angry [[Beijing]] has asked Islamabad", "state:cn"),
        ("The [[Pakistan Foreign Office]] has denied", "state:pk:foreign-ministry"),
        ("the [[government in Luanda]] replied", "state:ao"),
        ("the [[Kremlin]] said", "state:ru:presidency"),
        ("[[US]] officials and Yemen", "state:us"),
        ("the [[Médecins sans Frontières]] clinic", "org:msf"),
    ],
)
def test_names_aliases_and_seats_are_resolved(marked: str, actor: str) -> None:
    assert read(marked).actor_id == actor


@pytest.mark.parametrize(
    ("phrase", "actor"),
    [
        ("Islamic State in Kabul", "group:isis-k"),
        ("Islamic State in Borno", "group:iswap"),
        ("Islamic State in Cabo Delgado", "group:is-mozambique"),
        ("Islamic State in Ituri", "group:iscap"),
        ("Islamic State in Raqqa", "group:isis"),
        ("Islamic State fighters in Nangarhar", "group:isis-k"),
        ("Islamic State's Somali branch", "group:is-somalia"),
        ("the Yemeni branch of al-Qaeda", "group:aqap"),
        ("Daesh in Kabul", "group:isis-k"),
        ("Taliban in Peshawar", "group:ttp"),
        ("Taliban in Kandahar", "group:taliban"),
        ("Boko Haram in Cameroon", "group:boko-haram"),
        ("the army in Kabul", "state:af:army"),
    ],
)
def test_a_group_told_with_an_area_is_what_it_is_there(phrase: str, actor: str) -> None:
    assert explain_actor(phrase).value.actor_id == actor


@pytest.mark.parametrize("phrase", ["Islamic State in Lima", "Islamic State in Congo", "al-Qaeda in Syria"])
def test_a_group_in_an_area_where_no_wing_is_known_stays_open(phrase: str) -> None:
    value = explain_actor(phrase).value
    assert (value.actor_id, value.kind) == (None, "armed-group")
    assert value.candidates


def test_a_wing_that_did_not_yet_exist_is_not_meant() -> None:
    assert read("[[Islamic State in Kabul]] was unheard of", 2004).actor_id is None


def test_the_wing_of_the_country_is_a_candidate_of_the_bare_name() -> None:
    value = read("[[Islamic State]] bombed a mosque in Kabul, Afghanistan")
    assert [candidate.actor_id for candidate in value.candidates] == ["group:isis", "group:isis-k"]


@pytest.mark.parametrize(
    ("marked", "actor"),
    [
        ("A colonel told [[AFP]] that troops died in Sulu, Philippines", "media:afp"),
        ("An [[AFP]] correspondent saw bodies in Sulu, Philippines", "media:afp"),
        ("[[AFP]] troops fought in Sulu", "state:ph:afp"),
        ("The [[AFP]] fought in Mindanao, Philippines", "state:ph:afp"),
        ("[[AFP]] detectives raided a house", "state:au:afp"),
        ("The [[AFP]] raided a house in Sydney, Australia", "state:au:afp"),
        ("a spokesman of the [[AFP]] said", None),
        ("[[AFP]] said two were dead", None),
        ("the [[JEM]] fought in Darfur, Sudan", "group:jem"),
        ("the [[JEM]] struck in Jammu and Kashmir, India", "group:jaish-e-mohammed"),
        ("[[RSF]] fighters took the town", "group:rsf"),
        ("[[ADF]] rebels killed villagers in Beni, Congo", "group:adf"),
    ],
)
def test_words_and_countries_decide_between_actors_of_one_acronym(marked: str, actor: str | None) -> None:
    assert read(marked).actor_id == actor


def shared_acronyms() -> list[tuple[str, tuple[str, ...]]]:
    registry = load_registry()
    rows = registry.tables["index"]["acronyms"].values()
    found = {
        registry.entry(found[0][0]).labels[found[0][1]].text: tuple(sorted({row[0] for row in found})) for found in rows
    }
    return sorted((label, ids) for label, ids in found.items() if len(ids) > 1)


@pytest.mark.parametrize(("label", "ids"), shared_acronyms())
def test_an_acronym_of_two_actors_is_open_without_a_context_and_decided_by_a_country(
    label: str, ids: tuple[str, ...]
) -> None:
    value = explain_actor(label).value
    assert value.actor_id is None
    assert {candidate.actor_id for candidate in value.candidates} == set(ids)
    for actor in ids:
        home = load_registry().entry(actor).countries[:1]
        if home:
            country = load_countries()[home[0]].name
            assert read(f"Police in {country} spoke of [[{label}]].").actor_id == actor


@pytest.mark.parametrize(
    ("marked", "actor"),
    [
        ("[[Beijing]] has asked Islamabad", "state:cn"),
        ("A man died in [[Beijing]]", None),
        ("shots near [[Moscow]]", None),
        ("[[Moscow]] denied it", "state:ru"),
    ],
)
def test_a_capital_acts_unless_the_text_says_that_something_is_there(marked: str, actor: str | None) -> None:
    assert read(marked).actor_id == actor


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("a [[man named Juan Perez]] was shot", "person"),
        ("a [[group called Armed Renewal]] claimed it", "armed-group"),
        ("the [[lawyer for Rogelio Manansala]] was shot", "generic"),
        ("the [[mother of Rogelio Manansala]] was shot", "generic"),
    ],
)
def test_a_man_with_a_name_is_a_person_and_one_told_by_another_is_a_role(marked: str, kind: str) -> None:
    assert read(marked).kind == kind


@pytest.mark.parametrize(
    "marked",
    [
        "she opened the [[Front door]]",
        "he told [[us]] to wait",
        "the man [[who]] fled",
        "at [[dawn]] the shelling began",
        "the singer [[Hamasi]] performed",
        "the [[Balochistan Liberation Party]] met",
        "[[M24]] rebels took the town of Goma",
        "roads will [[mend]]",
        "the [[embassy in Addis Ababa]]",
        "the [[Makran Freedom Front]] claimed it in Pakistan",
        "[[former members of Tehrik-e-Taliban Pakistan]]",
    ],
)
def test_look_alikes_stay_without_an_actor(marked: str) -> None:
    assert read(marked).actor_id is None


def test_the_countries_of_the_text_decide_between_two_of_one_name() -> None:
    assert read("A police post near Peshawar, Pakistan, was hit. The [[Taliban]] said").actor_id == "group:ttp"
    assert read("Kabul was calm, the [[Taliban]] said in Afghanistan").actor_id == "group:taliban"


def test_a_name_that_the_text_does_not_tell_apart_keeps_its_candidates() -> None:
    value = read("Pakistan and Afghanistan traded fire; the [[Taliban]] said")
    assert value.actor_id is None
    assert {candidate.actor_id for candidate in value.candidates} == {"group:ttp", "group:taliban"}
    assert value.kind == "armed-group"


def test_a_short_acronym_is_not_taken_in_a_text_on_other_countries() -> None:
    value = read("In Lima, Peru, the [[BLA]] company said")
    assert value.actor_id is None
    assert value.candidates


def test_an_acronym_means_what_the_text_says_it_means() -> None:
    value = read("The Justice for Eastern Mountains (JEM) met in Darfur, Sudan. The [[JEM]] said")
    assert value.actor_id is None
    assert value.name == "Justice for Eastern Mountains"


def test_a_group_founded_later_than_the_report_is_not_meant() -> None:
    early = read("In Goma, Congo, the [[M23]] said", year=2005)
    late = read("In Goma, Congo, the [[M23]] said", year=2024)
    assert early.actor_id is None
    assert [candidate.actor_id for candidate in early.candidates] == ["group:m23"]
    assert late.actor_id == "group:m23"


def test_whose_label_a_name_is_stands_on_the_value() -> None:
    assert read("[[Fitna al-Khawarij]] in Pakistan").label_of == "government of PK"
    assert read("the [[Houthis]] in Yemen").label_of == "press"
    assert read("[[Ansar Allah]] in Yemen").label_of == "own"


@pytest.mark.parametrize(
    ("marked", "category", "country"),
    [
        ("[[masked gunmen on motorcycles]]", "fighter", None),
        ("[[villagers]] fled", "civilian", None),
        ("killing five [[Chinese engineers]] at Shangla, Pakistan", "foreign-national", "CN"),
        ("killing [[five Chinese engineers]] in Dasu, Pakistan", "foreign-national", "CN"),
        ("In a blast in Kabul seven died, one Chinese and [[six Afghans]]", "civilian", "AF"),
        ("[[police officers]] were hurt", "security-force", None),
        ("[[two journalists]] were hurt", "journalist", None),
        ("[[Pakistani and Afghan officials]] met", "official", None),
        ("a [[bus]] was hit", "transport", None),
        ("[[Congolese soldiers]] in Kinshasa", "security-force", "CD"),
        ("[[Congolese soldiers]] marched", "security-force", None),
    ],
)
def test_roles_become_generic_actors(marked: str, category: str, country: str | None) -> None:
    value = read(marked)
    assert (value.kind, value.category, value.country, value.actor_id) == ("generic", category, country, None)


def test_an_office_holder_is_a_person_of_whom_only_the_title_is_told() -> None:
    value = read("[[Chinese Ambassador to Pakistan Jiang Zaidong]] said")
    assert (value.kind, value.sector, value.country, value.actor_id) == ("person", "GOV", "CN", None)
    value = read("[[Interior Minister Mohsin Naqvi]] said in Pakistan")
    assert (value.kind, value.sector, value.country) == ("person", "GOV", None)


def test_a_private_person_has_a_name_and_nothing_else() -> None:
    value = read("[[Yamile Ortega]] was shot in Colombia")
    assert (value.kind, value.sector, value.category, value.country, value.candidates) == (
        "person",
        None,
        None,
        None,
        (),
    )


def test_what_the_words_do_not_tell_is_none() -> None:
    value = read("[[they]] came at night")
    assert (value.actor_id, value.kind, value.sector, value.category, value.country) == (None,) * 5


def test_a_bare_army_in_a_one_country_text_keeps_that_army_as_a_candidate() -> None:
    value = read("In Bamako, Mali, the [[army]] said")
    assert value.actor_id is None
    assert [candidate.actor_id for candidate in value.candidates] == ["state:ml:army"]


def resolve_all(text: str, *phrases: str) -> list[ActorValue]:
    spans = [Span.of(text, text.index(phrase), text.index(phrase) + len(phrase)) for phrase in phrases]
    return list(resolve_actors(document(text), spans))


def test_short_forms_share_the_name_that_the_text_gives_in_full() -> None:
    text = "The Front for the Renewal of Zand (FRZ) fought on. Later FRZ men fled. The Renewal was over."
    full, short = resolve_all(text, "Front for the Renewal of Zand", "FRZ men")
    assert full.name == short.name == "Front for the Renewal of Zand"
    assert full.kind == short.kind == "armed-group"


def test_a_bare_head_stands_for_the_one_group_of_that_head() -> None:
    text = "The Highland Committees met in Zand. The Committees said no."
    spans = [Span.of(text, 4, 23), Span.of(text, 41, 51)]
    assert [value.name for value in resolve_actors(document(text), spans)] == ["Highland Committees"] * 2


def test_a_wing_is_not_its_whole() -> None:
    value = read("a [[breakaway wing of the Kurdistan Workers' Party]] said")
    assert value.actor_id is None


def test_a_text_without_capitals_is_read_too() -> None:
    text = (
        "bogota -- guerrillas of the farabundo marti national liberation front (fmln) attacked a post in el salvador."
    )
    start = text.index("farabundo")
    span = Span.of(text, start, start + len("farabundo marti national liberation front"))
    value = resolve_actors(document(text), [span])[0]
    assert value.actor_id == "group:fmln"
    assert value.spans == (span,)


def test_a_text_in_capitals_is_read_too() -> None:
    text = "LIMA -- SHINING PATH TERRORISTS ATTACKED A POLICE POST IN AYACUCHO, PERU, ON MONDAY."
    start = text.index("SHINING")
    value = resolve_actors(document(text), [Span.of(text, start, start + len("SHINING PATH TERRORISTS"))])[0]
    assert value.actor_id == "group:shining-path"


def test_an_explanation_tells_the_entry_and_why() -> None:
    explanation = explain_actor("Taliban", "A police post near Peshawar, Pakistan, was hit by the Taliban.")
    assert explanation.entry is not None
    assert explanation.entry.id == "group:ttp"
    assert ("PK", 1.0) in explanation.countries
    assert {match[0] for match in explanation.matches} == {"group:ttp", "group:taliban"}


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=80), st.text(max_size=60))
def test_any_words_give_one_value_that_keeps_its_span(phrase: str, context: str) -> None:
    text = context + phrase
    span = Span.of(text, len(context), len(text))
    (value,) = resolve_actors(document(text), [span])
    assert value.spans == (span,)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.sampled_from(["the", "TTP", "ISIS-K", "of", "gunmen", "Kabul", "(FLX)", "Front", "for X,", "Chinese"]),
        min_size=1,
    )
)
def test_the_same_words_give_the_same_values(words: list[str]) -> None:
    text = " ".join(words)
    spans = [Span.of(text, 0, len(text))]
    assert resolve_actors(document(text), spans) == resolve_actors(document(text), spans)
