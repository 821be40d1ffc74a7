"""Persons: never by name alone across texts."""

from __future__ import annotations

from built import edges, facts, graph, resources
from hypothesis import given
from hypothesis import strategies as st

from kg.lexicon import Lexicon
from kg.resolve.namesakes import share
from kg.resolve.person import Bearer, Office, find_persons

NO_WORDS = Lexicon({})
HEAD = "望江县住建局局长赵试样受到党内警告处分。"


def persons(*texts: str) -> list[str]:
    """Ids of the persons in the graph of some texts."""
    return [e.id for e in graph(*texts).entities if e.kind == "Person"]


def test_one_name_in_one_text_is_one_person() -> None:
    """A notice does not speak of two persons of one name."""
    assert len(persons(HEAD + "赵试样还被责令作出检查。")) == 1


def test_one_name_in_two_places_is_two_persons_and_a_doubt() -> None:
    """Nothing but the name in common: two persons, and somebody is asked."""
    built = graph(HEAD, "广水市教育局局长赵试样受到政务记过处分。")
    assert len([e for e in built.entities if e.kind == "Person"]) == 2
    assert [i.code for i in built.issues if i.code == "R04"] == ["R04"]


def test_same_body_in_two_texts_is_one_person_with_the_reason() -> None:
    """Name and body agree: one person, and the merge says by which rule."""
    built = graph(HEAD, "望江县住房和城乡建设局原局长赵试样被开除党籍。")
    person = next(e for e in built.entities if e.kind == "Person")
    assert {m.span.doc for m in person.mentions} == {"d0", "d1"}
    assert "resolve.person.office" in {m.rule for m in person.merges}
    assert not [i for i in built.issues if i.code == "R04"]


def test_rarity_is_of_surname_and_characters() -> None:
    """The more common the parts of a name, the more namesakes."""
    lexicon = resources().lexicon
    assert share("张伟", lexicon) > share("张建国", lexicon) > share("赵试样", lexicon) > 0
    assert share("张", lexicon) == 1.0


def test_same_measure_and_month_in_one_county_is_one_person_where_posts_allow() -> None:
    """A common name whose bureau one text leaves out: one person; told of two bureaus, two."""
    one = "2023年2月,望江县教育局局长张伟受到党内警告处分。"
    bare = "2023年2月14日,望江县干部张伟受到党内警告处分。"
    assert len(persons(one, bare)) == 1
    assert len(persons(one, bare.replace("2月14日", "3月14日"))) == 2
    assert len(persons(one, bare.replace("警告", "严重警告"))) == 2
    assert len(persons(one, bare.replace("干部", "财政局科员"))) == 2
    assert len(persons(one, bare.replace("干部", "财政局科员"), bare)) == 3


def test_title_without_a_body_joins_rare_names_and_leaders_only() -> None:
    """The deputy head of a county is one of few; a villager of a common name is not."""
    one, other = "望江县{}受到党内警告处分。", "望江县{}被责令作出检查。"
    assert len(persons(one.format("副县长张伟"), other.format("副县长张伟"))) == 1
    assert len(persons(one.format("村民张伟"), other.format("村民张伟"))) == 2


def test_career_is_joined_step_by_step() -> None:
    """From county A to county B: the text that knows both posts joins those that know one."""
    built = graph(
        "望江县教育局局长王伟受到党内警告处分。",
        "宿松县财政局局长王伟(望江县教育局原局长)作了发言。宿松县财政局局长王伟任望江县教育局局长期间工作不实。",
        "宿松县财政局局长王伟受到政务警告处分。",
    )
    shared = {
        e.id
        for e in built.entities
        if e.kind == "Person" and {m.span.doc for m in e.mentions} >= {"d1", "d2"}
    }
    assert len(shared) == 1


def test_rare_name_in_one_county_is_one_person_over_posts() -> None:
    """Nobody expects a second 赵试样 in one county, but a second 张伟."""
    one, other = "望江县教育局局长{}受到党内警告处分。", "望江县财政局局长{}受到政务警告处分。"
    assert len(persons(one.format("赵试样"), other.format("赵试样"))) == 1
    assert len(persons(one.format("张伟"), other.format("张伟"))) == 2


def test_posts_of_one_person_stand_together() -> None:
    """Two sanctions of one person are two facts of one node."""
    built = graph(HEAD, "望江县住建局局长赵试样受到政务记过处分。")
    assert (
        len(
            {
                p
                for k in ("PartySanction", "GovernmentSanction")
                for f in facts(built, k)
                for p in f.fillers("patient")
            }
        )
        == 1
    )
    assert len(edges(built, "sanctionedWith")) == 2


OFFICES = st.builds(
    Office,
    st.sampled_from(["", "org/1", "org/2"]),
    st.sampled_from(["", "place/1", "place/2"]),
    st.sampled_from(["主任", "局长"]),
)
BEARERS = st.lists(st.sets(OFFICES, max_size=3), min_size=1, max_size=6)


@given(BEARERS, st.randoms())
def test_order_of_texts_changes_nothing(held: list[set[Office]], random: object) -> None:
    """Whatever order bearers come in, the same texts mean the same persons."""
    bearers = [Bearer("赵试样", f"d{n}", offices) for n, offices in enumerate(held)]
    shuffled = list(bearers)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert find_persons(bearers, NO_WORDS).ids == find_persons(shuffled, NO_WORDS).ids


@given(BEARERS)
def test_joined_texts_share_a_body_or_a_place(held: list[set[Office]]) -> None:
    """No text is joined to others unless a body or a place is in common."""
    bearers = {f"d{n}": Bearer("赵试样", f"d{n}", offices) for n, offices in enumerate(held)}
    ids = find_persons(bearers.values(), NO_WORDS).ids
    for local in set(ids.values()):
        group = [doc for doc, name in ids if ids[doc, name] == local]
        for doc in group:
            others = [o for d in group if d != doc for o in bearers[d].offices]
            shared = {o.body for o in others if o.body} & {o.body for o in bearers[doc].offices}
            near = {o.place for o in others if o.place} & {o.place for o in bearers[doc].offices}
            assert len(group) == 1 or shared or near
