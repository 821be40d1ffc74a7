"""Documents issued, revised, adopted, repealed: a title next to a verb of those, and the body that did it."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Time
from kg.recognise.line import Atom
from kg.relate.claim import Claim, Filler, filler
from kg.relate.force import enter_into_force, keep, repealed
from kg.relate.issuing import (
    Verb,
    bare,
    of_main_clause,
    of_meeting,
    passed_on,
    put_out,
    verb_before,
    verb_behind,
    within_time,
)
from kg.relate.meeting import met
from kg.relate.parties import is_marked, opens
from kg.relate.story import Scene
from kg.relate.units import Unit
from kg.values import AgencyValue


def issuance(scene: Scene) -> list[Claim]:
    """The issuance claims of a sentence."""
    claims: list[Claim] = []
    enter_into_force(scene)
    if "document" not in scene.forms:
        return claims
    index = 0
    sign(scene)
    while index < len(scene.units):
        if scene.units[index].kind != "document":
            index += 1
            continue
        last = list_end(scene, index)
        claims += [keep(scene, repealed(scene, claim)) for claim in of_titles(scene, index, last)]
        index = last + 1
    return claims


def sign(scene: Scene) -> None:
    """Keep the body that an order is numbered behind (某省人民政府|令第210号): it puts out what follows."""
    for before, unit in zip(scene.units, scene.units[1:], strict=False):
        orders = unit.kind == "document" and scene.lexicon.is_a(unit.heads[0].value.genre, "genre.order")
        if orders and before.of("agency") and before.end == unit.start:
            scene.story.signers = list(before.of("agency"))


def list_end(scene: Scene, index: int) -> int:
    """The last title of a list of titles that begins at a unit."""
    last = index
    for at in range(index + 1, len(scene.units)):
        if scene.units[at].kind == "document":
            last = at
        elif revised_next(scene, at) or noted(scene, at):
            continue
        elif not scene.is_a(at, "list.join") or (scene.units[at].text == "，" and not goes_on(scene, at)):
            break
    return last


def revised_next(scene: Scene, at: int) -> bool:
    """Whether a word only calls the next title of a list revised (某法、新修订的|某法)."""
    behind = scene.units[at + 1] if at + 1 < len(scene.units) else None
    return scene.is_a(at, "act.revised") and behind is not None and behind.kind == "document"


def noted(scene: Scene, at: int) -> bool:
    """Whether a unit is of a short note behind a title that a list goes on after (《甲》（草案）、《乙》)."""
    first = next((n for n in range(at, max(at - 3, -1), -1) if scene.units[n].text == "（"), -1)
    close = next((n for n in range(at, min(at + 3, len(scene.units))) if scene.units[n].text == "）"), -1)
    joined = 0 < first < close < len(scene.units) - 1 and scene.is_a(close + 1, "list.join")
    return joined and scene.units[first - 1].kind == "document"


def goes_on(scene: Scene, comma: int) -> bool:
    """Whether a title without marks stands right behind a comma: what was passed is listed on."""
    behind = scene.units[comma + 1] if comma + 1 < len(scene.units) else None
    return behind is not None and behind.kind == "document" and behind.heads[0].rule.endswith("unmarked")


def of_titles(scene: Scene, first: int, last: int) -> list[Claim]:
    """The claims about titles ``first`` to ``last``, if a verb of issuing belongs to them."""
    units = [u for u in scene.units[first : last + 1] if u.kind == "document"]
    titles = [u.heads[0] for u in units if not u.heads[0].value.short]
    titles = titles or put_out(scene, units, first)
    if not titles or scene.is_a(last + 1, "verb.say"):
        return []
    verb, later = verb_before(scene, first), verb_behind(scene, last)
    if verb is not None and later is not None and scene.is_a(verb.at + 1, "particle.of"):
        own = [make(scene, titles, part, owner(scene, verb), first) for part in split_adoption(verb)]
        claims = [make(scene, titles, part, [], first) for part in split_adoption(later)]
        return own + [replace(c, time=Time()) for c in claims]  # the date before is that of the verb before
    onward = passed_on(scene, verb) if verb is not None and later is None else None
    if verb is not None and onward is not None:
        made = replace(of_verb(scene, titles, verb, first), time=Time())
        return [of_verb(scene, titles, onward, first), made]
    if verb is not None and later is not None and attributive(scene, verb):
        signed = scene.story.signers
        if signed:
            return [make(scene, titles, replace(later, actions=("issue",)), signed, first)]
        if "adopt" in later.actions:
            return []
        verb = replace(later, actions=(*later.actions, "revise"))
    elif verb is None and later is not None:
        revised = scene.is_a(first - 1, "act.revised") and "issue" in later.actions
        verb = replace(later, actions=(*later.actions, "revise")) if revised else later
    if verb is None:
        return []
    parts = [p for part in split_adoption(verb) for p in by_revision(scene, units, part)]
    return [of_verb(scene, told, part, first) for part, told in parts]


def by_revision(scene: Scene, units: list[Unit], verb: Verb) -> list[tuple[Verb, list[Atom]]]:
    """What a verb of adopting does to each title of a list: one that is called revised was revised too."""
    whole = [u for u in units if not u.heads[0].value.short] or units
    new: list[Unit] = []
    for unit in whole:
        close = bool(new) and new[-1].end == unit.start
        if close or scene.is_a(scene.units.index(unit) - 1, "act.revised"):
            new.append(unit)
    if verb.actions != ("adopt",) or not new:
        return [(verb, [u.heads[0] for u in whole])]
    rest = [u.heads[0] for u in whole if u not in new]
    both = replace(verb, actions=("adopt", "revise"))
    return [(both, [u.heads[0] for u in new]), *([(verb, rest)] if rest else [])]


def attributive(scene: Scene, verb: Verb) -> bool:
    """Whether a verb only describes the title behind it (修订后的《…》已经…通过)."""
    return verb.actions == ("revise",) and scene.is_a(verb.at, "act.attributive")


def of_verb(scene: Scene, titles: list[Atom], verb: Verb, first: int) -> Claim:
    """The claim of one verb; who signs an order is kept for the document that the order quotes."""
    signed = scene.story.signers if verb.promulgates or promulgated(scene, verb) else []
    verb = replace(verb, actions=("issue",)) if signed else verb
    agents = signed or ([] if within_time(scene, verb) else agents_of(scene, verb, first))
    if any(scene.lexicon.is_a(t.value.genre, "genre.order") for t in titles):
        scene.story.signers = agents
    agents = agents or issuer(scene, titles)
    told = agents or verb.behind or within_time(scene, verb) or scene.story.passing == scene.start
    ordered = not told and bare(scene, verb.at)
    stance = "planned" if ordered or scene.modal(verb.at, "modal.plan") else "asserted"
    if stance == "asserted" and scene.listing:
        scene.story.passing = scene.end  # 会议通过《甲》；原则通过《乙》: the list goes on as it began
    claim = make(scene, titles, verb, agents, first, stance=stance)
    if any(scene.lexicon.is_a(t.value.genre, "genre.order") for t in titles):
        scene.story.signed = claim.time
    # the day before 通过 is that of adopting; an order puts out what was adopted on the day it is signed
    return replace(claim, time=scene.story.signed) if verb.promulgates and signed else claim


def promulgated(scene: Scene, verb: Verb) -> bool:
    """Whether an order's own words put the title out (现将修订后的《…》公布)."""
    return "issue" in verb.actions and any(scene.is_a(at, "act.promulgate") for at in range(verb.at + 1))


def split_adoption(verb: Verb) -> list[Verb]:
    """Adopting and promulgating are two acts; issuing and revising in one verb are one."""
    if "adopt" not in verb.actions:
        return [verb]
    issued = tuple(a for a in verb.actions if a == "issue")
    adopted = replace(verb, actions=tuple(a for a in verb.actions if a != "issue"))
    return [adopted, replace(verb, actions=issued, promulgates=verb.behind)] if issued else [adopted]


def in_session(scene: Scene, verb: Verb) -> list[Atom]:
    """The body whose meeting is said to adopt, if the sentence opens with the word for it."""
    sitting = met(scene, verb.at)
    held = scene.story.sitting[0] if scene.is_a(0, "noun.meeting") else ()
    return [sitting[0]] if sitting is not None else list(held)


def agents_of(scene: Scene, verb: Verb, first: int) -> list[Atom]:
    """The bodies, divisions or persons that acted."""
    if not verb.behind and scene.is_a(verb.at + 1, "particle.of") and owner(scene, verb):
        return owner(scene, verb)
    if "adopt" in verb.actions and (sitting := in_session(scene, verb)):
        return sitting
    if verb.behind:
        for at in range(first + 1, verb.at):
            unit = scene.units[at]
            led = scene.is_a(at - 1, "prep.agent", "prep.chain", "act.through")
            if led and unit.kind == "party" and unit.of("agency"):
                return list(unit.of("agency"))
    for at in range(verb.at - 1, -1, -1):
        unit = scene.units[at]
        heads = unit.of("person") or unit.of("agency") or (unit.of("place") if opens(scene, at) else ())
        said = [n for n in range(at + 1, verb.at) if scene.is_a(n, "verb.say")]
        speaks = bool(unit.of("person")) and any(scene.units[n - 1].kind != "document" for n in said)
        if unit.kind == "party" and heads and not (speaks or is_marked(scene, at)):
            return list(heads)
    since = of_main_clause(scene, verb)
    if since is not None:
        return since
    if of_meeting(scene, verb.at):  # not the body that was named last
        return [scene.story.meeting[0]] if scene.story.meeting else list(scene.story.sitting[0])
    return [] if verb.behind or bare(scene, verb.at) else carried(scene)


def issuer(scene: Scene, titles: list[Atom]) -> list[Atom]:
    """The body with whose name a title begins (《中共中央关于…的决定》), where the sentence names none."""
    known = scene.lexicon.kind("agency")
    for one in titles:
        title = one.value.title
        size = next((n for n in range(14, 2, -1) if title[:n] in known), 0)
        if size and not scene.lexicon.is_a(known[title[:size]].note, "not-deciding"):
            word = known[title[:size]]
            start = one.start + one.text.find(title)
            value = AgencyValue(word.value, word.note, fixed=True)
            return [
                Atom(start, start + size, "agency", title[:size], value=value, rule="relate.issuance.title")
            ]
    return []


def owner(scene: Scene, verb: Verb) -> list[Atom]:
    """The bodies right before a verb that describes a title (某部印发的《…》), dates aside."""
    unit = scene.units[verb.at - 1] if verb.at else None
    return list(unit.of("agency")) if unit is not None and unit.kind == "party" else []


def carried(scene: Scene) -> list[Atom]:
    """The body the text is about, where the sentence names none but tells of an act."""
    return [scene.story.body] if scene.story.body is not None else []


def make(
    scene: Scene, titles: list[Atom], verb: Verb, agents: list[Atom], first: int, *, stance: str = "asserted"
) -> Claim:
    """The claim of a verb about some titles, dated by what stands before the later of the two."""
    sitting = met(scene, verb.at) if "adopt" in verb.actions else None
    time = scene.date_near(max(verb.at, first)) or (sitting[1] if sitting else None) or Time()
    base = [filler("document", t) for t in titles] + [filler("agent", a) for a in agents]
    unit = scene.units[verb.at]
    acts = [Filler("action", a, unit.start, unit.end) for a in verb.actions]
    order = any(scene.lexicon.is_a(t.value.genre, "genre.order") for t in titles)
    rule = "relate.issuance.order" if order else "relate.issuance"
    return Claim("issuance", (*base, *acts), scene.start, scene.end, rule, time=time, stance=stance)
