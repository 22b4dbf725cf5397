#include "desktop/chinese_side.h"

#include "desktop/copying.h"
#include "desktop/strings.h"
#include "desktop/theme.h"
#include "letter/from_chinese.h"
#include "library/readings.h"
#include "text/decode.h"

#include <set>

namespace desktop {

namespace {

/// Chinese names whose English this case knows: facts that are kept in both.
std::map<std::string, std::string> knownNames(const appeal::Case& c)
{
    std::map<std::string, std::string> out;
    const auto at = [](const appeal::Value& value, const char* language) {
        const auto it = value.find(language);
        return it == value.end() ? std::string{} : it->second;
    };
    for (const auto& [ref, fact] : c.facts) {
        const auto zh = at(fact.value, "zh");
        const auto en = at(fact.value, "en").empty() ? at(fact.value, "") : at(fact.value, "en");
        if (!zh.empty() && !en.empty() && !text::hasHan(en) && zh.size() <= 120)
            out.emplace(zh, en);
    }
    for (const auto& record : c.records)
        for (const auto& [member, value] : record.fields)
            if (const auto zh = at(value, "zh"), en = at(value, "en").empty() ? at(value, "") : at(value, "en"); !zh.empty() && !en.empty() && !text::hasHan(en) && zh.size() <= 120)
                out.emplace(zh, en);
    return out;
}

} // namespace

ChineseSide::ChineseSide(Desk& desk, const library::Field& field, const QString& title, QWidget* parent) : QWidget(parent), m_desk(desk), m_field(field)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 0, 0, 2);
    column->setSpacing(2);
    auto shown = field;
    shown.hint.clear();
    if (const auto it = shown.example.find("zh"); it != shown.example.end())
        shown.example["en"] = it->second;
    m_editor = FieldEditor::make(shown, {}, this);
    m_editor->input()->setAccessibleName(tr("%1 in Chinese").arg(title));
    column->addWidget(m_editor);
    m_pieces = quietWords({});
    m_pieces->setFont(scaled(font(), 0.88));
    m_pieces->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_pieces->setObjectName(QStringLiteral("pieces"));
    column->addWidget(m_pieces);
    auto* line = new Line;
    m_line = line;
    m_use = line->add(smallButton({}, {}));
    m_use->setObjectName(QStringLiteral("useEnglish"));
    m_copy = line->add(smallButton(tr("Copy the Chinese"), tr("Copy the Chinese of: %1").arg(title)));
    m_copy->setToolTip(tr("For a translator. Paste the answer into the English field; both are kept."));
    m_find = line->add(smallButton(tr("Find a clause that says this"), tr("Find a clause that says: %1").arg(title)));
    column->addWidget(m_line);
    connect(m_editor, &FieldEditor::edited, this, &ChineseSide::edited);
    connect(m_editor, &FieldEditor::edited, this, &ChineseSide::propose);
    connect(m_editor, &FieldEditor::left, this, &ChineseSide::left);
    connect(m_use, &QToolButton::clicked, this, [this] { Q_EMIT englishChosen(m_english); });
    connect(m_copy, &QToolButton::clicked, this, [this] { copyText(m_editor->text()); });
    connect(m_find, &QToolButton::clicked, this, [this] { Q_EMIT sentenceWanted(m_editor->text().trimmed()); });
}

void ChineseSide::draw(const QString& chinese, bool englishThere)
{
    m_there = englishThere;
    if (!m_editor->composing() && m_editor->text().trimmed() != chinese.trimmed())
        m_editor->setText(chinese);
    propose();
}

void ChineseSide::propose()
{
    const auto typed = m_editor->text().trimmed();
    m_line->setVisible(!typed.isEmpty() && !m_there);
    m_pieces->setVisible(!typed.isEmpty() && !m_there);
    if (typed == m_proposedFor || typed.isEmpty())
        return;
    m_proposedFor = typed;
    const auto proposal = letter::fromChinese(s(typed), m_field, m_desk.model.catalogue(), library::builtinReadings(), knownNames(m_desk.model.now()));
    m_english = q(proposal.english);
    m_use->setVisible(proposal.complete);
    m_use->setText(tr("Use “%1”").arg(m_english.size() > 48 ? m_english.left(47) + QStringLiteral("…") : m_english));
    m_use->setAccessibleName(m_use->text());
    QStringList pieces;
    std::set<std::string> seen;
    for (const auto& part : proposal.parts)
        if (part.kind != "plain" && seen.insert(part.chinese).second)
            pieces << (part.kind.empty() ? tr("%1 = ? not known").arg(q(part.chinese)) : QStringLiteral("%1 = %2").arg(q(part.chinese), q(part.english)));
    setWords(m_pieces, proposal.complete && pieces.size() < 2 ? QString() : pieces.join(QStringLiteral("; ")));
    m_pieces->setVisible(!m_there && !m_pieces->text().isEmpty());
}

} // namespace desktop
