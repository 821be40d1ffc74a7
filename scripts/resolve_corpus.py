"""Invented notices of which it is known who and what every name means: the corpus of ``bench_resolve``.

Each official has a name, a county, a career of one to three posts, and sanctions on known days. A sanction is
told in one notice or in several: with the day or the month, with long names of bodies, with the given name
left out, as one case of a list, as a copy with another head and foot, as a correction. Names are drawn so
that homonyms occur in one county and in several; every county has bodies that were renamed, and documents
of the same title in two versions. Places are real, people never.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg import pipeline
from kg.fold import fold
from kg.model import Document

COUNTIES, OFFICIALS = 40, 200
COMMON, GIVEN = "张伟 王伟 李强 刘洋 王磊 张敏 李静 陈勇", "试样拟例虚设假托测演示题库标范稿篇栏"
FAMILIES = "赵钱孙周吴郑冯蒋沈韩杨朱秦尤许何吕施孔曹严华金魏陶姜"
BUREAUS = {
    "住建局": "住房和城乡建设局",
    "教育局": "教育局",
    "财政局": "财政局",
    "卫健委": "卫生健康委员会",
    "交通局": "交通运输局",
    "水利局": "水利局",
}
RENAMED = {"住建局": "规划局", "卫健委": "卫计局", "水利局": "水务局"}
"""Bodies of today, and others of the same county that went before them: two bodies each."""
TITLES = ("局长", "副局长")
MEASURES = ("党内警告", "党内严重警告", "政务警告", "政务记过", "政务记大过", "政务降级")
FAULTS = ("履职不力", "违规收受礼品", "虚报工作进展", "违规操办酒席", "对群众诉求推诿扯皮")
TITLE = "关于激励干部担当作为的实施意见"
"""A title that every county gives a document of its own, in two years."""
ISSUING = 10
"""Counties whose documents notices speak of."""
FREQUENT, MASKED, LONG, COPIED, EXACT, HALF = 0.2, 0.12, 0.3, 0.12, 0.4, 0.5
"""Shares: very common names; names masked, bodies spelled out, notices copied; days told, not only months."""
MASK = "某"


@dataclass(frozen=True)
class Official:
    """An invented official."""

    number: int
    name: str
    county: str
    posts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Event:
    """A sanction of an official: in which post, when, which."""

    who: Official
    post: int
    year: int
    month: int
    day: int
    measure: str


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A stretch of a text that names something."""

    doc: str
    start: int
    end: int
    words: str


@dataclass
class Corpus:
    """Texts, and what each name in them means, by kind of thing."""

    texts: list[Document] = field(default_factory=list)
    truth: dict[str, dict[Mention, str]] = field(
        default_factory=lambda: {"person": {}, "agency": {}, "document": {}}
    )
    posts: dict[Mention, str] = field(default_factory=dict)
    """A person's name with the post before it, as the rival that compares strings sees it."""


class Page:
    """A text being written, that notes what its names mean."""

    def __init__(self) -> None:
        self.text = ""
        self.names: list[tuple[str, int, int, str]] = []
        self.heads: dict[int, int] = {}

    def say(self, words: str) -> Page:
        """Add words."""
        self.text += words
        return self

    def name(self, kind: str, words: str, what: str) -> Page:
        """Add a name that means something."""
        self.names.append((kind, len(self.text), len(self.text) + len(words), what))
        return self.say(words)

    def copy(self, head: str, foot: str) -> Page:
        """The same text with other words before and after."""
        found = Page()
        found.text = head + self.text + foot
        found.names = [(kind, a + len(head), b + len(head), what) for kind, a, b, what in self.names]
        found.heads = {a + len(head): b + len(head) for a, b in self.heads.items()}
        return found


def officials(chance: random.Random, counties: list[str]) -> list[Official]:
    """The officials; some bear a very common name, but no two of one name ever hold the same post."""
    found: list[Official] = []
    held: set[tuple[str, str, tuple[str, str]]] = set()
    while len(found) < OFFICIALS:
        common = chance.random() < FREQUENT
        given = "".join(chance.sample(GIVEN, 2))
        name = chance.choice(COMMON.split()) if common else chance.choice(FAMILIES) + given
        county = chance.choice(counties)
        posts = chance.sample([(b, t) for b in BUREAUS for t in TITLES], chance.choice((1, 1, 2, 3)))
        if not held & {(name, county, p) for p in posts}:
            held |= {(name, county, p) for p in posts}
            found.append(Official(len(found), name, county, tuple(posts)))
    return found


def named(resources: pipeline.Resources) -> list[str]:
    """Names of counties that no other place bears today."""
    gazetteer = resources.gazetteer
    found = []
    for name, official in gazetteer.names():
        places = gazetteer.by_name(name)
        if (
            official
            and len(places) == 1
            and places[0].level == "county"
            and places[0].valid_to is None
            and name[-1] == "县"
        ):
            found.append(name)
    return sorted(found)


class Writer:
    """Writes the notices about the officials there are."""

    def __init__(self, chance: random.Random, people: Sequence[Official]) -> None:
        self.chance, self.people = chance, people
        self.issuing = sorted({one.county for one in people})[:ISSUING]
        self.events = [e for one in people for e in self._events(one)]

    def _events(self, one: Official) -> Iterator[Event]:
        """One sanction or two."""
        for _ in range(self.chance.choice((1, 1, 2))):
            year, month, day = (self.chance.randrange(*r) for r in ((2017, 2024), (1, 13), (1, 29)))
            at = self.chance.randrange(len(one.posts))
            yield Event(one, at, year, month, day, self.chance.choice(MEASURES))

    def body(self, page: Page, county: str, bureau: str) -> None:
        """Name a bureau, short or long."""
        long = self.chance.random() < LONG
        page.name("agency", county + (BUREAUS.get(bureau, bureau) if long else bureau), f"{county} {bureau}")

    def organ(self, page: Page, county: str) -> None:
        """Name the organ of discipline: the commission, or the joint one, which is another."""
        if self.chance.random() < HALF:
            words = self.chance.choice((f"{county}纪委", f"中共{county}纪律检查委员会"))
            page.name("agency", words, f"{county} 纪委")
        else:
            page.name("agency", f"{county}纪委监委", f"{county} 纪委监委")

    def who(self, page: Page, event: Event, name: str) -> None:
        """Name an official with the post of an event."""
        start = len(page.text)
        bureau, title = event.who.posts[event.post]
        self.body(page, event.who.county, bureau)
        page.say(title)
        page.heads[len(page.text)] = start
        page.name("person", name, str(event.who.number))

    def when(self, event: Event) -> str:
        """The day of an event, or its month."""
        day = f"{event.day}日" if self.chance.random() < EXACT else ""
        return f"{event.year}年{event.month}月{day}"

    def case(self, page: Page, event: Event) -> None:
        """A sanction, the name in full or masked."""
        one = event.who
        masked = self.chance.random() < MASKED
        name = one.name[0] + self.chance.choice((MASK, MASK * (len(one.name) - 1))) if masked else one.name
        self.who(page, event, name)
        page.say(f"{self.chance.choice(FAULTS)}问题。{self.when(event)},").name(
            "person", name, str(one.number)
        )
        page.say(f"受到{event.measure}处分。")

    def single(self, event: Event) -> Page:
        """A notice of one case, with who gave it out."""
        page = Page()
        self.organ(page, event.who.county)
        self.case(page.say("通报1起典型问题。"), event)
        return page

    def listed(self, event: Event) -> Page:
        """A notice of several cases of one county."""
        page = self.single(event)
        others = [e for e in self.events if e.who.county == event.who.county and e.who != event.who]
        unlike = {e.who.name[0]: e for e in others if e.who.name[0] != event.who.name[0]}
        for other in list(unlike.values())[: self.chance.randrange(1, 3)]:
            self.case(page.say("\n"), other)
        return page

    def correction(self, event: Event) -> Page:
        """A notice that puts another one right."""
        page = Page().say("更正:此前一则通报的日期有误。")
        self.who(page, event, event.who.name)
        return page.say(f"受到{event.measure}处分的日期应为{self.when(event)}。")

    def career(self, event: Event) -> Page:
        """A move from one post to the next, which joins what is told of either."""
        one = event.who
        page = Page().say(f"{event.year}年{event.month}月,")
        page.name("agency", f"{one.county}人大常委会", f"{one.county} 人大常委会")
        page.say("任命").name("person", one.name, str(one.number)).say("为")
        self.body(page, one.county, one.posts[-1][0])
        page.say(f"{one.posts[-1][1]};免去其")
        self.body(page, one.county, one.posts[0][0])
        return page.say(f"{one.posts[0][1]}职务。")

    def renamed(self, event: Event) -> Page:
        """A body and the other one that took over from it."""
        county = event.who.county
        new, old = self.chance.choice(list(RENAMED.items()))
        page = Page().say("2019年1月,")
        page.name("agency", county + old, f"{county} {old}").say("的职责划入")
        self.body(page, county, new)
        return page.say("。")

    def paper(self, event: Event) -> Page:
        """A document of a county, in one of its two versions, issued or cited, with its number or without."""
        county, year = self.issuing[event.who.number % len(self.issuing)], self.chance.choice((2016, 2021))
        page, number = Page(), f"({county[:-1]}发〔{year}〕{year - 2010}号)"
        cited = self.chance.random() < HALF
        if cited:
            self.organ(page, county)
            page.say("按照" if self.chance.random() < HALF else f"按照{year}年3月")
        else:
            page.say(f"{year}年3月,")
        if not (cited and page.text.endswith("按照")):
            page.name("agency", f"{county}委", f"{county} 委").say("印发的" if cited else "印发")
        page.say("《").name("document", TITLE, f"{county} {year}").say("》")
        page.say(number if cited or self.chance.random() < HALF else "")
        return page.say("开展监督检查。" if cited else "。")


def corpus(wanted: int, seed: int, resources: pipeline.Resources) -> Corpus:
    """So many notices; the same number and seed give the same."""
    chance = random.Random(seed)  # noqa: S311 (no secret)
    writer = Writer(chance, officials(chance, chance.sample(named(resources), COUNTIES)))
    found, pages = Corpus(), []
    kinds = (
        *[writer.single] * 5, *[writer.listed] * 4,
        writer.correction, writer.career, writer.renamed, writer.paper, writer.paper, writer.paper,
    )  # fmt: skip
    queue: list[Event] = []
    while len(pages) < wanted:
        queue = queue or [e for e in writer.events for _ in range(chance.randrange(1, 4))]
        event = queue.pop(chance.randrange(len(queue)))
        page = chance.choice(kinds)(event)
        pages.append(page)
        if chance.random() < COPIED and len(pages) < wanted:
            pages.append(page.copy("【转载】", "\n(编辑:某某)"))
    for number, page in enumerate(pages):
        keep(found, page, f"n{number:04}")
    return found


def keep(found: Corpus, page: Page, local: str) -> None:
    """Add a written page to the corpus."""
    found.texts.append(
        Document(local, page.text, fold(page.text), published="2024-01", published_basis="given")
    )
    for kind, start, end, what in page.names:
        mention = Mention(local, start, end, page.text[start:end])
        found.truth[kind][mention] = what
        if kind == "person":
            found.posts[mention] = page.text[page.heads.get(start, start) : end]
