"""Small graphs and documents for tests; every name in them is invented."""

from __future__ import annotations

from kg import ontology_dir
from kg.fold import fold
from kg.model import (
    Document,
    Edge,
    Entity,
    Evidence,
    Fact,
    Graph,
    Issue,
    Merge,
    Property,
    Ref,
    Refusal,
    Role,
    Span,
    Text,
    Time,
    Witness,
)
from kg.vocab import Vocabulary

TEXT = "甲县纪委通报。2023年2月,赵试样受到政务警告处分。联系:zhao@example.org。"
"""A two-sentence notice with a mail address at its end."""


def document(text: str = TEXT, name: str = "d1") -> Document:
    """A document of a text."""
    return Document(name, text, fold(text))


def evidence(quote: str, doc: Document) -> Evidence:
    """The first occurrence of some words as evidence."""
    start = doc.text.index(quote)
    return Evidence(Span(doc.id, start, start + len(quote)), quote)


def graph() -> Graph:
    """One sanction of one person, with an edge, a doubt and a refusal."""
    doc = document()
    quote = evidence("2023年2月,赵试样受到政务警告处分", doc)
    witness = Witness("claim/c1", doc.id, (quote,), "relate.sanction", 0.9)
    fact = Fact(
        id="fact/f1",
        kind="GovernmentSanction",
        label="赵试样受政务警告",
        roles=(Role("patient", "person/p1"), Role("measure", "voc/gov-sanction/warning")),
        properties=(Property("term", Text("六个月", "zh")),),
        time=Time("2023-02", "2023年2月", "explicit", "2023-02-01", "2023-02-28"),
        agent_status="not-stated",
        witnesses=(witness,),
    )
    person = Entity(
        id="person/p1",
        kind="Person",
        label="赵试样",
        aliases=("赵某",),
        properties=(Property("memberOf", Ref("org/o1")),),
        mentions=(evidence("赵试样", doc),),
        merges=(Merge("赵某", "resolve.masked", evidence("赵试样", doc).span, 0.8),),
    )
    body = Entity(
        "org/o1", "DisciplineInspectionCommission", "甲县纪委", mentions=(evidence("甲县纪委", doc),)
    )
    edge = Edge("person/p1", "sanctionedWith", "voc/gov-sanction/warning", ("fact/f1",), (quote,))
    mail = evidence("zhao@example.org", doc)
    return Graph(
        documents=(doc,),
        entities=(body, person),
        facts=(fact,),
        edges=(edge,),
        issues=(Issue("N01", doc.id, mail.span.start, mail.span.end, mail.quote),),
        refusals=(Refusal(Span(doc.id, 0, 4), "甲县纪委", "recognise.place", "part of a body's name"),),
    )


def vocabulary() -> Vocabulary:
    """The vocabulary that comes with the project."""
    return Vocabulary.load(ontology_dir.find().path)
