"""Links inside one text: notices, conduct, announcers, reports, overlaps."""

from __future__ import annotations

from built import entity, facts, graph

NOTICE = (
    "2023年4月,望江县纪委发布通报,2018年至2021年,望江县水利局原局长赵试样对来访村民爱答不理,不担当不作为。"
    "2023年2月,赵试样受到政务记大过处分。"
)


def test_sanction_rests_on_conduct_and_was_announced_not_decided() -> None:
    """The organ of the notice announced the sanction; who decided is not stated."""
    built = graph(NOTICE)
    (sanction,) = facts(built, "GovernmentSanction")
    (conduct,) = facts(built, "Conduct")
    assert sanction.fillers("ground") == (conduct.id,)
    assert sanction.fillers("announcedBy") == ("org/340827-cdi",)
    assert (sanction.fillers("agent"), sanction.agent_status) == ((), "not-stated")
    assert conduct.time.edtf == "2018/2021"


def test_notice_names_the_person_and_is_a_document() -> None:
    """The notice is a node of its own; the person whose conduct it tells is named by it."""
    built = graph(NOTICE)
    (notice,) = facts(built, "Notification")
    assert [entity(built, p).label for p in notice.fillers("patient")] == ["赵试样"]
    assert [entity(built, d).kind for d in notice.fillers("object")] == ["NoticeDocument"]
    assert set(notice.fillers("ground")) == {"voc/conduct/no-responsibility", "voc/conduct/inaction"}


def test_report_is_a_media_item_that_its_facts_name() -> None:
    """新华社 reports an issue: the report has the medium as publisher and the issue as object."""
    built = graph("2018年5月,新华社发布消息:近日,中共中央办公厅印发了《关于做好基层减负工作的意见》。")
    (report,), (issue,) = facts(built, "Reporting"), facts(built, "Issuance")
    assert report.fillers("object") == (issue.id,)
    assert issue.fillers("reportedIn") == report.fillers("reportedIn")
    assert entity(built, issue.fillers("reportedIn")[0]).kind == "MediaItem"
    assert issue.time.edtf == "2018-05~"


def test_counts_of_a_city_may_lie_in_those_of_its_province() -> None:
    """Both sides of the pair say so; another province and another year do not."""
    city = "2022年以来,安庆市纪委监委共为28名受到失实检举控告的党员干部澄清正名。"
    province = "2023年4月,安徽省纪委监委为6名受到失实检举控告的干部澄清正名。"
    other = "2023年4月,浙江省纪委监委为7名受到失实检举控告的干部澄清正名。"
    early = "2019年,安徽省纪委监委为9名受到失实检举控告的干部澄清正名。"
    built = graph(city, province, other, early)
    pairs = {f.id: set(f.fillers("mayOverlap")) for f in facts(built, "Clearing") if f.fillers("mayOverlap")}
    assert len(pairs) == 2
    assert all(pairs[o] == {i} for i, others in pairs.items() for o in others)
