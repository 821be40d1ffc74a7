"""The register: labels, aliases, mentions and reasons do not depend on the order of sights."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.model import Evidence, Span
from kg.resolve import Register

SIGHTS = st.lists(
    st.tuples(
        st.sampled_from(["甲县纪委", "甲县纪律检查委员会"]), st.integers(0, 9), st.sampled_from(["r1", "r2"])
    ),
    min_size=1,
    max_size=8,
)


def filled(sights: list[tuple[str, int, str]]) -> Register:
    """A register that has seen one body under some names."""
    register = Register()
    for name, start, rule in sights:
        found = Evidence(Span("d", start, start + 1), "甲")
        register.see("org/1", "DisciplineInspectionCommission", name, found, rule)
    return register


@given(SIGHTS, st.randoms())
def test_order_of_sights_changes_nothing(sights: list[tuple[str, int, str]], random: object) -> None:
    """The same sights in any order give the same entity."""
    shuffled = list(sights)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert list(filled(sights).entities()) == list(filled(shuffled).entities())


def test_commonest_name_is_the_label_unless_one_is_official() -> None:
    """Other names are aliases."""
    register = filled([("甲县纪委", 1, "r"), ("甲县纪委", 3, "r"), ("甲县纪律检查委员会", 5, "r")])
    (entity,) = register.entities()
    assert (entity.label, entity.aliases) == ("甲县纪委", ("甲县纪律检查委员会",))
    register.call("org/1", "甲县纪检委")
    assert register.label("org/1") == "甲县纪检委"


def test_unknown_ids_have_no_class_and_no_mention() -> None:
    """Asking for what was never seen is no error."""
    register = Register()
    assert (register.kind("org/9"), register.first("org/9"), register.label("org/9")) == ("", None, "org/9")
