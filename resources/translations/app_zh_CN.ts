<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Copying</name>
        <message>
            <source>There is no letter to copy yet.</source>
            <translation>还没有可复制的信件。</translation>
        </message>
        <message>
            <source>Saved as %1</source>
            <translation>已保存为%1</translation>
        </message>
        <message>
            <source>Save the letter</source>
            <translation>保存信件</translation>
        </message>
        <message>
            <source>Text (*.txt)</source>
            <translation>文本 (*.txt)</translation>
        </message>
        <message>
            <source>Save a copy of the case</source>
            <translation>保存案例副本</translation>
        </message>
        <message>
            <source>Case (*.appeal.json)</source>
            <translation>案例 (*.appeal.json)</translation>
        </message>
    </context>
    <context>
        <name>ErrorWords</name>
        <message>
            <source>Something could not be read or written.</source>
            <translation>有内容无法读取或写入。</translation>
        </message>
    </context>
    <context>
        <name>Keys</name>
        <message>
            <source>Alt+Left, Alt+Right</source>
            <translation>Alt+左，Alt+右</translation>
        </message>
        <message>
            <source>The step before, the next step</source>
            <translation>上一步，下一步</translation>
        </message>
        <message>
            <source>F4</source>
            <translation>F4</translation>
        </message>
        <message>
            <source>In the letter: to the clause of this paragraph</source>
            <translation>在信中：前往此段的条款</translation>
        </message>
        <message>
            <source>Alt+Up, Alt+Down</source>
            <translation>Alt+上，Alt+下</translation>
        </message>
        <message>
            <source>On a clause, in the letter: move it</source>
            <translation>在条款上或信中：移动该条款</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>回车</translation>
        </message>
        <message>
            <source>In a field: go on; on a clause found: add it; on a case: open it</source>
            <translation>在输入框中：到下一项；在查到的条款上：添加；在案例上：打开</translation>
        </message>
        <message>
            <source>Alt+Down</source>
            <translation>Alt+下</translation>
        </message>
        <message>
            <source>In a day's field: the calendar</source>
            <translation>在日期框中：打开日历</translation>
        </message>
        <message>
            <source>Esc</source>
            <translation>Esc</translation>
        </message>
        <message>
            <source>In the clause finder: begin again</source>
            <translation>在条款查找中：重新开始</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>快捷键</translation>
        </message>
        <message>
            <source>Close the keys</source>
            <translation>关闭快捷键</translation>
        </message>
        <message>
            <source>/</source>
            <translation>/</translation>
        </message>
        <message>
            <source>In the letter, where a word begins: insert a clause</source>
            <translation>在信中词首：插入条款</translation>
        </message>
        <message>
            <source>F6</source>
            <translation>F6</translation>
        </message>
        <message>
            <source>In the letter: what was changed, and back</source>
            <translation>在信中：查看改动，再按返回</translation>
        </message>
        <message>
            <source>Shift+Enter</source>
            <translation>Shift+Enter</translation>
        </message>
        <message>
            <source>On a clause found that the letter has: add it once more</source>
            <translation>对信中已有的搜索结果：再添加一次</translation>
        </message>
        <message>
            <source>Ctrl+Up, Ctrl+Down</source>
            <translation>Ctrl+↑、Ctrl+↓</translation>
        </message>
        <message>
            <source>On a clause found: its other phrasings</source>
            <translation>对搜索结果：换一种说法</translation>
        </message>
        <message>
            <source>Ctrl+D</source>
            <translation>Ctrl+D</translation>
        </message>
        <message>
            <source>On a clause found: favourite or not</source>
            <translation>对搜索结果：收藏或取消收藏</translation>
        </message>
    </context>
    <context>
        <name>desktop::AttachedList</name>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Remove the file %1</source>
            <translation>移除文件%1</translation>
        </message>
        <message>
            <source>what is it?</source>
            <translation>这是什么文件？</translation>
        </message>
        <message>
            <source>What the file %1 is</source>
            <translation>文件%1的类型</translation>
        </message>
        <message>
            <source>what it shows: 22 orders with cause and refund</source>
            <translation>文件说明，例如：22个订单的原因与退款</translation>
        </message>
        <message>
            <source>What the file %1 shows</source>
            <translation>文件%1的说明</translation>
        </message>
        <message>
            <source>Attach files…</source>
            <translation>附上文件…</translation>
        </message>
        <message>
            <source>or drop them here</source>
            <translation>或拖放到此处</translation>
        </message>
        <message>
            <source>Attach files</source>
            <translation>附上文件</translation>
        </message>
    </context>
    <context>
        <name>desktop::CasesModel</name>
        <message>
            <source>store not known</source>
            <translation>店铺未知</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) over</source>
            <translation>
                <numerusform>已过%n天</numerusform>
            </translation>
        </message>
        <message>
            <source>today</source>
            <translation>今天</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n天</numerusform>
            </translation>
        </message>
        <message>
            <source>Store</source>
            <translation>店铺</translation>
        </message>
        <message>
            <source>Marketplace</source>
            <translation>平台</translation>
        </message>
        <message>
            <source>Causes</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>剩余</translation>
        </message>
        <message>
            <source>Tries left</source>
            <translation>剩余次数</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>标签</translation>
        </message>
    </context>
    <context>
        <name>desktop::CasesPage</name>
        <message>
            <source>Cases</source>
            <translation>案例</translation>
        </message>
        <message>
            <source>Paste the notice here</source>
            <translation>在此粘贴通知</translation>
        </message>
        <message>
            <source>The whole text that the marketplace sent, as it is: what it means is read from it, and you check it. A text or mail file can be dropped as well. Nothing leaves this computer.</source>
            <translation>请粘贴平台发来的完整原文：程序会读出其含义，由您核对。也可以拖入文本或邮件文件。所有内容只留在本机。</translation>
        </message>
        <message>
            <source>Notice</source>
            <translation>通知</translation>
        </message>
        <message>
            <source>Read this notice</source>
            <translation>读取此通知</translation>
        </message>
        <message>
            <source>I was refused</source>
            <translation>申诉被拒绝</translation>
        </message>
        <message>
            <source>Start from the notice all the same; the refusal is added on step 5.</source>
            <translation>同样从通知开始；拒绝的回复在第5步补充。</translation>
        </message>
        <message>
            <source>Look at the sample case</source>
            <translation>查看示例案例</translation>
        </message>
        <message>
            <source>Paste the notice first. Then record the refused appeal on step 4 and the refusal on step 5: the revised appeal follows from them.</source>
            <translation>请先粘贴通知，然后在第4步记录被拒绝的申诉，在第5步记录拒绝的回复：再次申诉由此生成。</translation>
        </message>
        <message>
            <source>Filter: store, cause, state, tag</source>
            <translation>筛选：店铺、原因、状态、标签</translation>
        </message>
        <message>
            <source>Filter the cases</source>
            <translation>筛选案例</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Duplicate for another store</source>
            <translation>复制给另一店铺</translation>
        </message>
        <message>
            <source>Move to the trash</source>
            <translation>移到回收站</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>Forget for good…</source>
            <translation>彻底删除…</translation>
        </message>
        <message>
            <source>Yes, erase it with its files; this cannot be undone</source>
            <translation>是，连同文件一起删除，无法撤销</translation>
        </message>
        <message>
            <source>Tags, parted by commas</source>
            <translation>标签，用逗号分隔</translation>
        </message>
        <message>
            <source>Tags of the selected cases</source>
            <translation>所选案例的标签</translation>
        </message>
        <message>
            <source>Show the trash</source>
            <translation>显示回收站</translation>
        </message>
        <message>
            <source>Hide the trash</source>
            <translation>隐藏回收站</translation>
        </message>
    </context>
    <context>
        <name>desktop::CauseCard</name>
        <message>
            <source>Cause</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Did this happen?</source>
            <translation>此事是否发生？</translation>
        </message>
        <message>
            <source>Needed: until this is answered the letter neither apologises nor denies.</source>
            <translation>必填：回答之前，信中既不道歉也不否认。</translation>
        </message>
        <message>
            <source>A part of “%1”, and answered with it. Answer here only where this part is different.</source>
            <translation>属于“%1”的一部分，随其一并答复。仅当这一部分情况不同时才在此回答。</translation>
        </message>
    </context>
    <context>
        <name>desktop::CausePage</name>
        <message>
            <source>This text is long: a part of it is shown here, and all of it is kept and read. Pasting replaces it.</source>
            <translation>文本很长：此处只显示一部分，全文均已保留并读取。粘贴将替换全文。</translation>
        </message>
        <message>
            <source>More than 64 MB were pasted; the notice is as it was. Paste the notice alone.</source>
            <translation>粘贴内容超过64 MB，通知保持原样。请只粘贴通知本身。</translation>
        </message>
        <message>
            <source>Cause</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>The notice in short</source>
            <translation>通知摘要</translation>
        </message>
        <message>
            <source>The notice</source>
            <translation>通知原文</translation>
        </message>
        <message>
            <source>Notice</source>
            <translation>通知</translation>
        </message>
        <message>
            <source>Paste the marketplace's notice here, whole and unchanged.</source>
            <translation>在此粘贴平台的通知，完整且不作改动。</translation>
        </message>
        <message>
            <source>What is said to each cause</source>
            <translation>对每个原因的答复</translation>
        </message>
        <message>
            <source>Add a cause</source>
            <translation>添加原因</translation>
        </message>
        <message>
            <source>Deadlines</source>
            <translation>期限</translation>
        </message>
        <message>
            <source>The notice states no deadline: act now.</source>
            <translation>通知未写明期限：请尽快处理。</translation>
        </message>
        <message>
            <source>What the notice says</source>
            <translation>通知内容</translation>
        </message>
        <message>
            <source>Paste the notice; what it says is read from it.</source>
            <translation>请粘贴通知，程序会读出其内容。</translation>
        </message>
        <message>
            <source>No cause was recognised. Choose it yourself.</source>
            <translation>未识别出原因，请自行选择。</translation>
        </message>
        <message numerus="yes">
            <source>Say for %n cause(s) whether it happened.</source>
            <translation>
                <numerusform>还有%n个原因需要说明是否发生。</numerusform>
            </translation>
        </message>
        <message>
            <source>Check what was read, then go on to Evaluation.</source>
            <translation>请核对读出的内容，然后进入“评估”。</translation>
        </message>
        <message numerus="yes">
            <source>%1: by %2 (in %n day(s))</source>
            <translation>
                <numerusform>%1：%2前（还有%n天）</numerusform>
            </translation>
        </message>
        <message>
            <source>%1: ended on %2</source>
            <translation>%1：已于%2截止</translation>
        </message>
        <message>
            <source>%1: from %2 on</source>
            <translation>%1：%2起</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>最后一天</translation>
        </message>
        <message>
            <source>What they want: %1</source>
            <translation>对方要求：%1</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>Add a deadline</source>
            <translation>添加期限</translation>
        </message>
        <message>
            <source>Kind of deadline</source>
            <translation>期限种类</translation>
        </message>
        <message>
            <source>Type a part of the deadline&apos;s name</source>
            <translation>输入期限名称的一部分</translation>
        </message>
        <message>
            <source>Show what was not found too</source>
            <translation>同时显示未找到的项</translation>
        </message>
        <message>
            <source>Show only what was found</source>
            <translation>只显示已找到的项</translation>
        </message>
    </context>
    <context>
        <name>desktop::CausePicker</name>
        <message>
            <source>Choose a cause</source>
            <translation>选择原因</translation>
        </message>
        <message>
            <source>Type a part of the cause's name</source>
            <translation>输入原因名称的一部分</translation>
        </message>
    </context>
    <context>
        <name>desktop::ChoiceEditor</name>
        <message>
            <source>not answered</source>
            <translation>未填写</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>No</source>
            <translation>否</translation>
        </message>
    </context>
    <context>
        <name>desktop::ClauseCard</name>
        <message>
            <source>Move up (Alt+↑)</source>
            <translation>上移（Alt+↑）</translation>
        </message>
        <message>
            <source>Move down (Alt+↓)</source>
            <translation>下移（Alt+↓）</translation>
        </message>
        <message>
            <source>Yes, this is true</source>
            <translation>是，属实</translation>
        </message>
        <message>
            <source>Leave out</source>
            <translation>不写入</translation>
        </message>
        <message>
            <source>Wording</source>
            <translation>措辞</translation>
        </message>
        <message>
            <source>Phrasing before</source>
            <translation>上一种说法</translation>
        </message>
        <message>
            <source>Next phrasing</source>
            <translation>下一种说法</translation>
        </message>
        <message>
            <source>Say it differently</source>
            <translation>换一种说法</translation>
        </message>
        <message>
            <source>Back to the library's wording</source>
            <translation>恢复模板措辞</translation>
        </message>
        <message>
            <source>Take the confirmation back</source>
            <translation>撤回确认</translation>
        </message>
        <message>
            <source>Nothing of it is filled in yet</source>
            <translation>尚未填写任何内容</translation>
        </message>
        <message numerus="yes">
            <source>⚠ %n missing</source>
            <translation>
                <numerusform>⚠ 缺%n项</numerusform>
            </translation>
        </message>
        <message>
            <source>? proposed</source>
            <translation>? 建议</translation>
        </message>
        <message>
            <source>your own</source>
            <translation>自撰</translation>
        </message>
        <message>
            <source>Your own words</source>
            <translation>自己的表述</translation>
        </message>
        <message>
            <source>Fold: %1</source>
            <translation>收起：%1</translation>
        </message>
        <message>
            <source>Unfold: %1</source>
            <translation>展开：%1</translation>
        </message>
        <message>
            <source>Move up: %1</source>
            <translation>上移：%1</translation>
        </message>
        <message>
            <source>Move down: %1</source>
            <translation>下移：%1</translation>
        </message>
        <message>
            <source>Is this true? %1</source>
            <translation>是否属实？%1</translation>
        </message>
        <message>
            <source>your own wording</source>
            <translation>自己的措辞</translation>
        </message>
        <message>
            <source>phrasing %1 of %2</source>
            <translation>说法%1/%2</translation>
        </message>
        <message>
            <source>First what is missing here, then your word for it. %1</source>
            <translation>请先补齐此处缺少的内容，再确认属实。%1</translation>
        </message>
        <message>
            <source>Show what I changed</source>
            <translation>显示我的改动</translation>
        </message>
        <message>
            <source>Save this wording as my clause</source>
            <translation>将此措辞存为我的条款</translation>
        </message>
        <message>
            <source>Name of the clause</source>
            <translation>条款名称</translation>
        </message>
        <message>
            <source>Save the clause</source>
            <translation>保存条款</translation>
        </message>
        <message>
            <source>What was changed</source>
            <translation>改动之处</translation>
        </message>
        <message>
            <source>%1 (mine)</source>
            <translation>%1（自有）</translation>
        </message>
        <message>
            <source>%1 % of its wording is the library's</source>
            <translation>%1%的措辞与库中相同</translation>
        </message>
        <message>
            <source>%1 % stood in letters sent before</source>
            <translation>%1%见于以前发出的信件</translation>
        </message>
        <message>
            <source>no letter sent before says it so</source>
            <translation>以前发出的信件没有这样写</translation>
        </message>
        <message>
            <source>Saved as your clause: %1. “my own” in the clause finder lists it.</source>
            <translation>已存为您的条款：%1。在条款搜索的“自有”中可以找到。</translation>
        </message>
    </context>
    <context>
        <name>desktop::ClauseFinder</name>
        <message>
            <source>Find a clause</source>
            <translation>查找条款</translation>
        </message>
        <message>
            <source>Clauses</source>
            <translation>条款</translation>
        </message>
        <message>
            <source>Add this clause</source>
            <translation>添加此条款</translation>
        </message>
        <message>
            <source>For: %1</source>
            <translation>用于：%1</translation>
        </message>
        <message>
            <source>No clause holds these words.</source>
            <translation>没有条款包含这些词语。</translation>
        </message>
        <message>
            <source>Must be true: %1</source>
            <translation>使用前提：%1</translation>
        </message>
        <message>
            <source>It does not fit the causes and routes of this letter.</source>
            <translation>不适用于本信的原因和申诉方式。</translation>
        </message>
        <message>
            <source>Find a clause: words, a name, Chinese, pinyin</source>
            <translation>查找条款：词语、名称、中文、拼音</translation>
        </message>
        <message>
            <source>Find a clause (Ctrl+F). Down goes through the list, Enter adds.</source>
            <translation>查找条款（Ctrl+F）。↓在列表中移动，回车添加。</translation>
        </message>
        <message>
            <source>Which clauses</source>
            <translation>哪些条款</translation>
        </message>
        <message>
            <source>all</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>★ favourites</source>
            <translation>★ 收藏</translation>
        </message>
        <message>
            <source>my own</source>
            <translation>自有</translation>
        </message>
        <message>
            <source>hidden</source>
            <translation>已隐藏</translation>
        </message>
        <message>
            <source>Phrasing before of the clause found</source>
            <translation>所选条款的上一种说法</translation>
        </message>
        <message>
            <source>Next phrasing of the clause found</source>
            <translation>所选条款的下一种说法</translation>
        </message>
        <message>
            <source>Phrasing before (Ctrl+↑)</source>
            <translation>上一种说法（Ctrl+↑）</translation>
        </message>
        <message>
            <source>Next phrasing (Ctrl+↓)</source>
            <translation>下一种说法（Ctrl+↓）</translation>
        </message>
        <message>
            <source>Favourite</source>
            <translation>收藏</translation>
        </message>
        <message>
            <source>Favourite: offered first (Ctrl+D)</source>
            <translation>收藏：优先推荐（Ctrl+D）</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>隐藏</translation>
        </message>
        <message>
            <source>Add it once more</source>
            <translation>再添加一次</translation>
        </message>
        <message>
            <source>The letter has it already; this adds another place of it (Shift+Enter)</source>
            <translation>信中已有；此操作会再添加一处（Shift+Enter）</translation>
        </message>
        <message>
            <source>Show it in the plan</source>
            <translation>在计划中显示</translation>
        </message>
        <message>
            <source>phrasing %1 of %2</source>
            <translation>第%1种说法，共%2种</translation>
        </message>
        <message>
            <source>Show again</source>
            <translation>恢复显示</translation>
        </message>
        <message>
            <source>Offer it no more. “hidden” shows it again.</source>
            <translation>不再推荐。可在“已隐藏”中恢复。</translation>
        </message>
        <message>
            <source>✓ In the letter already.</source>
            <translation>✓ 信中已有。</translation>
        </message>
        <message numerus="yes">
            <source>Used in %n other letter(s) of this seller.</source>
            <translation>
                <numerusform>该卖家的另外%n封信用过。</numerusform>
            </translation>
        </message>
        <message>
            <source>Hidden: %1. Choose “hidden” in the clause finder to show it again.</source>
            <translation>已隐藏：%1。在条款搜索中选择“已隐藏”可恢复显示。</translation>
        </message>
        <message>
            <source>Offered again: %1</source>
            <translation>已恢复推荐：%1</translation>
        </message>
        <message>
            <source>In the letter already: %1</source>
            <translation>信中已有：%1</translation>
        </message>
        <message>
            <source>Added: %1</source>
            <translation>已添加：%1</translation>
        </message>
    </context>
    <context>
        <name>desktop::CopyBox</name>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>The way out</source>
            <translation>复制与保存</translation>
        </message>
        <message>
            <source>Copy letter</source>
            <translation>复制信件</translation>
        </message>
        <message>
            <source>The whole letter as plain text (Ctrl+Shift+C)</source>
            <translation>以纯文本复制整封信（Ctrl+Shift+C）</translation>
        </message>
        <message>
            <source>Save as text…</source>
            <translation>存为文本…</translation>
        </message>
        <message>
            <source>Shorter, for a form:</source>
            <translation>用于表单的短版：</translation>
        </message>
        <message>
            <source>Length of the letter</source>
            <translation>信件长度</translation>
        </message>
        <message>
            <source>full length</source>
            <translation>完整</translation>
        </message>
        <message>
            <source>1,000 characters</source>
            <translation>1000字符</translation>
        </message>
        <message>
            <source>500 characters</source>
            <translation>500字符</translation>
        </message>
        <message>
            <source>three sentences</source>
            <translation>三句话</translation>
        </message>
        <message>
            <source>one line</source>
            <translation>一行</translation>
        </message>
        <message>
            <source>Copy at this length</source>
            <translation>复制此长度</translation>
        </message>
        <message>
            <source>Copy the box %1</source>
            <translation>复制文本框“%1”</translation>
        </message>
        <message>
            <source>%1: %2 of %3 characters</source>
            <translation>%1：%2/%3字符</translation>
        </message>
        <message>
            <source>%1: %2 characters</source>
            <translation>%1：%2字符</translation>
        </message>
        <message>
            <source>copied %1</source>
            <translation>%1已复制</translation>
        </message>
    </context>
    <context>
        <name>desktop::DayEditor</name>
        <message>
            <source>Pick a day</source>
            <translation>选择日期</translation>
        </message>
        <message>
            <source>Pick a day (Alt+Down)</source>
            <translation>选择日期（Alt+下）</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>日历</translation>
        </message>
    </context>
    <context>
        <name>desktop::EvaluationCard</name>
        <message>
            <source>Questions</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Why, step by step</source>
            <translation>逐层追问原因</translation>
        </message>
        <message>
            <source>Often it is one of these. A click takes it into the plan, to be put in your own words.</source>
            <translation>常见原因如下。点击即可写入计划，再用自己的话修改。</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>证明文件</translation>
        </message>
        <message>
            <source>Take into the plan: %1</source>
            <translation>写入计划：%1</translation>
        </message>
        <message>
            <source>Mind:</source>
            <translation>注意：</translation>
        </message>
    </context>
    <context>
        <name>desktop::EvaluationPage</name>
        <message>
            <source>Evaluation</source>
            <translation>评估</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>证据</translation>
        </message>
        <message>
            <source>Selling practices</source>
            <translation>销售做法自查</translation>
        </message>
        <message>
            <source>For yourself: what is answered with No shows where the plan needs a measure. Nothing of it is printed.</source>
            <translation>供自查：回答“否”之处就是计划需要措施之处。内容不会写入信中。</translation>
        </message>
        <message>
            <source>Choose a cause on the first step; its figures and questions follow from it.</source>
            <translation>请先在第1步选择原因，相应的指标和问题随之出现。</translation>
        </message>
        <message numerus="yes">
            <source>%n figure(s) missing. Type what the notice or the performance page shows.</source>
            <translation>
                <numerusform>缺%n项指标数据。请填写通知或绩效页面上的数字。</numerusform>
            </translation>
        </message>
        <message>
            <source>What is answered here is in the letter at once. Then go on to Plan.</source>
            <translation>此处填写的内容会立即写入信中。然后进入“计划”。</translation>
        </message>
    </context>
    <context>
        <name>desktop::EvidenceList</name>
        <message>
            <source>Attach…</source>
            <translation>附上…</translation>
        </message>
        <message>
            <source>Attach files</source>
            <translation>附上文件</translation>
        </message>
        <message>
            <source>Attach: %1</source>
            <translation>附上：%1</translation>
        </message>
    </context>
    <context>
        <name>desktop::FactRow</name>
        <message>
            <source>Kept in Chinese. The letter is in English and still needs this in English.</source>
            <translation>已按中文保存。信件为英文，仍需要英文内容。</translation>
        </message>
        <message>
            <source>from the notice</source>
            <translation>取自通知</translation>
        </message>
        <message>
            <source>from the evaluation</source>
            <translation>取自评估</translation>
        </message>
        <message>
            <source>from the seller's data</source>
            <translation>取自卖家资料</translation>
        </message>
        <message>
            <source>from what was recorded</source>
            <translation>取自已有记录</translation>
        </message>
        <message>
            <source>worked out</source>
            <translation>自动得出</translation>
        </message>
        <message>
            <source>%1 · needed</source>
            <translation>%1 · 必填</translation>
        </message>
        <message>
            <source>needed</source>
            <translation>必填</translation>
        </message>
        <message>
            <source>%1: say it in Chinese</source>
            <translation>%1：用中文填写</translation>
        </message>
        <message>
            <source>Say it in Chinese beside the English; both are kept</source>
            <translation>在英文旁用中文填写，两者都会保留</translation>
        </message>
        <message>
            <source>Show in the letter: %1</source>
            <translation>在信中显示：%1</translation>
        </message>
        <message numerus="yes">
            <source>Used in %n place(s) of the letter; shows one after the other</source>
            <translation>
                <numerusform>信中有%n处使用，逐处显示</numerusform>
            </translation>
        </message>
        <message>
            <source>The letter still needs this in English.</source>
            <translation>信件还需要此项的英文。</translation>
        </message>
    </context>
    <context>
        <name>desktop::FactsBox</name>
        <message>
            <source>Facts of the letter</source>
            <translation>信中信息</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>显示全部</translation>
        </message>
        <message>
            <source>Show all facts of the letter</source>
            <translation>显示信中全部信息</translation>
        </message>
        <message>
            <source>Show what is missing</source>
            <translation>仅显示缺少的</translation>
        </message>
        <message numerus="yes">
            <source>Facts of the letter: %n missing</source>
            <translation>
                <numerusform>信中信息：缺%n项</numerusform>
            </translation>
        </message>
        <message>
            <source>⚠ missing</source>
            <translation>⚠ 未填</translation>
        </message>
        <message>
            <source>(not in this letter)</source>
            <translation>（本信未用）</translation>
        </message>
        <message>
            <source>Show in the letter: %1</source>
            <translation>在信中显示：%1</translation>
        </message>
    </context>
    <context>
        <name>desktop::FileEditor</name>
        <message>
            <source>Choose…</source>
            <translation>选择…</translation>
        </message>
        <message>
            <source>Choose a file</source>
            <translation>选择文件</translation>
        </message>
        <message>
            <source>no file yet</source>
            <translation>尚无文件</translation>
        </message>
    </context>
    <context>
        <name>desktop::FindingRow</name>
        <message>
            <source>Mend</source>
            <translation>去修改</translation>
        </message>
        <message>
            <source>Set aside…</source>
            <translation>搁置…</translation>
        </message>
        <message>
            <source>Take up again</source>
            <translation>重新处理</translation>
        </message>
        <message>
            <source>Why it may stand</source>
            <translation>可以保留的理由</translation>
        </message>
        <message>
            <source>Set aside</source>
            <translation>搁置</translation>
        </message>
        <message>
            <source>Mend: %1</source>
            <translation>去修改：%1</translation>
        </message>
        <message>
            <source>Take it out</source>
            <translation>删去</translation>
        </message>
        <message>
            <source>Write “%1”</source>
            <translation>改为“%1”</translation>
        </message>
        <message>
            <source>Set aside: %1</source>
            <translation>搁置：%1</translation>
        </message>
        <message>
            <source>Take up again: %1</source>
            <translation>重新处理：%1</translation>
        </message>
        <message>
            <source>Why it may stand: %1</source>
            <translation>可以保留的理由：%1</translation>
        </message>
    </context>
    <context>
        <name>desktop::FixedBox</name>
        <message>
            <source>Opening, request and closing</source>
            <translation>开头、请求与结尾</translation>
        </message>
        <message>
            <source>Say it differently</source>
            <translation>换一种说法</translation>
        </message>
        <message>
            <source>Back to the library's wording</source>
            <translation>恢复模板措辞</translation>
        </message>
        <message>
            <source>Show in the letter: %1</source>
            <translation>在信中显示：%1</translation>
        </message>
    </context>
    <context>
        <name>desktop::FollowupPage</name>
        <message>
            <source>Show the text</source>
            <translation>显示内容</translation>
        </message>
        <message>
            <source>Hide the text</source>
            <translation>隐藏内容</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>撤销记录</translation>
        </message>
        <message>
            <source>It was recorded by mistake: strike it out. The entry stays in the case.</source>
            <translation>记录有误时划掉；该条目仍保留在案例中。</translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>跟进</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一步事项</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>时间线</translation>
        </message>
        <message>
            <source>It was reinstated</source>
            <translation>已恢复</translation>
        </message>
        <message>
            <source>Close the case</source>
            <translation>结案</translation>
        </message>
        <message>
            <source>Reopen the case</source>
            <translation>重新打开案例</translation>
        </message>
        <message>
            <source>Where the case stands: %1</source>
            <translation>案例状态：%1</translation>
        </message>
        <message>
            <source>Write: %1</source>
            <translation>撰写：%1</translation>
        </message>
        <message numerus="yes">
            <source>sent %n time(s)</source>
            <translation>
                <numerusform>已提交%n次</numerusform>
            </translation>
        </message>
        <message>
            <source>%1: %2, from the words “%3”</source>
            <translation>%1：%2，依据原文“%3”</translation>
        </message>
        <message>
            <source>%1: notice</source>
            <translation>%1：通知</translation>
        </message>
        <message>
            <source>Notice</source>
            <translation>通知</translation>
        </message>
        <message>
            <source>%1: sent, %2</source>
            <translation>%1：已提交，%2</translation>
        </message>
        <message>
            <source>, case %1</source>
            <translation>，案例编号%1</translation>
        </message>
        <message>
            <source>%1: reply, %2</source>
            <translation>%1：回复，%2</translation>
        </message>
        <message>
            <source>Take back: %1</source>
            <translation>撤销记录：%1</translation>
        </message>
    </context>
    <context>
        <name>desktop::GuideBox</name>
        <message>
            <source>As of %1. The page may have changed since.</source>
            <translation>截至%1。此后页面可能有变化。</translation>
        </message>
    </context>
    <context>
        <name>desktop::LetterBar</name>
        <message>
            <source>Letter being written</source>
            <translation>正在撰写的信件</translation>
        </message>
        <message>
            <source>Language of the letter</source>
            <translation>信件语言</translation>
        </message>
        <message>
            <source>New letter</source>
            <translation>新建信件</translation>
        </message>
        <message>
            <source>Change the kind of this letter</source>
            <translation>更改此信的类型</translation>
        </message>
        <message>
            <source>Remove this letter</source>
            <translation>移除此信</translation>
        </message>
        <message>
            <source>%1. %2</source>
            <translation>%1. %2</translation>
        </message>
        <message>
            <source>%1 (sent)</source>
            <translation>%1（已提交）</translation>
        </message>
        <message>
            <source>Make this letter mine</source>
            <translation>换成与众不同的说法</translation>
        </message>
        <message>
            <source>Chooses the phrasings that differ most from letters sent before</source>
            <translation>选择与以前发出的信件差别最大的说法</translation>
        </message>
        <message numerus="yes">
            <source>%n place(s) say it in other words than letters sent before. Read them, and confirm what was confirmed anew.</source>
            <translation>
                <numerusform>%n处已换成与以前信件不同的说法。请通读，并重新确认此前确认过的内容。</numerusform>
            </translation>
        </message>
        <message>
            <source>No phrasing of the library differs more from what was sent before than this one.</source>
            <translation>库中没有与以前信件差别更大的说法。</translation>
        </message>
    </context>
    <context>
        <name>desktop::LetterEdit</name>
        <message>
            <source>Missing. Click to fill it in.</source>
            <translation>缺少内容，点击填写。</translation>
        </message>
        <message>
            <source>Proposed: nobody has confirmed yet that this is true.</source>
            <translation>建议：尚未有人确认属实。</translation>
        </message>
        <message>
            <source>The other language was reworded since: this is no longer its translation.</source>
            <translation>另一语言的文字之后有改动：此段已不是其译文。</translation>
        </message>
        <message>
            <source>Your own wording.</source>
            <translation>自己的措辞。</translation>
        </message>
        <message>
            <source>Drag to move this paragraph (Alt+↑, Alt+↓).</source>
            <translation>拖动可移动此段（Alt+↑、Alt+↓）。</translation>
        </message>
    </context>
    <context>
        <name>desktop::MainWindow</name>
        <message>
            <source>Cases</source>
            <translation>案例</translation>
        </message>
        <message>
            <source>New from clipboard</source>
            <translation>从剪贴板新建</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>Copy letter</source>
            <translation>复制信件</translation>
        </message>
        <message>
            <source>Save letter as text…</source>
            <translation>将信件存为文本…</translation>
        </message>
        <message>
            <source>Save a copy of the case…</source>
            <translation>保存案例副本…</translation>
        </message>
        <message>
            <source>Find a clause</source>
            <translation>查找条款</translation>
        </message>
        <message>
            <source>To the letter and back</source>
            <translation>在信件与页面间切换</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>快捷键</translation>
        </message>
        <message>
            <source>Go to Cause</source>
            <translation>前往“原因”</translation>
        </message>
        <message>
            <source>Go to Evaluation</source>
            <translation>前往“评估”</translation>
        </message>
        <message>
            <source>Go to Plan</source>
            <translation>前往“计划”</translation>
        </message>
        <message>
            <source>Go to Submit</source>
            <translation>前往“提交”</translation>
        </message>
        <message>
            <source>Go to Follow-up</source>
            <translation>前往“跟进”</translation>
        </message>
        <message>
            <source>Tools</source>
            <translation>工具栏</translation>
        </message>
        <message>
            <source>Menu</source>
            <translation>菜单</translation>
        </message>
        <message>
            <source>Menu: everything there is, with its key</source>
            <translation>菜单：全部功能及其快捷键</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>配色</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>The clipboard holds no text. Copy the notice in the browser or the mail, then try again.</source>
            <translation>剪贴板中没有文本。请先在浏览器或邮件中复制通知，再试一次。</translation>
        </message>
        <message>
            <source>What is “%1”?</source>
            <translation>“%1”是什么？</translation>
        </message>
        <message>
            <source>%1 has an appeal under way, and this text names it. What is it?</source>
            <translation>%1 有正在处理的申诉，这段文字提到了它。这是什么？</translation>
        </message>
        <message>
            <source>A reply to this case</source>
            <translation>对此案例的回复</translation>
        </message>
        <message>
            <source>The notice of a new case</source>
            <translation>新案例的通知</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>不处理</translation>
        </message>
        <message>
            <source>Causeway</source>
            <translation>Causeway</translation>
        </message>
        <message>
            <source>New case</source>
            <translation>新案例</translation>
        </message>
        <message numerus="yes">
            <source>answer due in %n day(s) (%1)</source>
            <translation>
                <numerusform>须在%n天内答复（%1）</numerusform>
            </translation>
        </message>
        <message>
            <source>answer due today (%1)</source>
            <translation>须在今天答复（%1）</translation>
        </message>
        <message>
            <source>answer was due on %1</source>
            <translation>答复期限为%1，已过</translation>
        </message>
        <message>
            <source>Saved %1</source>
            <translation>%1已保存</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>已保存</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>正在保存…</translation>
        </message>
        <message>
            <source>Not saved: %1</source>
            <translation>未保存：%1</translation>
        </message>
        <message>
            <source>The store keeps refusing. What you typed is in this window only.</source>
            <translation>案例库一直无法写入。您输入的内容目前只在此窗口中。</translation>
        </message>
        <message>
            <source>Save a copy…</source>
            <translation>保存副本…</translation>
        </message>
        <message>
            <source>Not saved: changed elsewhere</source>
            <translation>未保存：已在别处更改</translation>
        </message>
        <message numerus="yes">
            <source>This case was saved elsewhere meanwhile (%1: %n document(s), %2). Both are kept until you choose.</source>
            <translation>
                <numerusform>此案例已在别处保存（%1：%n份文件，%2）。在您选择之前两个版本都保留。</numerusform>
            </translation>
        </message>
        <message>
            <source>Keep this window's</source>
            <translation>保留此窗口的版本</translation>
        </message>
        <message>
            <source>Take the other</source>
            <translation>采用另一版本</translation>
        </message>
        <message>
            <source>Keep this one as a case of its own</source>
            <translation>将此版本另存为新案例</translation>
        </message>
        <message>
            <source>The last words are not saved.</source>
            <translation>最后输入的内容尚未保存。</translation>
        </message>
        <message>
            <source>Close and lose them</source>
            <translation>放弃并关闭</translation>
        </message>
        <message>
            <source>Stay</source>
            <translation>留在此处</translation>
        </message>
        <message>
            <source>The last words of this case are not saved.</source>
            <translation>此案例最后输入的内容尚未保存。</translation>
        </message>
        <message>
            <source>Leave it and lose them</source>
            <translation>离开并放弃这些内容</translation>
        </message>
        <message>
            <source>Open a file…</source>
            <translation>打开文件…</translation>
        </message>
        <message>
            <source>Look at the sample case</source>
            <translation>查看示例案例</translation>
        </message>
        <message>
            <source>To the cases</source>
            <translation>返回案例列表</translation>
        </message>
        <message>
            <source>Begin an empty case</source>
            <translation>新建空白案例</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>暂不</translation>
        </message>
        <message>
            <source>Open a notice or a case</source>
            <translation>打开通知或案例</translation>
        </message>
        <message>
            <source>Notices and cases (*.txt *.eml *.html *.htm *.appeal.json);;All files (*)</source>
            <translation>通知和案例 (*.txt *.eml *.html *.htm *.appeal.json);;所有文件 (*)</translation>
        </message>
    </context>
    <context>
        <name>desktop::MetricStrip</name>
        <message>
            <source>Change</source>
            <translation>更改</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>How many</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Out of</source>
            <translation>总数</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>比率</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>目标</translation>
        </message>
    </context>
    <context>
        <name>desktop::PlanPage</name>
        <message>
            <source>Plan</source>
            <translation>计划</translation>
        </message>
        <message>
            <source>Go to Cause</source>
            <translation>前往“原因”</translation>
        </message>
        <message>
            <source>Not in the letter:</source>
            <translation>未写入信中：</translation>
        </message>
        <message>
            <source>The plan begins when the first step says what happened: whether the seller admits, disputes, or only sends papers decides which letter it is.</source>
            <translation>第1步说明是否发生之后，计划才开始：承认、否认还是只提交文件，决定写哪种信。</translation>
        </message>
        <message>
            <source>This letter was sent and does not change any more. “New letter” begins another.</source>
            <translation>此信已提交，不再更改。“新建信件”可另写一封。</translation>
        </message>
        <message numerus="yes">
            <source>%n clause(s) wait for your word that they are true.</source>
            <translation>
                <numerusform>%n条条款等待您确认属实。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n fact(s) missing.</source>
            <translation>
                <numerusform>缺%n项信息。</numerusform>
            </translation>
        </message>
        <message>
            <source>Every clause is confirmed and filled in. Go on to Submit.</source>
            <translation>所有条款均已确认并填写完整。请进入“提交”。</translation>
        </message>
        <message numerus="yes">
            <source>%n cause(s) not answered on step 1: nothing is written of them yet.</source>
            <translation>
                <numerusform>第1步还有%n个原因未回答：信中暂不提及。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>desktop::Preview</name>
        <message>
            <source>Preview</source>
            <translation>预览</translation>
        </message>
        <message>
            <source>Views of the letter</source>
            <translation>信件视图</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>信件</translation>
        </message>
        <message>
            <source>Letter + 中文</source>
            <translation>信件 + 中文</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>已提交</translation>
        </message>
        <message>
            <source>The letter appears here as soon as the first step says what happened.</source>
            <translation>第1步说明是否发生后，信件即显示在此。</translation>
        </message>
        <message>
            <source>Letters that were sent</source>
            <translation>已提交的信件</translation>
        </message>
        <message>
            <source>Sent letter</source>
            <translation>已提交的信件内容</translation>
        </message>
        <message>
            <source>Nothing was sent yet. What you record as submitted is kept here word for word.</source>
            <translation>尚未提交。记录提交后，原文逐字保存在此。</translation>
        </message>
        <message>
            <source>Go to clause</source>
            <translation>前往条款</translation>
        </message>
        <message>
            <source>Go to the clause of this paragraph</source>
            <translation>前往此段的条款</translation>
        </message>
        <message>
            <source>To the clause that the paragraph under the caret came from (F4)</source>
            <translation>前往光标所在段落的条款（F4）</translation>
        </message>
        <message>
            <source>Letter + English</source>
            <translation>信件 + English</translation>
        </message>
        <message>
            <source>Letter in Chinese</source>
            <translation>中文信件</translation>
        </message>
        <message>
            <source>Letter in English</source>
            <translation>英文信件</translation>
        </message>
        <message>
            <source>%1 characters</source>
            <translation>%1字符</translation>
        </message>
        <message>
            <source>%1 words, %2 characters</source>
            <translation>%1词，%2字符</translation>
        </message>
        <message>
            <source>sent</source>
            <translation>已提交</translation>
        </message>
        <message>
            <source>✓ ready</source>
            <translation>✓ 已就绪</translation>
        </message>
        <message numerus="yes">
            <source>⚠ not ready: %n to mend</source>
            <translation>
                <numerusform>⚠ 未就绪：%n项待改</numerusform>
            </translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>Shorter</source>
            <translation>缩短</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>改动</translation>
        </message>
        <message>
            <source>The letter at the length that a form takes</source>
            <translation>表单允许长度的信件</translation>
        </message>
        <message>
            <source>What you changed, or this letter against another version (F6)</source>
            <translation>您的改动，或本信与其他版本的对照（F6）</translation>
        </message>
        <message>
            <source>In the letter already: here it is.</source>
            <translation>信中已有：就在这里。</translation>
        </message>
        <message>
            <source>Added: %1</source>
            <translation>已添加：%1</translation>
        </message>
        <message>
            <source>%1 % of its wording is the library's.</source>
            <translation>其中%1%的措辞与库中相同。</translation>
        </message>
        <message>
            <source>Show what I changed</source>
            <translation>显示我的改动</translation>
        </message>
    </context>
    <context>
        <name>desktop::Rail</name>
        <message>
            <source>Steps</source>
            <translation>步骤</translation>
        </message>
        <message>
            <source>1 Cause</source>
            <translation>1 原因</translation>
        </message>
        <message>
            <source>2 Evaluation</source>
            <translation>2 评估</translation>
        </message>
        <message>
            <source>3 Plan</source>
            <translation>3 计划</translation>
        </message>
        <message>
            <source>4 Submit</source>
            <translation>4 提交</translation>
        </message>
        <message>
            <source>5 Follow-up</source>
            <translation>5 跟进</translation>
        </message>
        <message>
            <source>%1 (Ctrl+%2)</source>
            <translation>%1（Ctrl+%2）</translation>
        </message>
        <message>
            <source>done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>begun</source>
            <translation>进行中</translation>
        </message>
        <message>
            <source>not begun</source>
            <translation>未开始</translation>
        </message>
        <message numerus="yes">
            <source>needs %n thing(s)</source>
            <translation>
                <numerusform>还需%n项</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>desktop::ReadingLine</name>
        <message>
            <source>The notice is long: it is being read.</source>
            <translation>通知较长，正在读取。</translation>
        </message>
        <message>
            <source>How much of the notice is read</source>
            <translation>通知的读取进度</translation>
        </message>
        <message>
            <source>Stop reading</source>
            <translation>停止读取</translation>
        </message>
    </context>
    <context>
        <name>desktop::ReadingRow</name>
        <message>
            <source>✓ confirmed</source>
            <translation>✓ 已确认</translation>
        </message>
        <message>
            <source>Confirm</source>
            <translation>确认</translation>
        </message>
        <message>
            <source>Confirm: %1</source>
            <translation>确认：%1</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>更改</translation>
        </message>
        <message>
            <source>Change: %1</source>
            <translation>更改：%1</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Remove: %1</source>
            <translation>移除：%1</translation>
        </message>
        <message>
            <source>Show in the notice: %1</source>
            <translation>在通知中显示：%1</translation>
        </message>
    </context>
    <context>
        <name>desktop::RecordBox</name>
        <message>
            <source>Record submission</source>
            <translation>记录提交</translation>
        </message>
        <message>
            <source>I have submitted it</source>
            <translation>我已提交</translation>
        </message>
        <message>
            <source>Sent on</source>
            <translation>提交日期</translation>
        </message>
        <message>
            <source>By which way</source>
            <translation>提交途径</translation>
        </message>
        <message>
            <source>Seller Central, Account Health</source>
            <translation>卖家平台，账户状况</translation>
        </message>
        <message>
            <source>Case ID that the page showed</source>
            <translation>页面显示的案例编号</translation>
        </message>
        <message>
            <source>Why it was sent although it was not ready</source>
            <translation>未就绪仍提交的原因</translation>
        </message>
        <message>
            <source>Sent on %1. Its text is kept word for word.</source>
            <translation>已于%1提交，原文逐字保存。</translation>
        </message>
        <message>
            <source>This keeps the day and the text as it is now. Nothing is sent by this program.</source>
            <translation>记录提交日期和当前文字。本程序不会发送任何内容。</translation>
        </message>
    </context>
    <context>
        <name>desktop::ReplyBox</name>
        <message>
            <source>Reply</source>
            <translation>回复</translation>
        </message>
        <message>
            <source>A reply came</source>
            <translation>收到回复</translation>
        </message>
        <message>
            <source>Paste the marketplace's reply here. It is read, and recorded only when you say so.</source>
            <translation>在此粘贴平台的回复。程序先读取，经您确认后才记录。</translation>
        </message>
        <message>
            <source>Received on</source>
            <translation>收到日期</translation>
        </message>
        <message>
            <source>Record the reply</source>
            <translation>记录回复</translation>
        </message>
        <message>
            <source>It reads as: %1</source>
            <translation>内容判断：%1</translation>
        </message>
        <message>
            <source>What they want: %1</source>
            <translation>对方要求：%1</translation>
        </message>
    </context>
    <context>
        <name>desktop::SectionBox</name>
        <message>
            <source>⚠ still empty</source>
            <translation>⚠ 尚为空</translation>
        </message>
        <message>
            <source>＋ Clause</source>
            <translation>＋ 条款</translation>
        </message>
        <message>
            <source>Find a clause for: %1</source>
            <translation>查找条款：%1</translation>
        </message>
        <message>
            <source>＋ Your own words</source>
            <translation>＋ 自己的表述</translation>
        </message>
        <message>
            <source>Add your own words to: %1</source>
            <translation>添加自己的表述：%1</translation>
        </message>
    </context>
    <context>
        <name>desktop::SellerBox</name>
        <message>
            <source>Seller</source>
            <translation>卖家</translation>
        </message>
        <message>
            <source>Who you are</source>
            <translation>卖家资料</translation>
        </message>
        <message>
            <source>Change the seller's data</source>
            <translation>更改卖家资料</translation>
        </message>
        <message>
            <source>How the letter speaks</source>
            <translation>信件的人称</translation>
        </message>
        <message>
            <source>The letter says “we” (a company)</source>
            <translation>信中用“我司”（公司）</translation>
        </message>
        <message>
            <source>The letter says “I” (a sole trader)</source>
            <translation>信中用“本人”（个人卖家）</translation>
        </message>
        <message>
            <source>Keep for the next case</source>
            <translation>保存供下次使用</translation>
        </message>
        <message>
            <source>The seller's data is offered when another notice names this store. It stays on this computer.</source>
            <translation>以后的通知提到此店铺时会提示使用这些资料。资料只留在本机。</translation>
        </message>
        <message>
            <source>Which of your stores is this notice for?</source>
            <translation>此通知针对您的哪个店铺？</translation>
        </message>
        <message>
            <source>The notice names %1.</source>
            <translation>通知中提到%1。</translation>
        </message>
        <message>
            <source>Use the data of %1</source>
            <translation>使用%1的资料</translation>
        </message>
        <message>
            <source>The notice is addressed to %1: take the name</source>
            <translation>通知发给%1：采用此名称</translation>
        </message>
        <message>
            <source>The letter is signed with this data. It stays on this computer.</source>
            <translation>信件以这些资料落款。资料只留在本机。</translation>
        </message>
        <message>
            <source>It is another seller</source>
            <translation>是另一个卖家</translation>
        </message>
        <message>
            <source>Close the seller's data</source>
            <translation>收起卖家资料</translation>
        </message>
        <message>
            <source>Kept: %1 is offered when another notice names it.</source>
            <translation>已保存：以后通知提到%1时会提示使用。</translation>
        </message>
    </context>
    <context>
        <name>desktop::SubmitPage</name>
        <message>
            <source>Submit</source>
            <translation>提交</translation>
        </message>
        <message>
            <source>This letter was sent.</source>
            <translation>此信已提交。</translation>
        </message>
        <message>
            <source>The checks are being made ready…</source>
            <translation>正在准备检查…</translation>
        </message>
        <message>
            <source>Nothing keeps this letter from being sent.</source>
            <translation>没有妨碍提交的问题。</translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) keep this letter from being ready.</source>
            <translation>
                <numerusform>还有%n项问题妨碍提交。</numerusform>
            </translation>
        </message>
        <message>
            <source>Hide the hints</source>
            <translation>隐藏提示</translation>
        </message>
        <message numerus="yes">
            <source>Show %n hint(s)</source>
            <translation>
                <numerusform>显示%n条提示</numerusform>
            </translation>
        </message>
        <message>
            <source>with what was set aside</source>
            <translation>含已搁置的项</translation>
        </message>
    </context>
    <context>
        <name>desktop::TodoBox</name>
        <message>
            <source>Proof: a file's name, or where it lies</source>
            <translation>证明：文件名或存放位置</translation>
        </message>
        <message>
            <source>shown on %1</source>
            <translation>已于%1落实</translation>
        </message>
        <message>
            <source>Proof: %1</source>
            <translation>证明：%1</translation>
        </message>
        <message>
            <source>What the letter promised</source>
            <translation>信中的承诺</translation>
        </message>
    </context>
    <context>
        <name>desktop::WhyChain</name>
        <message>
            <source>Why did it happen?</source>
            <translation>为什么会发生？</translation>
        </message>
        <message>
            <source>And why was that?</source>
            <translation>这又是为什么？</translation>
        </message>
        <message>
            <source>Why %1</source>
            <translation>原因追问%1</translation>
        </message>
    </context>
    <context>
        <name>desktop::Workspace</name>
        <message>
            <source>Save a copy…</source>
            <translation>保存副本…</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>步骤页</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>信件</translation>
        </message>
        <message>
            <source>Page or letter</source>
            <translation>页面或信件</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>上一步</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>To the step before (Alt+Left)</source>
            <translation>上一步（Alt+左）</translation>
        </message>
        <message>
            <source>To the next step (Alt+Right)</source>
            <translation>下一步（Alt+右）</translation>
        </message>
    </context>
    <context>
        <name>FootWords</name>
        <message>
            <source>%1: %2 of %3</source>
            <translation>%1：%2/%3</translation>
        </message>
    </context>
    <context>
        <name>desktop::ChangesView</name>
        <message>
            <source>Against:</source>
            <translation>对照：</translation>
        </message>
        <message>
            <source>Version to compare with</source>
            <translation>对照的版本</translation>
        </message>
        <message>
            <source>Changes in the letter</source>
            <translation>信件的改动</translation>
        </message>
        <message>
            <source>the library's wording</source>
            <translation>库中的原文</translation>
        </message>
        <message>
            <source>as sent on %1: %2</source>
            <translation>%1发送的版本：%2</translation>
        </message>
        <message>
            <source>letter %1: %2</source>
            <translation>信件%1：%2</translation>
        </message>
        <message>
            <source>No difference.</source>
            <translation>没有差异。</translation>
        </message>
        <message>
            <source>underlined: came in; struck through: went out</source>
            <translation>下划线为新增，删除线为删去</translation>
        </message>
    </context>
    <context>
        <name>desktop::ChineseSide</name>
        <message>
            <source>%1 in Chinese</source>
            <translation>%1（中文）</translation>
        </message>
        <message>
            <source>Copy the Chinese</source>
            <translation>复制中文</translation>
        </message>
        <message>
            <source>Copy the Chinese of: %1</source>
            <translation>复制中文：%1</translation>
        </message>
        <message>
            <source>For a translator. Paste the answer into the English field; both are kept.</source>
            <translation>供译者使用。把译文粘贴到英文栏，两者都会保留。</translation>
        </message>
        <message>
            <source>Find a clause that says this</source>
            <translation>查找说明此事的条款</translation>
        </message>
        <message>
            <source>Find a clause that says: %1</source>
            <translation>查找说明此事的条款：%1</translation>
        </message>
        <message>
            <source>Use “%1”</source>
            <translation>采用“%1”</translation>
        </message>
        <message>
            <source>%1 = ? not known</source>
            <translation>%1 = ？词表中没有</translation>
        </message>
    </context>
    <context>
        <name>desktop::ClauseList</name>
        <message>
            <source>favourite</source>
            <translation>收藏</translation>
        </message>
        <message>
            <source>mine</source>
            <translation>自有</translation>
        </message>
        <message>
            <source>in this letter</source>
            <translation>本信已用</translation>
        </message>
        <message>
            <source>used</source>
            <translation>用过</translation>
        </message>
        <message>
            <source>used in an earlier letter</source>
            <translation>以前的信用过</translation>
        </message>
    </context>
    <context>
        <name>desktop::ClausePopup</name>
        <message>
            <source>Insert a clause</source>
            <translation>插入条款</translation>
        </message>
        <message>
            <source>A few letters: words, Chinese, pinyin</source>
            <translation>输入几个字母：词语、中文、拼音</translation>
        </message>
        <message>
            <source>Clauses to insert</source>
            <translation>可插入的条款</translation>
        </message>
        <message>
            <source>Enter inserts, Esc goes back to typing</source>
            <translation>回车插入，Esc返回输入</translation>
        </message>
        <message>
            <source>No clause of this letter holds these words. Esc goes back to typing.</source>
            <translation>本信可用的条款中没有这些词。Esc返回输入。</translation>
        </message>
    </context>
    <context>
        <name>desktop::LengthView</name>
        <message>
            <source>Length to look at</source>
            <translation>查看的长度</translation>
        </message>
        <message>
            <source>1,000 characters</source>
            <translation>1,000个字符</translation>
        </message>
        <message>
            <source>500 characters</source>
            <translation>500个字符</translation>
        </message>
        <message>
            <source>three sentences, for a chat</source>
            <translation>三句话，用于聊天</translation>
        </message>
        <message>
            <source>one line, as a subject</source>
            <translation>一行，作为主题</translation>
        </message>
        <message>
            <source>Copy this length</source>
            <translation>复制此长度</translation>
        </message>
        <message>
            <source>Shorter letter</source>
            <translation>缩短的信件</translation>
        </message>
        <message>
            <source>The letter appears here as soon as the first step says what happened.</source>
            <translation>在第一步说明发生了什么之后，信件会立即显示在这里。</translation>
        </message>
        <message>
            <source>%1 of %2 characters</source>
            <translation>%1/%2个字符</translation>
        </message>
        <message>
            <source>%1 characters</source>
            <translation>%1个字符</translation>
        </message>
        <message>
            <source>Nothing had to be left out.</source>
            <translation>没有删去任何内容。</translation>
        </message>
        <message>
            <source>Left out at this length: %1</source>
            <translation>此长度删去：%1</translation>
        </message>
        <message>
            <source>Copied: %1</source>
            <translation>已复制：%1</translation>
        </message>
    </context>
    <context>
        <name>DamagedStore</name>
        <message>
            <source>Take the copy of %1</source>
            <translation>使用%1的备份</translation>
        </message>
        <message>
            <source>The file of your cases is damaged and was not changed. A daily copy can take its place; the damaged file is kept beside it.</source>
            <translation>案例文件已损坏，程序未作改动。可用每日备份替换；损坏的文件会保留在旁边。</translation>
        </message>
        <message>
            <source>Begin without cases</source>
            <translation>重新开始（无案例）</translation>
        </message>
        <message>
            <source>The copy %1 took the place of the damaged file, which is kept beside it.</source>
            <translation>已用备份%1替换损坏的文件；损坏的文件保留在旁边。</translation>
        </message>
        <message>
            <source>A new file was begun. The damaged one is kept as %1.</source>
            <translation>已新建案例文件。损坏的文件保留为%1。</translation>
        </message>
    </context>
    <context>
        <name>desktop::MarkBar</name>
        <message>
            <source>What these words are</source>
            <translation>这些文字是什么</translation>
        </message>
        <message>
            <source>What are these words?</source>
            <translation>这些文字是什么？</translation>
        </message>
        <message>
            <source>Not that</source>
            <translation>不是</translation>
        </message>
        <message>
            <source>These words are nothing that matters</source>
            <translation>这些文字无关紧要</translation>
        </message>
        <message>
            <source>As it was read</source>
            <translation>恢复识别结果</translation>
        </message>
        <message>
            <source>Take my correction of these words back</source>
            <translation>撤回我对这些文字的更正</translation>
        </message>
        <message>
            <source>Underlined: cause · dashed: deadline · dotted: what they want · tinted: ids and dates. Something is wrong or missing? Click it, or select the words.</source>
            <translation>实线：原因 · 虚线：期限 · 点线：对方要求 · 底色：编号和日期。有误或遗漏？点击标记，或选中文字。</translation>
        </message>
        <message>
            <source>“%1” is read as: %2</source>
            <translation>“%1”识别为：%2</translation>
        </message>
        <message>
            <source>“%1”: you said that it is nothing that matters.</source>
            <translation>“%1”：您已说明它无关紧要。</translation>
        </message>
        <message>
            <source>“%1” is not marked. What is it?</source>
            <translation>“%1”没有标记。它是什么？</translation>
        </message>
    </context>
</TS>
