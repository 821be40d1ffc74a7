"""Encodings are told apart, and what does not decode whole is refused."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.decode import UndecodableError, decode

SIMPLIFIED = "甲县纪委监委通报,今年4月,赵试样受到警告处分。"
TRADITIONAL = "甲縣紀委通報,今年4月,錢樣本受到警告處分。"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
@pytest.mark.parametrize("text", [SIMPLIFIED, SIMPLIFIED[:5], SIMPLIFIED * 50])
def test_simplified(text: str, encoding: str) -> None:
    """Every encoding Chinese sites use gives the same text back, short or long."""
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-8", "big5", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("text", [TRADITIONAL, TRADITIONAL[:4]])
def test_traditional(text: str, encoding: str) -> None:
    """Traditional texts too, in Big5 and in UTF-16 without a mark."""
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "binary"),
        (b"\xef\xbb\xbf\xff\xff", "broken utf-8 at byte 0"),
        ("甲县".encode() + b"\xff", "neither UTF-8"),
    ],
)
def test_refused(data: bytes, message: str) -> None:
    """Bytes of no encoding are refused with the place, not patched."""
    with pytest.raises(UndecodableError, match=message):
        decode(data)


@given(st.binary(max_size=400))
def test_never_anything_but_text_or_refusal(data: bytes) -> None:
    """No bytes crash the reader."""
    with contextlib.suppress(UndecodableError):
        assert isinstance(decode(data), str)
