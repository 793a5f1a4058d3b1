"""Accounts of invented reports that between them show every shape a view must draw; all people in them are fiction."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace

from vedette.records import (
    Account,
    ActorCandidate,
    ActorValue,
    Assertion,
    Attribution,
    AttributionKind,
    Basis,
    Certainty,
    CountValue,
    DateKnown,
    DatePrecision,
    DateValue,
    Document,
    Event,
    EventType,
    Issue,
    Marking,
    Page,
    PlaceCandidate,
    PlacePrecision,
    PlaceValue,
    Published,
    Relation,
    Role,
    Severity,
    Span,
    Stance,
    TextValue,
    Tie,
    Trend,
    Value,
)

PLACES: dict[str, tuple[int, float, float, str, str | None, PlacePrecision]] = {
    "Quetta": (1167528, 30.18, 67.0, "PK", "Balochistan", PlacePrecision.TOWN),
    "Karachi": (1174872, 24.86, 67.01, "PK", "Sindh", PlacePrecision.TOWN),
    "Jinnah airport": (6301030, 24.9, 67.16, "PK", "Sindh", PlacePrecision.SITE),
    "Kabul": (1138958, 34.53, 69.17, "AF", "Kabul", PlacePrecision.TOWN),
    "Takhar": (1123230, 36.67, 69.48, "AF", "Takhar", PlacePrecision.PROVINCE),
    "Chaman": (1181065, 30.92, 66.45, "PK", "Balochistan", PlacePrecision.DISTRICT),
    "Pakistan": (1168579, 30.0, 70.0, "PK", None, PlacePrecision.COUNTRY),
    "Dushanbe": (1221874, 38.54, 68.78, "TJ", "Dushanbe", PlacePrecision.TOWN),
    "Kandahar": (1138336, 31.61, 65.71, "AF", "Kandahar", PlacePrecision.TOWN),
}


@dataclass
class Writer:
    """Builds one document's account by the words that stand in its text."""

    document: Document
    attributions: list[Attribution] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    def at(self, words: str, n: int = 0) -> Span:
        start = -1
        for _ in range(n + 1):
            start = self.document.text.index(words, start + 1)
        return Span(start, start + len(words), words)

    def says(
        self,
        source: str,
        cue: str,
        content: str,
        kind: AttributionKind = AttributionKind.STATEMENT,
        within: int | None = None,
    ) -> int:
        self.attributions.append(Attribution(self.at(source), self.at(cue), self.at(content), kind, within, 0.9))
        return len(self.attributions) - 1

    def count(
        self, role: Role, words: str, low: int | None, high: int | None, by: int | None = None, **more: object
    ) -> Assertion:
        of = more.get("of")
        span = self.at(words)
        value = CountValue(
            low,
            high,
            Basis.STATED,
            (span,),
            approximate=bool(more.get("approximate")),
            of=_after(self.document.text, of, span.start) if isinstance(of, str) else None,
        )
        part_of = more.get("part_of")
        return Assertion(role, value, 0.94, by, part_of=part_of if isinstance(part_of, int) else None)

    def place(self, words: str, by: int | None = None, n: int = 0) -> Assertion:
        number, lat, lon, country, admin1, precision = PLACES[words]
        winner = PlaceCandidate(words, number, lat, lon, country, admin1, None, precision, 0.91)
        loser = PlaceCandidate(words, 99, -1.5, 40.0, "KE", "Garissa", None, PlacePrecision.TOWN, 0.22)
        value = PlaceValue(
            words,
            number,
            lat,
            lon,
            country,
            admin1,
            None,
            precision,
            Basis.STATED,
            (self.at(words, n),),
            candidates=(winner, loser),
            why="the document names other places in the same country",
        )
        return Assertion(Role.PLACE, value, 0.88, by)

    def lost_place(self, words: str) -> Assertion:
        value = PlaceValue(words, None, None, None, "PK", None, None, None, Basis.STATED, (self.at(words),))
        return Assertion(Role.PLACE, value, 0.61)

    def date(
        self,
        words: str,
        first: dt.date | None,
        last: dt.date | None,
        precision: DatePrecision | None = DatePrecision.DAY,
        basis: Basis = Basis.STATED,
        by: int | None = None,
        relation: str | None = None,
    ) -> Assertion:
        return Assertion(
            Role.DATE, DateValue(first, last, precision, basis, (self.at(words),), relation=relation), 0.9, by
        )

    def actor(
        self,
        words: str,
        certainty: Certainty | None = Certainty.FACT,
        by: int | None = None,
        role: Role = Role.ACTOR,
        kind: str | None = "armed-group",
        name: str | None = None,
        **more: str,
    ) -> Assertion:
        value = ActorValue(
            name or words,
            "armed:" + words.lower() if kind == "armed-group" else None,
            kind,
            None,
            more.get("category"),
            None,
            (self.at(words),),
            candidates=(ActorCandidate("armed:other", "Another Front", 0.31, "the army"),)
            if kind == "armed-group"
            else (),
            label_of=more.get("label_of"),
        )
        return Assertion(role, value, 0.86, by, certainty if role is Role.ACTOR else None)

    def text(self, role: Role, words: str) -> Assertion:
        return Assertion(role, TextValue(words, (self.at(words),)), 0.8)

    def tell(
        self,
        type: EventType,  # noqa: A002 - the noun of the record
        mode: str | None,
        trigger: str,
        *assertions: Assertion,
        stance: Stance = Stance.ACTUAL,
        background: bool = False,
        said: tuple[int, ...] = (),
        of_event: str | None = None,
        n: int = 0,
    ) -> Event:
        event = Event(
            id=f"{self.document.id[:6]}{len(self.events):010d}",
            document_id=self.document.id,
            type=type,
            mode=mode,
            stance=stance,
            background=background,
            confidence=0.93,
            triggers=(self.at(trigger, n),),
            assertions=assertions,
            of_event=of_event,
            attributions=said,
        )
        self.events.append(event)
        return event

    def tie(self, a: str, relation: Relation, b: str, trend: Trend | None = None) -> None:
        one, two = self.actor(a).value, self.actor(b).value
        assert isinstance(one, ActorValue)
        assert isinstance(two, ActorValue)
        self.ties.append(Tie(one, two, relation, trend, 0.7))

    def account(self) -> Account:
        sentences: list[Span] = []
        start = 0
        for index, character in enumerate(self.document.text):
            if character == "." and self.document.text[index + 1 : index + 2] in (" ", "\n", ""):
                sentences.append(Span.of(self.document.text, start, index + 1))
                start = index + 2
        return Account(
            self.document,
            tuple(sentences),
            tuple(self.events),
            tuple(self.attributions),
            tuple(self.ties),
            tuple(self.issues),
        )


def write(text: str, name: str, **more: object) -> Writer:
    number = f"{sum(map(ord, name)) % 10**6:06d}".ljust(16, "0")
    return Writer(Document(number, number * 4, name, "text/plain", text, **more))  # type: ignore[arg-type]


DAY = dt.date(2024, 10, 3)


def bazaar() -> Account:
    """Rival tolls and culprits, nested attributions, parts of a total, a private person, a claim, two pages."""
    text = (
        "A bomb exploded in a bazaar of Quetta, Balochistan, on Thursday. "
        "At least 4 people were killed and 12 injured, police said. "
        "The Evening Courier, quoting hospital doctors, said that 7 people had died, among them 2 children. "
        "The shopkeeper Bilal Marwand was among the dead.\n"
        "The Red Cedar Front claimed the attack. "
        "The interior ministry blamed the Salt River Brigade. "
        "Mr Marwand had sold cloth there for years. "
        "The Red Cedar Front broke away from the Salt River Brigade and is hosted by no state.\n"
    )
    page = text.index("The interior")
    writer = write(
        text,
        "herald-2024-10-03.pdf",
        title="Bazaar bomb kills at least four",
        publisher="The Frontier Herald",
        published=Published(DateKnown.STATED, DAY),
        language="en",
        marking=Marking.GREEN,
        url="https://herald.example/bazaar",
        pages=(Page(1, 0, page), Page(2, page, len(text))),
    )
    police = writer.says("police", "said", "At least 4 people were killed and 12 injured")
    courier = writer.says("The Evening Courier", "said that", "7 people had died", AttributionKind.REPORT)
    doctors = writer.says("hospital doctors", "quoting", "7 people had died", within=courier)
    front = writer.says("The Red Cedar Front", "claimed", "the attack", AttributionKind.CLAIM_OF_RESPONSIBILITY)
    ministry = writer.says("The interior ministry", "blamed", "the Salt River Brigade", AttributionKind.ACCUSATION)
    attack = writer.tell(
        EventType.ASSAULT,
        "explosives",
        "exploded",
        writer.date("Thursday", DAY, DAY, basis=Basis.RELATIVE),
        writer.place("Quetta"),
        writer.count(Role.KILLED, "At least 4", 4, None, police),
        writer.count(Role.KILLED, "7", 7, 7, doctors, of="people"),
        writer.count(Role.KILLED, "2 children", 2, 2, doctors, part_of=3),
        writer.count(Role.INJURED, "12", 12, 12, police),
        writer.actor("Red Cedar Front", Certainty.CLAIMED, front),
        writer.actor("Salt River Brigade", Certainty.ACCUSED, ministry, label_of="the army"),
        writer.actor("Bilal Marwand", role=Role.RECIPIENT, kind="person", category="civilian"),
        writer.text(Role.WEAPON, "bomb"),
        said=(police, doctors, front, ministry),
    )
    writer.tell(
        EventType.CLAIM,
        None,
        "claimed",
        writer.actor("Red Cedar Front", Certainty.FACT),
        of_event=attack.id,
        said=(front,),
    )
    writer.tie("Red Cedar Front", Relation.SPLINTER_OF, "Salt River Brigade", Trend.WEAKENING)
    return writer.account()


def roundup() -> Account:
    """An event of every stance, imprecise and unanchored dates, area places, a place that no gazetteer has."""
    text = (
        "Gunmen fired on a convoy near Chaman in October 2024. "
        "A rocket aimed at Jinnah airport in Karachi on 6 October was intercepted. "
        "Police foiled a plot to blow up a bridge in Kandahar. "
        "The Salt River Brigade threatened to shell Kabul. "
        "Troops will be sent to Takhar in 2025. "
        "Villagers alleged that soldiers beat 40 men in Upper Dheri. "
        "The governor denied that the prison in Kabul had been stormed in spring 2024. "
        "No shots were fired in Dushanbe. "
        "If talks fail, war could break out. "
        "Every year some 200 people are abducted in Pakistan. "
        "The envoys met two days before the summit in Dushanbe and agreed on a truce.\n"
    )
    writer = write(
        text,
        "sitrep-41.txt",
        title="Weekly roundup",
        publisher="Upland Risk Desk",
        published=Published(DateKnown.INFERRED, not_before=dt.date(2024, 10, 6)),
        language="en",
        marking=Marking.AMBER,
    )
    month = (dt.date(2024, 10, 1), dt.date(2024, 10, 31), DatePrecision.MONTH)
    writer.tell(
        EventType.ASSAULT,
        "firearms",
        "fired",
        writer.date("October 2024", *month),
        writer.place("Chaman"),
        writer.actor("Gunmen", kind="generic"),
        writer.actor("convoy", role=Role.RECIPIENT, kind="generic", category="infrastructure"),
    )
    sixth = dt.date(2024, 10, 6)
    writer.tell(
        EventType.ASSAULT,
        "heavy-weapons",
        "intercepted",
        writer.date("6 October", sixth, sixth, basis=Basis.RELATIVE),
        writer.place("Jinnah airport"),
        writer.place("Karachi"),
        stance=Stance.ATTEMPTED,
    )
    writer.tell(EventType.ASSAULT, "destroy", "blow up", writer.place("Kandahar"), stance=Stance.FOILED)
    writer.tell(
        EventType.ASSAULT,
        "heavy-weapons",
        "shell",
        writer.place("Kabul"),
        writer.actor("Salt River Brigade"),
        stance=Stance.THREATENED,
    )
    writer.tell(
        EventType.MOBILIZE,
        "troops",
        "sent",
        writer.place("Takhar"),
        writer.date("2025", dt.date(2025, 1, 1), dt.date(2025, 12, 31), DatePrecision.YEAR),
        stance=Stance.PLANNED,
    )
    villagers = writer.says("Villagers", "alleged", "soldiers beat 40 men in Upper Dheri", AttributionKind.ACCUSATION)
    writer.tell(
        EventType.ASSAULT,
        "beat",
        "beat",
        writer.lost_place("Upper Dheri"),
        writer.count(Role.INJURED, "40", 40, 40, villagers, of="men"),
        writer.actor("soldiers", Certainty.ACCUSED, villagers, kind="generic"),
        stance=Stance.ALLEGED,
        said=(villagers,),
    )
    governor = writer.says("The governor", "denied", "the prison in Kabul had been stormed", AttributionKind.DENIAL)
    writer.tell(
        EventType.ASSAULT,
        None,
        "stormed",
        writer.place("Kabul", n=1),
        writer.date("spring 2024", dt.date(2024, 3, 1), dt.date(2024, 5, 31), DatePrecision.SEASON),
        stance=Stance.DENIED,
        background=True,
        said=(governor,),
    )
    writer.tell(
        EventType.ASSAULT,
        "firearms",
        "fired",
        writer.place("Dushanbe"),
        writer.count(Role.KILLED, "No", 0, 0),
        stance=Stance.NEGATED,
        n=1,
    )
    writer.tell(EventType.ASSAULT, None, "war", stance=Stance.HYPOTHETICAL)
    writer.tell(
        EventType.ASSAULT,
        "abduct",
        "abducted",
        writer.place("Pakistan"),
        writer.count(Role.ABDUCTED, "some 200", 200, 200, approximate=True, of="people"),
        stance=Stance.RECURRING,
    )
    writer.tell(
        EventType.CONSULT,
        "multilateral",
        "met",
        writer.place("Dushanbe", n=1),
        writer.date("two days before", None, None, None, Basis.RELATIVE, relation="2 days before"),
    )
    return writer.account()


def hostile() -> Account:
    """Text that tries to be markup, to turn the line around, and to drive a terminal; an issue; no publisher."""
    text = (
        "<script>alert('x')</script> \"quoted\" & 'single' bombs exploded in \u202etreb\u202c Karachi. "
        "قال متحدث إن الهجوم exploded 𝔄𝔰𝔱𝔯𝔞𝔩 👩‍🚒 there \x1b[31mred\x1b[0m </style></svg>{{ 7*7 }}.\n"
    )
    writer = write(text, "<img src=x onerror=alert(1)>.html", title="</title><script>alert(2)</script>")
    writer.says("متحدث", "قال", "إن الهجوم exploded")
    writer.tell(EventType.ASSAULT, "explosives", "exploded", writer.place("Karachi"), said=(0,))
    writer.tell(EventType.ASSAULT, "explosives", "𝔄𝔰𝔱𝔯𝔞𝔩 👩‍🚒", writer.text(Role.WEAPON, "<script>alert('x')</script>"))
    writer.issues.append(
        Issue(Severity.WARNING, "not-english", "<b>bold</b>.txt", "the text is in <i>Arabic</i>", writer.document.id)
    )
    return writer.account()


def lost() -> Account:
    """A document that could not be read."""
    writer = write("-", "broken.pdf")
    writer.issues.append(Issue(Severity.ERROR, "unreadable", "broken.pdf", "the file ends in the middle of a page"))
    return writer.account()


def all_accounts() -> tuple[Account, ...]:
    return (bazaar(), roundup(), hostile(), lost())


def many(documents: int, events: int) -> tuple[Account, ...]:
    """A large case: `documents` documents with `events` events each over four years, seeded by their number alone."""
    return tuple(_one_of_many(number, events) for number in range(documents))


def _one_of_many(number: int, events: int) -> Account:
    places = [name for name in PLACES if name != "Pakistan"]
    days = [dt.date(2021, 1, 1) + dt.timedelta(days=(number * 97 + each * 31) % 1500) for each in range(events)]
    text = "".join(
        f"A bomb number {each} went off in {places[(number + each) % len(places)]} on {day:%d %B %Y}, killing "
        f"{(number * each) % 9} people, wounding {each + 3} “guards” of the Red Cedar Front, the police said. "
        for each, day in enumerate(days)
    )
    writer = write(text, f"report-{number}.txt", publisher=f"Outlet {number % 20}", language="en")
    writer.document = Document(f"{number:016x}", f"{number:064x}", f"report-{number}.txt", "text/plain", text)
    for each, day in enumerate(days):
        start = text.index(f"A bomb number {each} ")
        writer.attributions.append(
            Attribution(
                _after(text, "the police", start),
                _after(text, "said", start),
                _after(text, "A bomb", start),
                AttributionKind.STATEMENT,
                None,
                0.9,
            )
        )
        low = (number * each) % 9
        assertions = (
            Assertion(Role.DATE, _value(text, start, f"{day:%d %B %Y}", day), 0.9, each),
            _moved(writer.place(places[(number + each) % len(places)]), text, start, each),
            Assertion(Role.KILLED, _count(text, start, f"{low} people", low), 0.9, each),
            Assertion(Role.INJURED, _count(text, start, f"{each + 3} “", each + 3), 0.9, each),
            _moved(writer.actor("Red Cedar Front", Certainty.SUSPECTED), text, start, each),
            _moved(writer.text(Role.WEAPON, "bomb"), text, start, each),
        )
        writer.tell(EventType.ASSAULT, "explosives", "went off", *assertions, said=(each,), n=each)
    return writer.account()


def _moved(assertion: Assertion, text: str, start: int, by: int) -> Assertion:
    """Point an assertion to the next place where its words stand, from `start` on."""
    (span,) = assertion.value.spans
    value = replace(assertion.value, spans=(_after(text, span.text, start),))
    return replace(assertion, value=value, attribution=by)


def _after(text: str, words: str, start: int) -> Span:
    at = text.index(words, start)
    return Span(at, at + len(words), words)


def _value(text: str, start: int, words: str, day: dt.date) -> Value:
    return DateValue(day, day, DatePrecision.DAY, Basis.STATED, (_after(text, words, start),))


def _count(text: str, start: int, words: str, number: int) -> Value:
    return CountValue(number, number, Basis.STATED, (_after(text, words, start),))
