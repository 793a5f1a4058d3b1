"""Looks up what common words tell of somebody who has no name: roles, titles, words for groups and their members."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vedette.actors.registry import load_registry
from vedette.actors.wording import singular

_LONGEST_ROLE = 4
_LONGEST_TITLE = 4

# Whoever is one of these for a group acts or suffers as that group ("TTP fighters", "members of the Front").
MEMBERS = frozenset(
    "member fighter militant gunman guerrilla element combatant insurgent rebel soldier man cadre operative commander "
    "leader chief spokesman spokeswoman spokesperson emir founder troop force jihadist terrorist extremist militiaman "
    "mujahideen official representative statement leadership attacker assailant raider bomber sniper partisan spokesmen "
    "authority government administration regime negotiator faithful ranks claim group movement organisation organization "
    "rank-and-file gunner kidnapper captor pirate affiliate militia gang cartel network separatist deputy head chairman "
    "political bureau command unit patrol convoy detachment column squad loyalist".split()
) - {"political", "bureau"}
# Parts of a group that are actors of their own: never read as the whole.
PARTS = frozenset(
    "wing faction cell branch splinter offshoot chapter affiliate dissident breakaway unit squad brigade battalion column "
    "commando front detachment command division company bloc youth".split()
)
# One of these in a name that no register has tells that it is an armed group's.
ARMED = frozenset(
    "front army brigade brigades militia militias gang cartel jaish jaysh jeish lashkar laskar harakat harakah ansar jund junud "
    "junood katibat katiba liwa saraya sipah hizb hizbul mai-mai frente ejercito comando comandos bloque autodefensas "
    "tentara tigers lions mujahideen mujahidin liberation vanguard column legion guerrilla commando commandos fighters "
    "insurgent insurgency resistance battalion fedayeen fidai jihad mujahid boys mafia clan los las kataib asaib askari "
    "guerrilhas forca guerillas falcons eagles wilaya wilayat province emirate martyrs shuhada banner corps rebels "
    "defenders avengers liberators cell cells colectivo baz squad guardians sons warriors sword swords "
    "rebellion armed dal fajr tehrik tehreek jamaat jamaatu jamaah corsairs brotherhood fraternity guards raiders".split()
)
# These may be armed or not: the words alone do not tell.
PERHAPS_ARMED = frozenset(
    "movement alliance coalition committee committees council union command guard force forces mission congress organisation "
    "organization party league network assembly platform council faction office group barisan gerakan mouvement movimiento "
    "pact bloc authority samity parishad gathering circle house shield defence defense self-defence society".split()
)
MEDIA = frozenset(
    "times tribune herald gazette courier wire radio news television tv post observer daily journal echo chronicle mirror "
    "broadcasting agency telegraph dispatch bulletin monitor press fm sentinel star diario correo voz noticias".split()
)
COMPANIES = frozenset(
    "ltd limited inc corp corporation company co llc plc gmbh sa spa group holding holdings industries mining energy "
    "petroleum energia power construction engineering airlines airways logistics telecom resources minerals oil gas bank "
    "contractors enterprises trading shipping lines maritima".split()
)
CIVIL = frozenset(
    "association foundation federation university college school hospital institute church diocese club observatory forum "
    "commission tribunal court ministry agency department directorate secretariat centre center service bureau panel "
    "red crescent cross chamber syndicate cooperative trust charity monitor watch".split()
)
PRONOUNS = frozenset(
    "i we you he she it they me us him her them mine ours his hers theirs its who whom whoever somebody someone anybody "
    "anyone nobody none one ones another other others both each either neither all everyone everybody themselves himself "
    "herself itself this that these those most many few some several former latter two three four five six seven eight "
    "nine ten eleven twelve dozen dozens".split()
)


@dataclass(frozen=True, slots=True)
class Told:
    """What a role word or a title tells: category and sector, whether it is a thing, and how many words it took."""

    category: str | None
    sector: str | None
    thing: bool
    words: int
    word: str


def find_role(words: Sequence[str]) -> Told | None:
    """Give what the longest role that ends the folded `words` tells, plural or singular."""
    roles = load_registry().tables["roles"]
    for size in range(min(_LONGEST_ROLE, len(words)), 0, -1):
        tail = list(words[-size:])
        for last in (tail[-1], singular(tail[-1])):
            key = " ".join([*tail[:-1], last])
            if key in roles:
                category, sector, thing = roles[key]
                return Told(category, sector, thing, size, key)
    return None


def find_title(words: Sequence[str]) -> Told | None:
    """Give what the longest title that begins the folded `words` tells, roles before a name among them."""
    tables = load_registry().tables
    for size in range(min(_LONGEST_TITLE, len(words) - 1), 0, -1):
        key = " ".join(words[:size])
        if key in tables["titles"]:
            category, sector = tables["titles"][key]
            return Told(category, sector, False, size, key)
        if key in tables["roles"] and not tables["roles"][key][2]:
            category, sector, _ = tables["roles"][key]
            return Told(category, sector, False, size, key)
    return None


def find_organ(text: str) -> str | None:
    """Give the id of the state organ that the folded `text` names ("foreign ministry"), None where it is none."""
    return _organ_words().get(text)


_organs: dict[str, str] = {}


def _organ_words() -> dict[str, str]:
    if not _organs:
        for organ, row in load_registry().tables["organs"].items():
            for word in row["words"]:
                _organs.setdefault(word, organ)
    return _organs
