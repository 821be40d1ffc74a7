"""Appointments and removals as acts: 任命某某为…, 免去某某的…职务, 拟任…"""

from __future__ import annotations

from kg.recognise.line import Atom
from kg.relate.acting import by_agent
from kg.relate.appointees import announce, newly
from kg.relate.appointing import Act, claims_of
from kg.relate.claim import Claim
from kg.relate.designation import titles_in
from kg.relate.meeting import at_sitting, met
from kg.relate.parties import opens, subject
from kg.relate.post import Post
from kg.relate.resolution import day, deciding, goes_on, resolved
from kg.relate.story import Scene

KINDS = ("person", "group")
POST_OF = ("place", "agency", "title", "punct")
"""Kinds of atoms that a post is made of, and the marks between."""


def personnel(scene: Scene) -> list[Claim]:
    """The appointment and removal claims of a sentence."""
    claims: list[Claim] = []
    if not scene.holds("act.appointment", "act.removal"):
        resolved(scene, len(scene.units) - 1)
        return listed(scene)
    for index in range(len(scene.units)):
        for event in ("appointment", "removal"):
            if scene.is_a(index, f"act.{event}"):
                claims += act(scene, index, event)
    return claims


def act(scene: Scene, index: int, event: str) -> list[Claim]:
    """The claim of one verb."""
    how = scene.lexicon.value(f"act.{event}", scene.units[index].text)
    decided = resolved(scene, index) and scene.before(index, "act.removal") is None
    if scene.modal(index, "modal.must") or (how == "decided" and not decided):
        return []
    if how == "elected" and not dated(scene, index):
        return []
    sitting = met(scene, index)
    passive = how == "elected" or scene.is_a(index - 1, "voice.passive", "voice.undergone")
    alone = next(iter(by_agent(scene, index)), None) if passive else deciding(scene, index)
    agent = sitting[0] if sitting else alone
    told = day(scene, index) if agent is not None else None
    told = told or (at_sitting(scene, index) if how == "elected" else None)
    time = scene.date_near(index) or (sitting[1] if sitting else None) or told
    if scene.story.acted[0] == scene.start and index == 0:
        _, agent, time = scene.story.acted  # 会议免去甲的…职务；免去乙的…职务
    asked = scene.before(index, "modal.propose")
    if asked is not None:  # 提请县人大常委会免去…: whoever is asked would act
        agent = next((a for u in scene.units[asked:index] for a in u.of("agency")), None)
    proposed = how == "planned" or asked is not None or scene.modal(index, "modal.plan")
    stance = "planned" if proposed else "asserted"
    if how in ("decided", "subject", "elected"):
        found, rule = of_subject(scene, index), "relate.personnel.subject"
        found = [] if how == "elected" and aside(scene, index, found) else found
    elif appointees := newly(scene, index):
        found, rule, time = appointees, "relate.personnel.newly", scene.date_near(index)
    else:
        end = clause_end(scene, index)
        found, rule = pairs(scene, index, end), "relate.personnel"
        found = found or (untitled(scene, index, end) if event == "removal" else [])
    done = Act(event, agent, time, stance, rule)
    scene.story.acted = (scene.end if scene.listing and found else -1, agent, time)
    if not found:
        announce(scene, index, done)
    return [claim for people, posts in found for claim in claims_of(scene, done, people, posts)]


def listed(scene: Scene) -> list[Claim]:
    """The appointments of an item of a list of decisions that has no verb (甲、乙为某委员会委员；)."""
    at = next((n for n in range(len(scene.units)) if scene.is_a(n, "appoint.as")), 0)
    named = [u for u in scene.units[:at] if u.kind == "party"]
    people = tuple(a for u in named for a in u.of(*KINDS))
    others = any(u.kind != "party" and u.text != "、" for u in scene.units[:at])
    if not goes_on(scene) or others or not people or any(not u.of(*KINDS) for u in named):
        return []
    _, agent, time = scene.story.resolution
    posts = titles_in(scene.atoms(at + 1, len(scene.units)), scene.story.context)
    done = Act("appointment", agent, time, "asserted", "relate.personnel.listed")
    return claims_of(scene, done, people, posts)


def dated(scene: Scene, index: int) -> bool:
    """Whether a date stands with a verb in its clause or is all of the one before: told as an act."""
    if at_sitting(scene, index) is not None:
        return True
    clause = scene.units[index].clause
    opened = {u.clause for u in scene.units[:index] if u.kind != "date" and u.text != "，"}
    return any(
        u.kind == "date" and (u.clause == clause or (u.clause == clause - 1 and u.clause not in opened))
        for u in scene.units[:index]
    )


def aside(scene: Scene, index: int, found: list[tuple[tuple[Atom, ...], list[Post]]]) -> bool:
    """Whether the person before an election neither opens nor closes a clause: another may be meant."""
    people = [a for some, _ in found for a in some]
    for at, unit in enumerate(scene.units[:index]):
        if people and people[0] in unit.heads:
            behind = scene.units[at + 1].text
            return unit.clause != scene.units[index].clause and not opens(scene, at) and behind != "，"
    return False


def of_subject(scene: Scene, index: int) -> list[tuple[tuple[Atom, ...], list[Post]]]:
    """The person before the verb with the titles behind it in the clause (甲同志任…, 甲不再担任…)."""
    people = (subject(scene, index, ("person",)) or by_agent(scene, index, ("person",)))[-1:]
    posts = posts_in(scene, index + 1, list_end(scene, index))
    return [(people, posts)] if people and posts else []


def posts_in(scene: Scene, first: int, last: int) -> list[Post]:
    """The posts that some units name; a deputy is one only right behind the congress and before a mark."""
    line = scene.atoms(first, last)
    deputies = [
        Post(word.text, body.value, former=False, atom=word)
        for body, word, after in zip(line, line[1:], [*line[2:], None], strict=False)
        if getattr(body.value, "kind", "") == "PeoplesCongress"
        and scene.lexicon.is_a(word.text, "title.deputy")
        and (after is None or after.kind == "punct")
    ]
    return titles_in(line, scene.story.context) or deputies


def list_end(scene: Scene, index: int) -> int:
    """Where the posts behind a verb end: with its clause, and the ones behind that name posts and no more."""
    end = index
    for clause in range(scene.units[index].clause, scene.units[-1].clause + 1):
        own = [at for at in range(index + 1, len(scene.units)) if scene.units[at].clause == clause]
        if clause > scene.units[index].clause and not only_posts(scene, own):
            break
        end = own[-1] + 1 if own else end + 1
    return end


def only_posts(scene: Scene, clause: list[int]) -> bool:
    """Whether the units of a clause are a body and its titles, up to the word that closes the list (职务)."""
    words = [at for at in clause if scene.units[at].heads[0].kind not in POST_OF]
    titled = any(scene.units[at].kind == "title" for at in clause)
    joined = all(scene.is_a(at, "holds.past", "list.join", "mod.join", "party.prefix") for at in words)
    return titled and joined and not any(scene.units[at].of(*KINDS) for at in clause)


def pairs(scene: Scene, index: int, end: int) -> list[tuple[tuple[Atom, ...], list[Post]]]:
    """Persons with the titles named for them, which stand behind (任命甲为…、乙为…) or before (拟任…的甲)."""
    spots = [
        at
        for at in range(index + 1, end)
        if scene.units[at].kind == "party" and scene.units[at].of(*KINDS) and not summed_up(scene, at)
    ]
    if spots and unread(scene, index + 1) and scene.units[spots[0]].clause > scene.units[index].clause:
        return []  # who is named in a later clause is not whom the verb means
    first = posts_in(scene, index + 1, spots[0] if spots else end)
    if first:
        if not spots and unread(scene, index + 1):
            return []
        people = scene.units[spots[0]].of(*KINDS) if spots else subject(scene, index, ("person",))
        return [(people, first)] if people else []
    found: list[tuple[tuple[Atom, ...], list[Post]]] = []
    for at, following in zip(spots, [*spots[1:], end][: len(spots)], strict=True):
        titles = posts_in(scene, at + 1, own_end(scene, at, following))
        if titles:
            found.append((scene.units[at].of(*KINDS), titles))
    return found


def summed_up(scene: Scene, at: int) -> bool:
    """Whether a count only sums up the posts before it (任命副主任等|6名国家工作人员)."""
    return not scene.units[at].of("person") and scene.is_a(at - 1, "etc")


def untitled(scene: Scene, index: int, end: int) -> list[tuple[tuple[Atom, ...], list[Post]]]:
    """The persons removed from posts that the clause does not name (免去甲、乙所任职务, 免去其一切职务)."""
    clause = scene.units[index].clause
    own = [at for at in range(index + 1, end) if scene.units[at].clause == clause]
    posts = [at for at in own if scene.is_a(at, "holds.past")]
    people = tuple(a for at in own for a in scene.units[at].of("person") if posts and at < posts[0])
    if posts and not people and scene.is_a(index + 1, "anaphor.person"):
        people = subject(scene, index, ("person",))
    told = any(scene.units[at].kind in ("title", "punct") for at in own[:-1])
    return [] if told or not people else [(people, [])]


def own_end(scene: Scene, at: int, following: int) -> int:
    """Where the posts of a person end: before a clause that appoints somebody whose name was not read."""
    marks = [n for n in range(at + 2, following) if scene.is_a(n, "appoint.as") and other(scene, n)]
    if not marks:
        return following
    clause = scene.units[marks[0]].clause
    return next(n for n in range(following) if scene.units[n].clause == clause)


def other(scene: Scene, at: int) -> bool:
    """Whether 为 appoints somebody else, whose name was not read."""
    return named_before(scene, at) or scene.unread(at)


def named_before(scene: Scene, at: int) -> bool:
    """Whether what stands right before 为 may be a name: a word that is no verb, adverb or conjunction."""
    unit = scene.units[at - 1]
    atom = next((a for a in scene.line if a.start == unit.start), None)
    return unit.kind == "word" and atom is not None and atom.pos[:1] not in ("v", "d", "c", "p")


def unread(scene: Scene, at: int) -> bool:
    """Whether a word that is no pronoun or particle stands where a verb of appointing has its person."""
    word = at < len(scene.units) and scene.units[at].heads[0].kind == "word"
    return word and not scene.is_a(at, "anaphor.person", "aspect", "name.stop", "mod.former")


def clause_end(scene: Scene, index: int) -> int:
    """The index after the last unit that a verb may govern: the sentence's end, or the next such verb.

    A measure that opens a clause is such a verb too (免去甲…职务,停止乙…职务).
    """
    for at in range(index + 1, len(scene.units)):
        if scene.units[at].kind == "measure" and scene.units[at - 1].kind == "punct":
            return at
        new = scene.lexicon.value("act.appointment", scene.units[at].text) != "decided"
        if scene.is_a(at, "act.appointment", "act.removal") and new:
            return at
    return len(scene.units)
