"""Sentence + mentions -> claims. "What does this sentence say?".

Each rule looks at one sentence (its units) and at the story so far; the order of RULES is the order in which
a sentence is read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kg.lexicon import Lexicon
from kg.model import Time
from kg.normalise.date import DateResolver
from kg.recognise.line import Context, Line
from kg.relate.appointees import named_behind
from kg.relate.claim import Claim
from kg.relate.cleared import hear
from kg.relate.deciding import paragraph_end
from kg.relate.designation import designations
from kg.relate.discourse import discourse
from kg.relate.frames import frames
from kg.relate.holding import listed
from kg.relate.issuance import issuance
from kg.relate.meeting import convene
from kg.relate.memory import Story
from kg.relate.page import Page
from kg.relate.personnel import personnel
from kg.relate.post import post_claims
from kg.relate.sanction import sanction
from kg.relate.story import Scene
from kg.relate.units import units

RULES: tuple[tuple[str, Callable[[Scene], list[Claim]]], ...] = (
    ("issuance", issuance),
    ("personnel", personnel),
    ("frames", frames),
    ("sanction", sanction),
)
REPORTED = ("verb.toward", "prep.to")
"""Kinds of words before a body to which something is only reported: it does not act."""


def relate(lines: list[Line], context: Context) -> list[Claim]:
    """Every claim of a document, in reading order."""
    resolver = DateResolver(context.document.published)
    story = Story(context)
    claims: list[Claim] = []
    scenes: list[Scene] = []
    kinds = [context.lexicon.among([a.text for a in line]) for line in lines if line]
    told = [
        without_bylines(line, of, context.lexicon)
        for line, of in zip(filter(None, lines), kinds, strict=True)
    ]
    before: Line = []
    for line, behind, of in zip(told, [*told[1:], []], kinds, strict=False):
        found = designations(line, context, next(iter(story.topic_persons()), None), (before, behind))
        before = [*before, *line] if listed(before, line, context.lexicon) else line
        story.see(found)
        scene = Scene(
            line,
            units(line, found, context.lexicon),
            line[0].start,
            line[-1].end,
            resolve(line, of, resolver, context),
            found,
            story,
            of,
        )
        convene(scene)
        listed_now = named_behind(scene)
        claims += listed_now or post_claims(found.posts)
        for _, rule in RULES:
            claims += rule(scene)
        remember(line, scene)
        scenes.append(scene)
    return discourse(Page(context, scenes, claims))


def resolve(line: Line, kinds: frozenset[str], resolver: DateResolver, context: Context) -> dict[int, Time]:
    """Every date of a line resolved; a date right before a report's verb anchors what it tells as recent."""
    times: dict[int, Time] = {}
    reports = context.lexicon.kind("verb.report") if "verb.report" in kinds else {}
    for atom in line:
        if atom.kind == "date":
            times[atom.start] = resolver.resolve(atom.value, context.document.text[atom.start : atom.end])
        elif times and atom.text in reports:
            resolver.anchor()
    return times


def without_bylines(line: Line, kinds: frozenset[str], lexicon: Lexicon) -> Line:
    """The line with those who wrote or filmed the text (记者某某) as words: it tells nothing of them."""
    if "byline" not in kinds:
        return line
    out: Line = []
    signing = False
    for atom in line:
        signing = lexicon.is_a(atom.text, "byline") or (
            signing and (atom.kind == "person" or atom.text == "：" or lexicon.is_a(atom.text, "list.join"))
        )
        signs = signing and atom.kind == "person"
        out.append(replace(atom, kind="word", pos="nr", value=None) if signs else atom)
    return out


def remember(line: Line, scene: Scene) -> None:
    """Keep the persons and the topic of a sentence for the next."""
    story = scene.story
    remember_bodies(line, story)
    since = [t for t in scene.times.values() if t.edtf.endswith("/..")]
    story.period = (since[0], paragraph_end(scene)) if since else story.period
    if "party" not in scene.forms:
        return
    whom = hear(scene) if scene.holds("verb.complaint") else ()
    story.complained = (whom, paragraph_end(scene)) if whom else story.complained
    parties = [u for u in scene.units if u.kind == "party"]
    persons = [a for a in line if a.kind == "person"]
    story.persons += persons
    first = next((u for u in parties if u.of("person", "group", "agency")), None)
    if persons:
        lead = next(u for u in parties if u.of("person"))
        if story.topic != lead.heads:
            story.sanctioned = tuple(
                a
                for a in story.sanctioned
                if a.kind == "person" and a.value.name in {p.value.name for p in persons}
            )
        story.topic = lead.heads
    elif first is not None and not story.topic:
        story.topic = first.heads
    told = [u for at, u in enumerate(scene.units) if u.kind == "party" and not scene.is_a(at - 1, *REPORTED)]
    bodies = [a for u in told if not u.of("person") for a in u.of("agency")]
    acting = [a for a in bodies if not story.lexicon.is_a(a.value.kind, "not-acting")]
    story.body = acting[0] if acting else story.body
    dated = [scene.times.get(scene.units[i].start) for i in scene.find("date") if not scene.reported(i)]
    said = story.context.document.published
    exact = [t for t in dated if t is not None and t.edtf and not t.edtf.endswith("~") and "/" not in t.edtf]
    dates = [t for t in exact if not said or t.edtf[: len(said)] <= said]
    decided = not dates and scene.holds("noun.decision") and scene.vague(len(scene.units))
    story.date = dates[0] if dates else (None if decided else story.date)
    story.dated_by = tuple(bodies) if dates else story.dated_by


def told_to(line: Line, index: int, story: Story) -> bool:
    """Whether something is only reported to the body at an index, its divisions before it left out."""
    before = next((a for a in reversed(line[:index]) if a.kind != "place"), None)
    return before is not None and story.lexicon.is_a(before.text, *REPORTED)


def remember_bodies(line: Line, story: Story) -> None:
    """Keep the assembly, the inspecting body and the court that a sentence names last."""
    bodies = [
        a for at, a in reversed([*enumerate(line)]) if a.kind == "agency" and not told_to(line, at, story)
    ]
    if not bodies:
        return
    endings = tuple(story.lexicon.kind("assembly.ending"))
    congress = (a for a in bodies if a.value.kind == "PeoplesCongress" and a.value.label.endswith(endings))
    story.assembly = next(
        (a for a in congress if not story.lexicon.is_a(a.text, "not-deciding")), story.assembly
    )
    story.inspector = next((a for a in bodies if a.value.kind == "InspectionGroup"), story.inspector)
    court = next((a for a in bodies if a.value.kind == "Court"), None)
    if court is not None:
        story.court = court
        people = {a.value.name for a in line if a.kind == "person"}
        beside = {a.value.label for a in bodies if a is not court} if people else set()
        story.tried = frozenset(people | beside)
