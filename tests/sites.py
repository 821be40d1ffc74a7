"""Pages in the style of ten kinds of government sites, written for these tests, and their articles."""

# ruff: noqa: E501, ISC004, SIM905 (markup reads best as the line it is)

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from kg.read import Options, Rejected, document
from kg.read.formats.html import article, decoded

TITLE = "怀宁县纪委监委通报4起不担当不作为典型问题"
DAY = "2023-05-08"
PARAGRAPHS = (
    "为进一步严明纪律,督促党员干部担当尽责,日前,怀宁县纪委监委对4起不担当不作为典型问题进行了通报。",
    "一、县水利局原局长赵试样推进项目不力问题。2021年3月至2022年6月,赵试样在任期间对重点水利项目跟踪督促不到位,"
    "致使工期延误。2023年2月,赵试样受到党内警告处分。",
    "二、县财政局科员钱样本拖延拨付资金问题。2022年11月,钱样本在办理资金拨付时多次推诿。2023年1月,钱样本受到政务记过处分。",
    "三、洪铺镇副镇长孙范例对群众诉求敷衍应付问题。2022年8月,孙范例被诫勉处理。",
    "四、石牌镇便民服务中心主任李虚构脱岗问题。2023年3月,李虚构受到政务警告处分,并在全县通报。",
    "通报要求,全县各级党组织要引以为戒,举一反三,切实改进作风,以实际成效取信于民。",
)
NAVIGATION = "".join(
    f'<li><a href="/{n}/">{w}</a></li>' for n, w in enumerate("首页 要闻 政务公开 互动交流 审查调查".split())
)
RELATED = "".join(
    f'<li><a href="/r{n}.html">相关报道之{n}:某地召开工作会议部署任务</a></li>' for n in range(1, 7)
)
FOOT = (
    "<div class=footer><p>主办单位:某县人民政府办公室 承办:某县信息中心</p>"
    "<p>网站标识码0000000000 某公网安备00000000000000号</p></div>"
)


@dataclass(frozen=True, slots=True)
class Site:
    """A page as bytes, the address it was found at, and where its day is told."""

    name: str
    content: bytes
    day: str
    url: str = ""


def _p(tag: str = "p", mark: str = "", lead: str = "") -> str:
    return "".join(f"<{tag}{mark}>{lead}{text}</{tag}>" for text in PARAGRAPHS)


def _page(head: str, body: str, charset: str = "utf-8") -> bytes:
    whole = f'<!DOCTYPE html><html><head><meta charset="{charset}">{head}</head><body>{body}</body></html>'
    return whole.encode("gb18030" if charset == "gb2312" else charset)


def _menu(kind: str = "ul") -> str:
    return f'<div class="nav"><{kind}>{NAVIGATION}</{kind}></div><div class="path">当前位置:<a href="/">首页</a> &gt; 通报曝光</div>'


def sites() -> list[Site]:
    """The ten pages."""
    metas = (
        f'<meta name="ArticleTitle" content="{TITLE}"><meta name="PubDate" content="{DAY} 09:30">'
        '<meta name="ContentSource" content="怀宁县纪委监委"><meta name="ColumnName" content="通报曝光">'
    )
    bare = f"<title>{TITLE}</title>"
    long = f"<title>{TITLE}-通报曝光-怀宁县人民政府</title>"
    table = "".join(
        f"<tr><td><font size=3>&nbsp;&nbsp;&nbsp;&nbsp;{text}</font></td></tr>" for text in PARAGRAPHS
    )
    lines = "<br><br>".join(f"&#12288;&#12288;{text}" for text in PARAGRAPHS)
    linked = f'{{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "{TITLE}", "datePublished": "{DAY}"}}'
    return [
        Site(
            "discipline site, editor's block, line of source and time",
            _page(
                long,
                f'{_menu()}<div class="article"><h2 class="tit">{TITLE}</h2><h3 class="daty"><em>来源:县纪委监委</em>'
                f"<em>发布时间:{DAY} 09:30</em></h3><div class=TRS_Editor>{_p()}</div></div>"
                f'<div class="side"><h4>相关阅读</h4><ul>{RELATED}</ul></div>{FOOT}',
            ),
            "line of the page",
        ),
        Site(
            "county portal of tables and fonts, GB 2312",
            _page(
                f'<meta http-equiv="Content-Type" content="text/html; charset=gb2312">{bare}',
                f"<table width=980><tr><td>{_menu()}</td></tr><tr><td><table><tr><td align=center><b>{TITLE}</b></td></tr>"
                f"<tr><td align=center>日期:2023年5月8日 点击:128 次</td></tr>{table}</table></td></tr>"
                f"<tr><td>{FOOT}</td></tr></table>",
                "gb2312",
            ),
            "line of the page",
        ),
        Site(
            "government portal with the standard meta names",
            _page(
                metas + long,
                f'{_menu()}<div class="pages-title">{TITLE}</div><div class="pages_content" id="UCAP-CONTENT">{_p()}</div>'
                f'<div class="related"><ul>{RELATED}</ul></div>{FOOT}',
            ),
            "metadata",
        ),
        Site(
            "province portal, day in the address only",
            _page(
                long,
                f'{_menu()}<div id="zoom"><!--content begin--><h1>{TITLE}</h1>{_p(mark=" style=text-indent:2em")}<!--content end-->'
                f'</div><div class="share"><a>分享到</a><a>微信</a><a>微博</a></div>{FOOT}',
            ),
            "address",
            "https://www.example.org/art/2023/5/8/art_1234_567.html",
        ),
        Site(
            "site of articles with a time element",
            _page(
                bare,
                f'<header>{_menu()}</header><main><article><h1>{TITLE}</h1><time datetime="{DAY}T09:30">5月8日</time>'
                f"{_p()}</article><aside><ul>{RELATED}</ul></aside></main>{FOOT}",
            ),
            "time element",
        ),
        Site(
            "procuratorate, time with author and size of letters",
            _page(
                long,
                f'{_menu()}<div class="detail"><div class="detail_tit">{TITLE}</div><div class="detail_info">时间:2023-05-08 '
                f"作者: 新闻来源: 【字号:<a>大</a> | <a>中</a> | <a>小</a>】</div><div class=detail_con>{_p()}</div></div>{FOOT}",
            ),
            "line of the page",
        ),
        Site(
            "court, one block with line breaks",
            _page(
                f'<meta name="publishdate" content="{DAY}">{long}',
                f'{_menu()}<div class="title">{TITLE}</div><div class="text">{lines}</div>'
                f'<div class="turn"><a href=1>上一篇:某通知</a><a href=2>下一篇:某公告</a></div>{FOOT}',
            ),
            "metadata",
        ),
        Site(
            "page of a public account, sections and spans",
            _page(
                f'<meta property="og:title" content="{TITLE}"><meta property="article:published_time" content="{DAY}T09:30:00+08:00">',
                f'<div id="page-content"><h1 class="rich_media_title">{TITLE}</h1><div id="js_content">'
                + "".join(f"<section><section><span>{text}</span></section></section>" for text in PARAGRAPHS)
                + "</div><div id=js_tags>预览时标签不可点 微信扫一扫关注该公众号</div></div>",
            ),
            "metadata",
        ),
        Site(
            "mobile page, blocks instead of paragraphs",
            _page(
                bare,
                f'<div class="m-top"><a>登录</a><a>客户端</a></div><div class="m-title">{TITLE}</div><div class="m-time">{DAY}</div>'
                f'<div class="m-body">{_p("div")}</div><div class="m-list"><ul>{RELATED}</ul></div>{FOOT}',
            ),
            "line of the page",
        ),
        Site(
            "site with data for search engines, share bar and comments",
            _page(
                f'{long}<script type="application/ld+json">{linked}</script>',
                f"{_menu()}<div class=content><h1>{TITLE}</h1><div class=bar><span>打印</span><span>收藏</span></div>{_p()}"
                "<p>(责任编辑:某某)</p></div><div class=comments><h3>网友评论</h3><p>路过支持一下。</p></div>"
                f"<ul>{RELATED}</ul>{FOOT}",
            ),
            "data for search engines",
        ),
    ]


@dataclass(frozen=True, slots=True)
class Figures:
    """What was found of one page."""

    name: str
    precision: float
    recall: float
    title: bool
    day: bool


def read(site: Site) -> Figures:
    """Characters of the article found, title and day, held against what the page was made of."""
    gold = "".join(PARAGRAPHS)
    try:
        raw = article(decoded(site.content), site.name, site.url)
        made = document(raw, Options())
    except Rejected:
        return Figures(site.name, 0.0, 0.0, title=False, day=False)
    found = "".join(made.text.split()).replace(TITLE, "", 1)
    same = sum(
        block.size for block in SequenceMatcher(None, gold, found, autojunk=False).get_matching_blocks()
    )
    precision, recall = same / max(len(found), 1), same / len(gold)
    return Figures(site.name, precision, recall, raw.title == TITLE, made.published == DAY)
