"""A guess at the language of a text, among the four that the product speaks."""

from handlers.understanding.folding import folded_text

# Characters that only one of the two scripts has, from what people write to an assistant for subsidies: the
# forms of one stand at the same places as those of the other.
_TRADITIONAL = (
    "來個們備價儀億儘償優儲兒內兩冊凍別創劃劇劉動務勝勞勢勵匯區協厲參員問啟單嗎嚴國圍圓圖團執堅報場塊塵壓"
    "壞壯夠夢奪奮婦嬰學實寧審寫寬將專尋對導層屬島崗嶺帳帶幣幹幾廠廢廣張強彈彙後徑從復徵恆愛態慣應懷戰戲戶"
    "換撥擁擇擔據擠擬擴擺攜攝敗敘數斷於時晉暫曆書會東條業極構槍樂樓標樣樹橋機檔檢權歐歡歲歷歸殘氣決沒況淨"
    "減測渾湯準溝滅滬滯滿漲漸潔濟瀏為無熱營爭爺牆犧狀獎獨獲現瑪環產異當疊痙療發皺監盤眾確碼礎礦禮稅種稱穩"
    "穫筆節範築簡簽糧糾紅紋納紙級紛細終組結絕絡給統經綜綠維網緊線締編緩練縣縮總績織繞繪繳繼續罰羅義習聖聞"
    "聯聲職肅腦膽臨與興舉舊艦艱華萬葉蓋蓮薦藍藝藥蘇處號虧補複見規視親覺覽觀訂計訊討訓託記訪設許訴診評詞詢"
    "試詩話該詳誇認語誠誤說誰調請論諾謀謂講謝證識譜議護讀變讓豐負財貨販貪貫責買貸費貼貿資賓賢賣質賬賴購贊"
    "贏趕車軌軍軟較載輔輕輛輝輪輯輸轄轉農這連運過達違遞遠適遲選遺還邊郵鄉鄭鄰醫釋針銀鋪鋼錄錢鍵鎖鎮鏈鐘鐵"
    "鑒長門閉開閒間閘閱關陰陸陽隊階際隨險隱雖雙雜雞離難雲電霧靈靜韓響頁頂項預領頭頻顆題額願類顧顯風飛飯養"
    "館馬驗體魚鳥麗麼黃點黨齊齡"
)
_SIMPLIFIED = (
    "来个们备价仪亿尽偿优储儿内两册冻别创划剧刘动务胜劳势励汇区协厉参员问启单吗严国围圆图团执坚报场块尘压"
    "坏壮够梦夺奋妇婴学实宁审写宽将专寻对导层属岛岗岭帐带币干几厂废广张强弹汇后径从复征恒爱态惯应怀战戏户"
    "换拨拥择担据挤拟扩摆携摄败叙数断于时晋暂历书会东条业极构枪乐楼标样树桥机档检权欧欢岁历归残气决没况净"
    "减测浑汤准沟灭沪滞满涨渐洁济浏为无热营争爷墙牺状奖独获现玛环产异当叠痉疗发皱监盘众确码础矿礼税种称稳"
    "获笔节范筑简签粮纠红纹纳纸级纷细终组结绝络给统经综绿维网紧线缔编缓练县缩总绩织绕绘缴继续罚罗义习圣闻"
    "联声职肃脑胆临与兴举旧舰艰华万叶盖莲荐蓝艺药苏处号亏补复见规视亲觉览观订计讯讨训托记访设许诉诊评词询"
    "试诗话该详夸认语诚误说谁调请论诺谋谓讲谢证识谱议护读变让丰负财货贩贪贯责买贷费贴贸资宾贤卖质账赖购赞"
    "赢赶车轨军软较载辅轻辆辉轮辑输辖转农这连运过达违递远适迟选遗还边邮乡郑邻医释针银铺钢录钱键锁镇链钟铁"
    "鉴长门闭开闲间闸阅关阴陆阳队阶际随险隐虽双杂鸡离难云电雾灵静韩响页顶项预领头频颗题额愿类顾显风飞饭养"
    "馆马验体鱼鸟丽么黄点党齐龄"
)
_ONLY_TRADITIONAL = frozenset(_TRADITIONAL) - frozenset(_SIMPLIFIED)
_ONLY_SIMPLIFIED = frozenset(_SIMPLIFIED) - frozenset(_TRADITIONAL)
LONGEST = 2_000
_LATIN_WORDS_PER_HAN = 3


def guess_language(text: str) -> str | None:
    """zh_CN, zh_Hant, en or ru; `None` where a text has too little to tell (figures, symbols, 80P, OK).

    Chinese with some Latin terms (PUE, PFLOPS) is Chinese; its script follows the characters that only one
    script has.
    """
    sample = text[:LONGEST]
    han = sum("一" <= character <= "鿿" for character in sample)
    cyrillic = sum("а" <= character <= "я" or character == "ё" for character in sample.lower())
    latin = sum(character.isascii() and character.isalpha() for character in sample)
    if han and han * _LATIN_WORDS_PER_HAN * 2 >= latin + cyrillic:
        return _chinese_script(sample)
    if cyrillic >= 2 and cyrillic * 2 >= latin:
        return "ru"
    return "en" if latin >= 4 and _has_words(sample) else None


def _chinese_script(text: str) -> str:
    traditional = sum(character in _ONLY_TRADITIONAL for character in text)
    simplified = sum(character in _ONLY_SIMPLIFIED for character in text)
    return "zh_Hant" if traditional > simplified else "zh_CN"


def _has_words(text: str) -> bool:
    """Whether there is an English word: a unit or a model name alone (PFLOPS, A100) tells nothing."""
    words = [word.strip(".,!?;:\"'()") for word in folded_text(text).split()]
    return any(
        word.isascii() and word.isalpha() and 2 <= len(word) <= 20 and word not in _TERMS for word in words
    )


_TERMS = frozenset(
    ("pue", "pflops", "eflops", "tflops", "gpu", "cpu", "ai", "idc", "rmb", "cny", "usd", "ok", "sme")
)
