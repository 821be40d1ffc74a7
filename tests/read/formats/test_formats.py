"""Files of other formats: told apart by content, read to their text, and refused in one line when broken."""

from __future__ import annotations

import gzip
import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
from packed import book, pdf, tarred, zipped

from kg import store
from kg.model import Document
from kg.read import Columns, Known, Limits, Options, Rejected, partial_date, read
from kg.read.kinds import kind

PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>通报_甲县人民政府</title>
<meta name="PubDate" content="2023-05-08 10:20"><meta name="ArticleTitle" content="甲县通报3起典型问题">
<meta property="og:url" content="https://example.org/t20230508_1.html"></head>
<body><div class="nav"><a href="/">首页</a><a href="/n">新闻中心</a><a href="/z">政务公开</a></div>
<div class="article"><h1>甲县通报3起典型问题</h1>
<p>甲县纪委监委公开通报3起不担当不作为典型问题,要求各单位引以为戒,切实改进工作作风。</p>
<p>1.甲县水利局局长赵试样推进工作不力问题。2023年2月,赵试样受到党内警告处分。<script>alert(1)</script></p>
<p>2.甲县财政局科员钱样本违规审批问题。2022年11月,钱样本受到政务记过处分。</p></div>
<div class="footer">版权所有 甲县人民政府 网站地图</div></body></html>"""
TEXT = "甲县纪委通报。2023年2月,赵试样受到党内警告处分。"


def outcome(path: Path, content: bytes, **options: object) -> list[Document | Rejected | Known]:
    """What the reader makes of a file."""
    path.write_bytes(content)
    return list(read([str(path)], Options(**options)))  # type: ignore[arg-type]


def document(path: Path, content: bytes, **options: object) -> Document:
    """The one document of a file."""
    (found,) = outcome(path, content, **options)
    assert isinstance(found, Document), found
    return found


def rejection(path: Path, content: bytes, **options: object) -> Rejected:
    """The one rejection of a file."""
    (found,) = outcome(path, content, **options)
    assert isinstance(found, Rejected), found
    return found


@pytest.mark.parametrize(("charset", "encoding"), [("utf-8", "utf-8"), ("gb2312", "gb18030"), ("gbk", "gbk")])
def test_a_page(tmp_path: Path, charset: str, encoding: str) -> None:
    """The article is found among navigation, with title, address and date, in the encoding it declares."""
    found = document(tmp_path / "a", PAGE.format(charset=charset).encode(encoding))
    assert "赵试样受到党内警告处分" in found.text
    for part in ("首页", "版权所有", "alert"):
        assert part not in found.text
    assert (found.title, found.published) == ("甲县通报3起典型问题", "2023-05-08")
    assert found.url == "https://example.org/t20230508_1.html"


def test_a_page_that_declares_a_wrong_encoding(tmp_path: Path) -> None:
    """A declaration that does not hold is not believed."""
    assert "赵试样" in document(tmp_path / "a", PAGE.format(charset="utf-8").encode("gb18030")).text


def test_the_date_in_an_address() -> None:
    """Without a declared date the one in the address is taken."""
    from kg.read.formats.html import article

    page = PAGE.format(charset="utf-8").replace("PubDate", "x")
    assert article(page, "a", "https://example.org/2022-11/30/c_1.htm").published == "2022-11-30"
    assert article(page, "a", "https://example.org/a/t20221201_5.html").published == "2022-12-01"


@pytest.mark.parametrize("day", ["2023-05-18", "2023-5-8", "2023/12/31", "2023-10-01T08:00:00+08:00"])
def test_the_declared_day_is_read_whole(tmp_path: Path, day: str) -> None:
    """Two figures of a day are not taken for one."""
    page = PAGE.format(charset="utf-8").replace("2023-05-08 10:20", day)
    found = document(tmp_path / "a", page.encode())
    assert (found.published, found.published_basis) == (partial_date(day), "metadata")


def test_days_that_a_page_declares_twice(tmp_path: Path) -> None:
    """Other days of publication in the metadata are kept; the first is taken."""
    other = '<meta property="article:published_time" content="2023-06-01"><script type="application/ld+json">'
    other += '{"@type": "NewsArticle", "datePublished": "2023-05-08T10:00:00+08:00"}</script></head>'
    found = document(tmp_path / "a", PAGE.format(charset="utf-8").replace("</head>", other).encode())
    assert (found.published, found.published_basis, found.dates) == (
        "2023-05-08",
        "metadata",
        ("2023-06-01",),
    )


def test_the_source_that_a_page_names(tmp_path: Path) -> None:
    """It is kept with the text, without personal data."""
    other = '<meta name="ContentSource" content="甲县纪委 zhao@example.org"></head>'
    found = document(tmp_path / "a", PAGE.format(charset="utf-8").replace("</head>", other).encode())
    assert found.origin == "甲县纪委 zhao@example.org"
    (tmp_path / store.NAME).write_text("".join(store.lines([store.kept(found)])), encoding="utf-8")
    (kept,) = store.load(tmp_path)
    assert kept.origin.startswith("甲县纪委 ▒")


def test_a_declared_day_that_is_none_is_passed_over(tmp_path: Path) -> None:
    """A page is not lost for its metadata; the address tells the day instead."""
    page = PAGE.format(charset="utf-8").replace("2023-05-08 10:20", "2023-02-31")
    found = document(tmp_path / "a", page.encode())
    assert (found.published, found.published_basis) == ("2023-05-08", "url")


def test_word(tmp_path: Path) -> None:
    """Paragraphs and tables come in their order."""
    docx = pytest.importorskip("docx")
    written = docx.Document()
    written.add_paragraph("甲县纪委通报。")
    table = written.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "赵试样", "党内警告"
    written.add_paragraph("特此通报。")
    packed = io.BytesIO()
    written.save(packed)
    assert document(tmp_path / "a", packed.getvalue()).text == "甲县纪委通报。\n赵试样\t党内警告\n特此通报。"


def test_word_with_an_outer_entity(tmp_path: Path) -> None:
    """An entity that points to a file of this machine is not followed."""
    docx = pytest.importorskip("docx")
    secret = tmp_path / "secret"
    secret.write_text("geheim", encoding="utf-8")
    packed, changed = io.BytesIO(), io.BytesIO()
    written = docx.Document()
    written.add_paragraph("甲县X通报。")
    written.save(packed)
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(changed, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == "word/document.xml":
                entity = f'<!DOCTYPE w [<!ENTITY x SYSTEM "file://{secret}">]>'.encode()
                data = data.replace(b"?>", b"?>" + entity, 1).replace("甲县X".encode(), "甲县&x;".encode())
            new.writestr(entry.filename, data)
    (found,) = outcome(tmp_path / "a.docx", changed.getvalue())
    assert "geheim" not in getattr(found, "text", "")


def test_pdf_joins_wrapped_lines_and_drops_running_heads(tmp_path: Path) -> None:
    """A sentence broken by the width of the page is whole again; head and page number are gone."""
    body = ["甲县纪委通报典型问题。", "2023年2月,甲县水利局局长赵试样因不担当不作为受到", "党内警告处分。"]
    ends = "甲乙丙丁"
    pages = [
        ["甲县纪委文件", f"{c}类问题如下。", *body, f"{c}案已结。", f"第{n}页"] for n, c in enumerate(ends)
    ]
    text = document(tmp_path / "a", pdf(*pages)).text
    assert "赵试样因不担当不作为受到党内警告处分。" in text
    assert "甲县纪委文件" not in text
    assert "第2页" not in text


def test_pdf_limits_and_faults(tmp_path: Path) -> None:
    """Too many pages, pages without text and a broken file are told apart."""
    content = pdf([TEXT], [TEXT])
    assert "2 pages, more than 1" in rejection(tmp_path / "a", content, limits=Limits(max_pages=1)).reason
    assert "without text" in rejection(tmp_path / "a", pdf([])).reason
    assert "broken PDF" in rejection(tmp_path / "a", b"%PDF-1.4 nothing").reason


def test_mail(tmp_path: Path) -> None:
    """Subject, date and body of a message; its addresses are no part of the text."""
    message = EmailMessage()
    message["From"], message["To"] = "zhao@example.org", "qian@example.org"
    message["Subject"], message["Date"] = "通报", "Mon, 08 May 2023 10:20:00 +0800"
    message.set_content(TEXT, charset="gb18030")
    found = document(tmp_path / "a", message.as_bytes())
    assert (found.text.strip(), found.title, found.published) == (TEXT, "通报", "2023-05-08")


def test_csv_with_named_columns(tmp_path: Path) -> None:
    """Columns are named by the caller; a row without text is set aside with its line."""
    content = f'编号,正文,日期\nn1,"{TEXT}\n二",2023-05\nn2,,\n'.encode("gb18030")
    columns = Columns(text="正文", id="编号", published="日期")
    good, bad = outcome(tmp_path / "a.csv", content, columns=columns)
    assert isinstance(good, Document)
    assert (good.id, good.text, good.published) == ("n1", f"{TEXT}\n二", "2023-05")
    assert isinstance(bad, Rejected)
    assert (bad.reason, bad.place) == ("empty", f"{tmp_path / 'a.csv'}:4")
    assert '"text"' in rejection(tmp_path / "b.csv", "甲,乙\n1,2\n".encode()).reason


def test_parquet(tmp_path: Path) -> None:
    """One document a row."""
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    pq.write_table(pa.table({"id": [1, 2], "text": [TEXT, TEXT + "二"], "other": [0, 0]}), tmp_path / "t")
    found = outcome(tmp_path / "a", (tmp_path / "t").read_bytes())
    assert [d.id for d in found if isinstance(d, Document)] == ["1", "2"]


def test_web_archive(tmp_path: Path) -> None:
    """Each page that answered with success is a text, with its address; packed or not."""
    page = PAGE.format(charset="utf-8").replace("og:url", "x").encode()
    records = b""
    for status, url in (("200 OK", "https://example.org/1"), ("404 Not Found", "https://example.org/2")):
        answer = (
            f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\nContent-Length: {len(page)}\r\n\r\n".encode()
            + page
        )
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
        head += "Content-Type: application/http;msgtype=response\r\n"
        records += f"{head}Content-Length: {len(answer)}\r\n\r\n".encode() + answer + b"\r\n\r\n"
    for content in (records, gzip.compress(records)):
        found = document(tmp_path / "a", content)
        assert found.url == "https://example.org/1"


def packed(kind: str, files: dict[str, bytes]) -> bytes:
    """An archive of files."""
    return zipped(files) if kind == "zip" else tarred(files, "w:gz")


@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_archives(tmp_path: Path, kind: str) -> None:
    """Files of an archive are read each by its kind, sorted; a name that climbs out leads nowhere."""
    files = {
        "b.txt": TEXT.encode(),
        "a.html": PAGE.format(charset="utf-8").encode(),
        "../../../climb.txt": (TEXT + "三").encode(),
        "__MACOSX/x.txt": b"x",
        "bad.txt": b"\x00\xff" * 50,
    }
    found = outcome(tmp_path / "in", packed(kind, files))
    assert len(found) == 4
    assert sum(isinstance(f, Document) for f in found) == 3
    assert [p.name for p in tmp_path.iterdir()] == ["in"]
    assert not (tmp_path.parent / "climb.txt").exists()


def test_archives_in_archives_end(tmp_path: Path) -> None:
    """Nesting is followed as deep as the limit, then named."""
    content = TEXT.encode()
    for _ in range(3):
        content = packed("zip", {"a": content})
    assert document(tmp_path / "a", content).text == TEXT
    assert "nested too deep" in rejection(tmp_path / "b", packed("zip", {"a": content})).reason


def test_bombs_are_not_unpacked(tmp_path: Path) -> None:
    """What unpacks to more than the limit is set aside, whatever the archive says of its size."""
    limits = Limits(max_expanded=100_000, max_members=10)
    flood = b"0" * 1_000_000
    assert (
        "unpacks to more than 100,000"
        in rejection(tmp_path / "a", gzip.compress(flood), limits=limits).reason
    )
    assert (
        "unpacks to more than 100,000"
        in rejection(tmp_path / "b", packed("zip", {"a": flood}), limits=limits).reason
    )
    many = {str(n): b"x" for n in range(11)}
    assert "11 files, more than 10" in rejection(tmp_path / "c", packed("zip", many), limits=limits).reason


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"PK\x03\x04" + b"junk" * 20, "broken zip"),
        (b"\x1f\x8b\x08" + b"junk" * 20, "broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "an old Office file"),
        (b"PAR1junk", "broken parquet"),
        (b"<html><body></body></html>", "no article"),
    ],
)
def test_broken_files_are_one_line(tmp_path: Path, content: bytes, reason: str) -> None:
    """A file that is not what it begins like is set aside with its kind."""
    assert reason in rejection(tmp_path / "a", content).reason


@pytest.mark.parametrize(
    ("head", "suffix", "found"),
    [
        (b"plain", "", "text"),
        (b"  <!DOCTYPE HTML>", "", "html"),
        ("<html>".encode("utf-16"), "", "html"),
        (b"<!-- c -->\n<html>", "", "html"),
        (b'{"text": "x"}', "", "jsonl"),
        (b"a,b\n", ".csv", "csv"),
        ("通报:甲\n时间:乙\n地点:丙\n".encode(), "", "text"),
        (b"From: a\nTo: b\nSubject: c\nDate: d\n\n", "", "mail"),
    ],
)
def test_kinds(head: bytes, suffix: str, found: str) -> None:
    """Content tells the kind; a suffix only where content cannot."""
    assert kind(head, suffix) == found


@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_damaged_archives_never_stop_the_batch(tmp_path: Path, kind: str) -> None:
    """With any one byte changed or any end cut off, an archive still gives texts or one line of reason."""
    whole = packed(kind, {"a.txt": TEXT.encode(), "b.txt": TEXT.encode() + b"b"})
    for place in range(0, len(whole), 5 if kind == "zip" else 97):
        damaged = bytearray(whole)
        damaged[place] ^= 0xFF
        for content in (bytes(damaged), whole[: place + 4]):
            assert outcome(tmp_path / "a", content)
    assert outcome(tmp_path / "a", whole[7:] if kind == "tar" else whole[:4] + whole[9:])


def test_book(tmp_path: Path) -> None:
    """Chapters in the order of the book, each block a line, scripts and empty chapters left out."""
    page = (
        "<html><head><title>第{n}章</title></head><body><h1>通报</h1><p>"
        + TEXT
        + "</p><script>x</script></body></html>"
    )
    chapters = {
        "b.xhtml": page.format(n=1),
        "cover.xhtml": "<html><body><img/></body></html>",
        "a.xhtml": page.format(n=2),
    }
    found = outcome(
        tmp_path / "a", book(chapters | {"a.xhtml": chapters["a.xhtml"].replace(TEXT, TEXT + "乙")})
    )
    assert [(d.title, d.published, d.text) for d in found if isinstance(d, Document)] == [
        ("第1章", "2023-05-08", f"通报\n{TEXT}"),
        ("第2章", "2023-05-08", f"通报\n{TEXT}乙"),
    ]


def test_book_with_an_outer_entity(tmp_path: Path) -> None:
    """A file of the machine named by a book does not come into a text."""
    secret = tmp_path / "secret"
    secret.write_text("机密", encoding="utf-8")
    page = f"<html><body><p>{TEXT}&x;</p></body></html>"
    found = document(tmp_path / "a", book({"a.xhtml": page}, str(secret)))
    assert ("机密" in found.text, found.published) == (False, "2023-05-08")


def test_book_whose_parts_are_missing(tmp_path: Path) -> None:
    """It is one line of reason."""
    broken = packed("zip", {"META-INF/container.xml": b"<container/>"})
    assert rejection(tmp_path / "a", broken).reason.startswith("broken epub")
