"""How the facts of a text are told apart."""

from datetime import date
from decimal import Decimal

import pytest

from handlers.understanding.reading import Unsure
from rules.engine.situation import State
from tests.handlers.understanding.reading.reading_cases import of, read, taken


def test_a_reading_keeps_the_persons_own_words() -> None:
    """`said` is the span of the original text, in its own script and width."""
    text = "我們買算力服務花了８０萬"
    spend = of(read(text), "compute_spend")
    assert spend is not None
    assert spend.value == Decimal(800000)
    assert spend.said == text[spend.start : spend.end] == "８０萬"


def test_one_negation_denies_a_whole_list() -> None:
    """没有 before a list and 都没有 behind it deny every member."""
    everything = {"dishonest_debtor": False, "abnormal_operation": False, "tax_problem": False}
    assert taken("没有失信、经营异常和涉税问题") == everything
    assert taken("失信、经营异常、涉税问题都没有") == everything


def test_a_double_negation_is_not_read() -> None:
    """不是没有 is left to be asked."""
    assert "tax_problem" not in taken("我们不是没有涉税问题")


@pytest.mark.parametrize(
    "text",
    [
        "我朋友的公司是失信被执行人",
        "供应商被列入失信名单了",
        "我们的姐妹公司被列入失信名单了",
        "有的企业被列入失信名单",
        "失信被执行人能申请智算中心奖励吗",
        "被列入失信名单的企业还能申请吗",
        "必须不是失信被执行人才能申请吗",
        "A friend's company is a dishonest debtor",
        "Может ли недобросовестный должник получить субсидию?",
    ],
)
def test_what_is_said_of_others_or_in_general_is_not_taken(text: str) -> None:
    """Only what is said of the asker is a fact of the asker."""
    assert "dishonest_debtor" not in taken(text)


def test_buying_from_a_supplier_leaves_the_asker_the_subject() -> None:
    """从服务商购买 does not make the rest of the clause the supplier's."""
    assert taken("从省重点算力服务商购买算力用于人工智能研究") == {"vendor_listed": True, "purpose_ai": True}


def test_a_supposition_is_kept_apart_from_what_is_so() -> None:
    """如果 begins a supposition; what stands before it stays a fact."""
    readings = read("我们花了80万买算力,如果明年花500万呢")
    assert [(each.fact.id, each.value) for each in readings.taken] == [("compute_spend", Decimal(800000))]
    assert [(each.fact.id, each.value) for each in readings.assumed] == [("compute_spend", Decimal(5000000))]


def test_a_plan_is_a_supposition() -> None:
    """Money that somebody means to spend is not spent."""
    readings = read("打算花200万买算力")
    assert readings.taken == ()
    assert [each.value for each in readings.assumed] == [Decimal(2000000)]


def test_not_to_know_is_an_answer() -> None:
    """The state is unknown, which is neither yes nor no."""
    tax = of(read("有没有涉税问题我不太清楚"), "tax_problem")
    assert tax is not None
    assert (tax.state, tax.value, tax.sure) == (State.UNKNOWN, None, True)


@pytest.mark.parametrize(
    ("text", "fact", "doubt"),
    [
        ("买算力花了八十多万", "compute_spend", Unsure.APPROXIMATE),
        ("今年买算力七八十万", "compute_spend", Unsure.RANGE),
        ("买算力花了不到三十万", "compute_spend", Unsure.BOUND),
        ("买算力正好花了30万", "compute_spend", Unsure.ON_THRESHOLD),
        ("我们智算中心刚好50P", "new_pflops", Unsure.ON_THRESHOLD),
        ("买算力花了10万美元", "compute_spend", Unsure.FOREIGN_CURRENCY),
        ("买算力花了80", "compute_spend", Unsure.UNIT_UNCLEAR),
        ("买算力预算100万", "compute_spend", Unsure.PART_ONLY),
        ("智算中心设备花了4000万", "equipment_software_cost", Unsure.PART_ONLY),
        ("PUE1.35的智算中心能申请吗", "pue", Unsure.GENERAL),
        ("PUE 0.9 智算中心", "pue", Unsure.OUT_OF_BOUNDS),
        ("智算中心2023年5月验收", "acceptance_date", Unsure.DATE_INCOMPLETE),
        ("昨天刚验收,智算中心", "acceptance_date", Unsure.RELATIVE_DATE),
        ("我们公司在哈尔滨", "registration_province", Unsure.PLACE_SUPPOSED),
        ("我们PUE是1.25,哦不对,PUE是1.35", "pue", Unsure.CONTRADICTION),
        ("我们有两个智算中心,一个PUE1.25,一个PUE1.4", "pue", Unsure.SEVERAL),
    ],
)
def test_what_is_not_certain_is_shown_with_its_doubt(text: str, fact: str, doubt: Unsure) -> None:
    """A range, an approximation, a figure on a line of the law, a contradiction: asked back, never taken."""
    reading = of(read(text), fact)
    assert reading is not None
    assert (reading.sure, reading.doubt) == (False, doubt)


def test_an_expansion_adds_the_difference() -> None:
    """从30P扩到95P adds 65; what was there before is not new."""
    assert taken("智算中心从30P扩到95P") == {"is_expansion": True, "new_pflops": Decimal(65)}
    assert taken("智算中心原有40P,新增55P")["new_pflops"] == Decimal(55)


def test_a_total_investment_is_no_cost_of_equipment_and_software() -> None:
    """Only the narrower base is read, and its two parts are added up."""
    assert "equipment_software_cost" not in taken("智算中心总投资3亿")
    assert taken("智算中心总投资3亿,设备五千万软件三千万") == {"equipment_software_cost": Decimal(80000000)}


def test_the_protection_grade_is_another_kind_of_grade() -> None:
    """等保三级 is not the industrial-internet grade; 拿过二级的奖 is history."""
    assert taken("我们等保三级,工业互联网安全定级二级")["security_grade"] == Decimal(2)
    read_both = taken("拿过二级的奖励,工业互联网安全定级三级")
    assert read_both == {"awarded_grades": frozenset({"2"}), "security_grade": Decimal(3)}


def test_where_one_is_registered_and_where_one_builds_are_two_facts() -> None:
    """Each place belongs to the words beside it."""
    places = taken("公司在哈尔滨注册的,智算中心建在内蒙古")
    assert places["registration_province"] == "heilongjiang"
    assert places["project_province"] == "other"


def test_an_incident_is_dated() -> None:
    """Within three years, longer ago, never: three different answers."""
    assert taken("我们前年发生过数据泄露")["security_incident_3y"] is True
    assert taken("我们2018年被黑客攻击过") == {"security_bad_record": True}
    never = {"security_bad_record": False, "security_incident_3y": False}
    assert taken("我们从没发生过数据安全事件") == never


def test_the_scheme_that_is_spoken_of_settles_what_a_bare_text_means() -> None:
    """拿过奖励 and 花了95万 are read only where it is clear which award and what for."""
    assert taken("之前拿过奖励", "hlj-computing-centre") == {"same_project_awarded": True}
    assert taken("之前拿过奖励", "hlj-sme-digital") == {"sme_benchmark_awarded": True}
    assert taken("之前拿过奖励") == {}
    assert taken("花了95万", "hlj-compute-purchase") == {"compute_spend": Decimal(950000)}
    assert taken("花了95万") == {}


def test_a_day_of_acceptance_is_a_date() -> None:
    """A whole date in any notation."""
    assert taken("超算中心2021年12月1日就验收了")["acceptance_date"] == date(2021, 12, 1)


@pytest.mark.parametrize(
    "text",
    [
        "企业要有独立法人资格吗",
        "没有独立法人资格的单位可以申请吗",
        "企业被列入经营异常怎么恢复",
        "外地企业在黑龙江建智算中心可以申请吗",
        "小巨人能拿100万,单项冠军能拿多少",
        "买80万算力服务能拿多少奖励",
        "支出的30%是奖励标准吗",
        "30万以下不给奖励吗",
        "已经拿过奖励的项目不能再申请吗",
        "三年内发生过安全事件不能申请是吧",
        "造假被发现会被追回资金吗",
        "不在名单里的供应商行不行",
        "用于挖矿的算力能补吗",
        "中小企业的标准是什么",
        "省级小巨人可以吗",
        "先导区项目没备案行不行",
        "2024年1月1日之后验收的才行吗",
        "资料不齐会被退回吗",
        "Is a company without legal person status eligible?",
        "Does a PUE of 1.35 qualify?",
        "Какие требования к центру обработки данных для ИИ?",
    ],
)
def test_a_question_about_the_rules_states_nothing(text: str) -> None:
    """Who asks what holds in general says nothing of themselves."""
    assert taken(text) == {}
