using System.Collections.Frozen;

namespace TrustBot.Dialogs.Sensing;

/// <summary>
/// Chinese characters of everyday messages that are written in two ways: the traditional one, and below it the
/// simplified (the General List of Simplified Chinese Characters, 1986; a few variants of Taiwan such as 妳).
/// Written by hand for what customers say; a character that is not here has only itself.
/// </summary>
internal static class HanPairs
{
    private const string Traditional =
        "乾來係個們備傳債傷傾僅僑價儀億償優儲兒內兩冊凍凱別刪則剛創劃劇劉劍劑動務勝勞勢勵勸匯區協卻厭參員問啞啟喚喪喬單嗎嗚嘆嘔嘗嘩噁噴噸嚇嚴囑國圍園圓圖團報場塊"
        + "墜墳壓壞壯夠夢奪奮妝妳姦婦媽嬰孃孫學實寧審寫寬寶將專尋對導屆屍層屬岡島崗帥師帳帶幟幣幫幹幾庫廁廚廟廠廢廣廳強彈彎彙後徑從復徵徹恆悅悶惡惱愛態慘慚慣慮慶慾"
        + "憂憊憐憑憤憶懇應懶懷懼戀戰戲戶掙掛採揀換損搖搶撐撥擁擊擋擔據擠擬擴擺攔攜攝敗敵數斃斷時晝暈暫曆曉書會朮東條棄極構槍樂樓標樣樹橋機檔檢櫃欄權歐歡歲歷歸殘殯"
        + "殺毀毆氈氣決沒沖況涼淚淨淺湯準溝溫滅滯滿漢漲潑潔潤濕濟濫瀏瀕灑災為烏無煉煩熱燈燒營爛爭爲爺爾牆牽犧狀狹獄獎獨獲獻現瑪環產畢畫異當疊痠瘋瘡療癒癡癢癮發皺盜"
        + "盡監盤盧眾睏瞞矚確碼礎礙禍禦禪禮禿種稱穀積穩窩窮竄竊競筆箇節範築篩簡簽籃籤糞糧糾紀約紅紋純紙級紛紡細紹終組結絕絡給統絲綁經綜綠維網緊緒線緣編緩緬練縣縫縮"
        + "縱總績織繞繩繪繫繳繼續纏罰罵罷羅義習翹聖聞聯聰聲職聽肅脅脫腎腦腫腳膚膽臉臟臥臨臺與興舉舊艙艱艷芻莊華萬葉蓋蔣薦薩藍藝藥蘇蘭處虛號虧蟲蠟蠻術衛衝裏補裝裡製"
        + "複褲襲覆見規視親覺覽觀訂計訊討訓託記訝訟訪設許訴詐評詛詞詢試詭話詳誇認誘語誠誤說誰課調談請諒論諷諸諾謊講謝謠謹證識譯議譴護譽讀變讓讚豈豬貓貝負財貧貨販貪"
        + "責貴買貸費賄賊賓賜賠賣賤質賬賭賴賺購賽贈贊贏贓贖趕趙跡踐蹤躍車軌軍軟軸較載輕輛輝輩輪輯輸轉轟辦辭農逕這連週進遊運過達違遞遠適遲遷選遺還邊郵鄉鄭鄰醜醫醬釋"
        + "釘針釣鈕鈴鉛銀銷鋪鋼錄錢錯鍵鍾鎖鎮鏈鏡鐘鐲鐵鑰鑽長門閃閉開閒間閘閣閨閱闆闖關陝陣陰陳陸陽隊階際隨險隱隸隻雖雙雜雞離難雲電霧靈靜韓響頁頂項順須頌預頓領頭頸"
        + "頻顆題額顏願顛類顧顯風飄飛飢飯飲飽飾餅養餓餘館餵饑馬駁駐駕騎騙騰騷驅驕驗驚驟髒體髮鬆鬍鬥鬧鬩鬱魘魚魯鮮鳥鴨鵝鹹鹽麗麥麵麼黃點黨黴鼴齊齒齡龍龐龜";

    private const string Simplified =
        "干来系个们备传债伤倾仅侨价仪亿偿优储儿内两册冻凯别删则刚创划剧刘剑剂动务胜劳势励劝汇区协却厌参员问哑启唤丧乔单吗呜叹呕尝哗恶喷吨吓严嘱国围园圆图团报场块"
        + "坠坟压坏壮够梦夺奋妆你奸妇妈婴娘孙学实宁审写宽宝将专寻对导届尸层属冈岛岗帅师账带帜币帮干几库厕厨庙厂废广厅强弹弯汇后径从复征彻恒悦闷恶恼爱态惨惭惯虑庆欲"
        + "忧惫怜凭愤忆恳应懒怀惧恋战戏户挣挂采拣换损摇抢撑拨拥击挡担据挤拟扩摆拦携摄败敌数毙断时昼晕暂历晓书会术东条弃极构枪乐楼标样树桥机档检柜栏权欧欢岁历归残殡"
        + "杀毁殴毡气决没冲况凉泪净浅汤准沟温灭滞满汉涨泼洁润湿济滥浏濒洒灾为乌无炼烦热灯烧营烂争为爷尔墙牵牺状狭狱奖独获献现玛环产毕画异当叠酸疯疮疗愈痴痒瘾发皱盗"
        + "尽监盘卢众困瞒瞩确码础碍祸御禅礼秃种称谷积稳窝穷窜窃竞笔个节范筑筛简签篮签粪粮纠纪约红纹纯纸级纷纺细绍终组结绝络给统丝绑经综绿维网紧绪线缘编缓缅练县缝缩"
        + "纵总绩织绕绳绘系缴继续缠罚骂罢罗义习翘圣闻联聪声职听肃胁脱肾脑肿脚肤胆脸脏卧临台与兴举旧舱艰艳刍庄华万叶盖蒋荐萨蓝艺药苏兰处虚号亏虫蜡蛮术卫冲里补装里制"
        + "复裤袭复见规视亲觉览观订计讯讨训托记讶讼访设许诉诈评诅词询试诡话详夸认诱语诚误说谁课调谈请谅论讽诸诺谎讲谢谣谨证识译议谴护誉读变让赞岂猪猫贝负财贫货贩贪"
        + "责贵买贷费贿贼宾赐赔卖贱质账赌赖赚购赛赠赞赢赃赎赶赵迹践踪跃车轨军软轴较载轻辆辉辈轮辑输转轰办辞农径这连周进游运过达违递远适迟迁选遗还边邮乡郑邻丑医酱释"
        + "钉针钓钮铃铅银销铺钢录钱错键钟锁镇链镜钟镯铁钥钻长门闪闭开闲间闸阁闺阅板闯关陕阵阴陈陆阳队阶际随险隐隶只虽双杂鸡离难云电雾灵静韩响页顶项顺须颂预顿领头颈"
        + "频颗题额颜愿颠类顾显风飘飞饥饭饮饱饰饼养饿余馆喂饥马驳驻驾骑骗腾骚驱骄验惊骤脏体发松胡斗闹阋郁魇鱼鲁鲜鸟鸭鹅咸盐丽麦面么黄点党霉鼹齐齿龄龙庞龟";

    private static readonly FrozenDictionary<char, char> Pairs = Traditional.Zip(Simplified).ToFrozenDictionary(p => p.First, p => p.Second);

    /// <summary>The simplified form of a character, or itself.</summary>
    public static char Simplify(char c) => Pairs.GetValueOrDefault(c, c);

    /// <summary>Characters of everyday Chinese that Japanese hardly writes, in both forms, Cantonese ones included.</summary>
    public static bool IsChineseGrammar(char c) => c is '我' or '你' or '您' or '他' or '她' or '们' or '們' or '这' or '這' or '那' or '哪' or '么' or '麼' or '什' or '没' or '沒'
        or '吗' or '嗎' or '呢' or '吧' or '啊' or '了' or '的' or '很' or '说' or '說' or '请' or '請' or '谢' or '謝' or '给' or '給' or '还' or '還' or '怎' or '嘅' or '唔'
        or '咁' or '喺' or '冇' or '係' or '佢' or '啲' or '咩' or '嚟' or '点' or '點';
}
