"""Notices of invented officials, as many as wanted, about 600 characters each: the corpus of the benchmarks.

Every notice is of one seed: the same number and seed give the same bytes. All kinds occur: lists of cases,
investigations, expulsions, clearings, rules, appointments, accidents, judgments. Officials are those of
``resolve_corpus`` (homonyms in one county and in several), one notice in ten is a copy of an earlier one.
Places are real, people never.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator

from resolve_corpus import BUREAUS, COUNTIES, Official, named, officials

from kg.pipeline import Resources

LENGTH = 600
"""Characters a notice has at least."""
COPIED = 0.1
"""Share of notices that are copied."""
GROWTH = 0.02
"""New officials a notice: a corpus ten times the size knows ten times the people, as in life."""
MEMORY = 50
"""How many notices back a copy may reach."""
FAULTS = (
    "对群众反映强烈的问题推诿扯皮",
    "在项目建设中不担当不作为",
    "虚报工作进展",
    "违规收受礼品礼金",
    "编造台账应付检查",
)
MEASURES = ("党内警告", "党内严重警告", "政务记过", "政务记大过", "政务降级", "撤销党内职务")


class Author:
    """Writes notices about the officials there are."""

    def __init__(self, chance: random.Random, resources: Resources) -> None:
        self.chance = chance
        self._counties = named(resources)
        self.people = self._more()
        self.kinds: tuple[Callable[[Official], str], ...] = (
            self.case, self.case, self.case, self.investigation, self.expulsion,
            self.clearing, self.rule, self.appointment, self.accident, self.judgment,
        )  # fmt: skip

    def _more(self) -> list[Official]:
        """Two hundred officials of forty counties."""
        return officials(self.chance, self.chance.sample(self._counties, COUNTIES))

    def post(self, one: Official) -> tuple[str, str]:
        """A bureau and a title the official holds."""
        return self.chance.choice(one.posts)

    def month(self) -> str:
        """A month of the last years."""
        return f"{self.chance.randrange(2018, 2024)}年{self.chance.randrange(1, 13)}月"

    def case(self, one: Official) -> str:
        """A sanction."""
        bureau, title = self.post(one)
        return (
            f"{one.county}{bureau}{title}{one.name}{self.chance.choice(FAULTS)}问题。{self.month()},"
            f"{one.name}{self.chance.choice(FAULTS)}。{self.month()},"
            f"{one.name}受到{self.chance.choice(MEASURES)}处分。"
        )

    def investigation(self, one: Official) -> str:
        """An investigation, with a career."""
        bureau, title = self.post(one)
        body = f"{one.county}纪委监委"
        return (
            f"{one.county}{BUREAUS[bureau]}{title}{one.name}涉嫌严重违纪违法,目前正接受{body}纪律审查和监察调查。"
            f"{one.name},男,汉族,{self.chance.randrange(1960, 1985)}年{self.chance.randrange(1, 13)}月出生,"
            f"中共党员。曾任{one.county}{one.posts[0][0]}{one.posts[0][1]}。"
        )

    def expulsion(self, one: Official) -> str:
        """The end of an investigation."""
        return (
            f"经{one.county}委批准,{one.county}纪委监委对{one.county}{one.posts[0][0]}原{one.posts[0][1]}{one.name}"
            f"严重违纪违法问题进行了立案审查调查。{self.month()},决定给予{one.name}开除党籍处分;"
            f"由{one.county}监委给予其开除公职处分;将其涉嫌犯罪问题移送检察机关依法审查起诉。"
        )

    def clearing(self, one: Official) -> str:
        """A clearing after a false accusation."""
        bureau, title = self.post(one)
        return (
            f"{self.month()},{one.county}{bureau}{title}{one.name}被人举报在征地中收受好处。"
            f"{one.county}纪委监委核查后认定举报内容不实,于{self.month()}通过会议澄清的方式为其澄清正名。"
            f"今年以来,该县纪委监委共为{self.chance.randrange(2, 60)}名受到不实举报的干部澄清正名。"
        )

    def rule(self, one: Official) -> str:
        """A document issued, and what it demands."""
        return (
            f"{self.month()},{one.county}委办公室印发《{one.county}关于激励干部担当作为的若干措施》。"
            "该措施提出,要建立健全容错纠错机制,及时为受到不实举报的干部澄清正名,严肃查处诬告陷害行为。"
        )

    def appointment(self, one: Official) -> str:
        """Appointments and removals."""
        bureau, title = self.post(one)
        body = f"{one.county}{BUREAUS[bureau]}"
        other = self.chance.choice(self.people)
        return (
            f"{self.month()},{one.county}人大常委会任命{one.name}为{body}{title}。"
            f"免去{other.name}的{body}{title}职务。"
        )

    def accident(self, one: Official) -> str:
        """Accountability after an accident."""
        bureau, title = self.post(one)
        return (
            f"{self.month()},{one.county}一煤矿发生透水事故。{self.month()},{one.county}委、县政府对"
            f"{self.chance.randrange(3, 40)}名责任人员进行问责。其中,对{one.county}{bureau}{title}{one.name}"
            f"给予{self.chance.choice(MEASURES)}处分。"
        )

    def judgment(self, one: Official) -> str:
        """A judgment."""
        bureau, title = self.post(one)
        return (
            f"{self.month()},{one.county}人民法院一审公开宣判,以受贿罪判处{one.county}{bureau}原{title}{one.name}"
            f"有期徒刑{self.chance.choice('三四五六')}年。{self.month()},{one.name}被开除党籍、开除公职。"
        )

    def notice(self) -> str:
        """One notice."""
        if self.chance.random() < GROWTH / 4:
            self.people += self._more()
        parts: list[str] = []
        while sum(map(len, parts)) < LENGTH:
            parts.append(self.chance.choice(self.kinds)(self.chance.choice(self.people)))
        return "\n\n".join(parts)


def lines(wanted: int, seed: int, resources: Resources) -> Iterator[str]:
    """The notices as JSON lines."""
    author = Author(random.Random(seed), resources)  # noqa: S311 (no secret)
    last: list[str] = []
    for number in range(wanted):
        text = author.chance.choice(last) if last and author.chance.random() < COPIED else author.notice()
        last = [*last[-MEMORY:], text]
        row = {"id": f"n{number:06}", "text": text, "published": "2024-01"}
        yield json.dumps(row, ensure_ascii=False) + "\n"
