"""What the rest of a text says of how long a name is."""

from __future__ import annotations

from atoms import staged
from built import document, resources

from kg.recognise.line import Context
from kg.recognise.repeated import named_else, settled, votes


def context_of(text: str) -> Context:
    """A context of a text."""
    return resources().recogniser.context(document(text, "case"))


def test_a_settled_name() -> None:
    """A vouched name said four times, and the longer one said once."""
    context = context_of("周样讲话。周样讲话。周样讲话。周样权钱交易。")
    assert not settled("周样", "周样权", context)
    context.vouch("周样", "title")
    assert settled("周样", "周样权", context)


def test_a_list_holds_the_shorter_name() -> None:
    """A list elsewhere, the longer one once and before a verb; said twice, the longer one is the name."""
    line, context = staged("局长赵样审签。赵样、钱样华开会。", "agency")
    assert named_else(2, 2, line, context)
    line, context = staged("局长赵样审签。赵样审开会。", "agency")
    assert not named_else(2, 2, line, context)


def test_votes() -> None:
    """Names before marks and words of what people do count."""
    assert votes("赵样", context_of("赵样、钱样华。赵样表示,赵样文不服。")) == 2
