from __future__ import annotations

from dataclasses import replace

import pytest

from tests.views.fiction import Writer, bazaar, write
from vedette.records import Account, ActorValue, Document, EventType, Role
from vedette.views.masking import Mask, build_masks
from vedette.views.report import write_report


def shooting(victim: str, text: str) -> Account:
    writer = write(text, "shooting.txt")
    writer.tell(EventType.ASSAULT, "firearms", "shot", writer.actor(victim, role=Role.RECIPIENT, kind="person"))
    return writer.account()


def masked(account: Account) -> str:
    return build_masks([account])[account.document.id].apply(account.document.text)


@pytest.mark.parametrize(
    ("victim", "text", "shown"),
    [
        ("Bilal Marwand", "They shot Bilal Marwand.", "They shot [name withheld]."),
        ("Bilal Marwand", "shot. BILAL MARWAND’S son; Mr Marwand", "shot. [name withheld] son; Mr [name withheld]"),
        ("shopkeeper Bilal Marwand", "shot a shopkeeper Bilal Marwand", "shot a shopkeeper [name withheld]"),
        ("Dr Sana Al-Bariq", "shot Dr Sana Al-Bariq at home", "shot [name withheld] at home"),
        (
            "Minister for Trade Bilal Marwand",
            "shot for a trade; Mr Marwand",
            "shot for a trade; Mr [name withheld]",
        ),
        ("a shopkeeper", "They shot a shopkeeper.", "They shot a shopkeeper."),
        ("بلال مروند", "shot: بلال مروند", "shot: [name withheld]"),
        ("𝔅ilal", "shot: 𝔅ilal 👩‍🚒", "shot: [name withheld] 👩‍🚒"),
    ],
)
def test_a_private_person_is_withheld_wherever_the_name_stands(victim: str, text: str, shown: str) -> None:
    if victim in text:
        assert masked(shooting(victim, text)) == shown
    else:
        account = shooting(victim, f"{victim} {text}")
        assert masked(account) == f"[name withheld] {shown}"


def test_a_place_keeps_its_name_although_a_victim_shares_it() -> None:
    writer = write("In Kabul they shot Ali Kabul, and Mr Kabul died in Kabul.", "kabul.txt")
    person = writer.actor("Ali Kabul", role=Role.RECIPIENT, kind="person")
    writer.tell(EventType.ASSAULT, "firearms", "shot", person, writer.place("Kabul"))
    assert masked(writer.account()) == "In Kabul they shot [name withheld], and Mr Kabul died in Kabul."


def test_a_victim_of_one_document_is_withheld_in_all_of_them() -> None:
    one = shooting("Bilal Marwand", "They shot Bilal Marwand.")
    other = Account(Document("2" * 16, "2" * 64, "b.txt", "text/plain", "Bilal Marwand sold cloth. Other Bilal."))
    assert build_masks([one, other])["2" * 16].apply(other.document.text) == "[name withheld] sold cloth. Other Bilal."


@pytest.mark.parametrize(("actor_id", "shown"), [("person:1", "Karim Wali"), (None, "[name withheld]")])
def test_of_those_who_act_only_the_ones_that_no_registry_knows_are_withheld(actor_id: str | None, shown: str) -> None:
    writer: Writer = write("Minister Karim Wali shot a bird.", "minister.txt")
    assertion = writer.actor("Karim Wali", kind="person")
    assert isinstance(assertion.value, ActorValue)
    known = replace(assertion, value=replace(assertion.value, actor_id=actor_id))
    writer.tell(EventType.ASSAULT, "firearms", "shot", known)
    assert masked(writer.account()) == f"Minister {shown} shot a bird."


@pytest.mark.parametrize(
    ("party", "shown"),
    [
        ("lawyer for Bilal Marwand", "lawyer for [name withheld]"),
        ("Bilal Marwand's lawyer", "[name withheld] lawyer"),
        ("the mother of Bilal", "the mother of [name withheld]"),
        ("Bilal Marwand and his two sons", "[name withheld] and his two sons"),
        ("two men, Bilal Marwand and Omar Zia", "two men, [name withheld] and [name withheld]"),
        ("a woman identified as Sana Bariq", "a woman identified as [name withheld]"),
        ("lawyer for Amnesty International", "lawyer for Amnesty International"),
        ("villagers of Dera Ismail Khan", "villagers of Dera Ismail Khan"),
        ("three Chinese engineers", "three Chinese engineers"),
    ],
)
def test_the_name_in_a_role_is_withheld_and_the_role_is_shown(party: str, shown: str) -> None:
    writer = write(f"They shot at {party} there.", "role.txt")
    writer.tell(EventType.ASSAULT, "firearms", "shot", writer.actor(party, role=Role.RECIPIENT, kind="generic"))
    assert masked(writer.account()) == f"They shot at {shown} there."


def test_the_report_does_not_show_the_name_in_a_role() -> None:
    writer = write("They shot a lawyer for Bilal Marwand. Marwand fled.", "role.txt")
    party = writer.actor("lawyer for Bilal Marwand", role=Role.RECIPIENT, kind="generic")
    writer.tell(EventType.ASSAULT, "firearms", "shot", party)
    page = write_report([writer.account()], "t", "1")
    assert "Marwand" not in page
    assert "lawyer for [name withheld]" in page


def test_nothing_is_withheld_where_nobody_has_to_be() -> None:
    assert Mask().find("Bilal Marwand") == ()


def test_no_part_of_a_private_name_is_left_in_a_report() -> None:
    page = write_report([bazaar()], "t", "1")
    assert "Marwand" not in page
    assert "Bilal" not in page
    assert "[name withheld]" in page
    assert "Quetta" in page


def test_names_are_shown_where_they_are_asked_for() -> None:
    page = write_report([bazaar()], "t", "1", names=True)
    assert "Bilal Marwand" in page
    assert "[name withheld]" not in page


def test_a_web_address_with_a_name_in_it_is_not_linked() -> None:
    account = shooting("Bilal Marwand", "They shot Bilal Marwand.")
    document = account.document
    with_address = Document(
        document.id, document.sha256, "n.txt", "text/plain", document.text, url="https://x.example/bilal-marwand-shot"
    )
    page = write_report([Account(with_address, account.sentences, account.events)], "t", "1")
    assert "marwand" not in page.casefold()
    assert "web address" not in page
