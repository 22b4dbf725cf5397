#include "desktop/letter_lengths.h"

#include "desktop/copying.h"
#include "desktop/language.h"
#include "desktop/strings.h"
#include "desktop/theme.h"
#include "letter/format.h"
#include "text/decode.h"

#include <QComboBox>
#include <QTextEdit>

#include <array>

namespace desktop {

namespace {

constexpr std::array kLengths{appeal::Length::Thousand, appeal::Length::FiveHundred, appeal::Length::Chat, appeal::Length::Subject};

} // namespace

QString nameOfLeftOut(const CaseModel& model, const std::string& what)
{
    const auto& catalogue = model.catalogue();
    const auto* draft = model.session().draft();
    if (const auto* pick = draft ? appeal::findPick(*draft, what) : nullptr) {
        if (const auto* clause = library::find(model.session().clauses(), pick->clause))
            return in(clause->name);
        const auto* record = appeal::findRecord(model.now(), pick->prints);
        const auto* group = record ? catalogue.group(record->group) : nullptr;
        return group ? in(group->name) : q(what);
    }
    if (const auto* clause = library::find(model.session().clauses(), what))
        return in(clause->name);
    // "deeds.2.proof", "deeds.2"
    if (const auto dot = what.find('.'); dot != std::string::npos)
        if (const auto* group = catalogue.group(what.substr(0, dot))) {
            const auto rest = what.substr(dot + 1);
            const auto second = rest.find('.');
            const auto* member = second == std::string::npos ? nullptr : group->member(rest.substr(second + 1));
            const auto row = QStringLiteral("%1 %2").arg(in(group->name), q(rest.substr(0, second)));
            return member ? QStringLiteral("%1, %2").arg(row, in(member->label)) : row;
        }
    for (const auto& field : catalogue.facts)
        if (field.name == what)
            return in(field.label);
    if (const auto name = nameOfSection(catalogue, what, model.now().voice); !name.isEmpty())
        return name;
    return q(what);
}

LengthView::LengthView(Desk& desk, QWidget* parent) : QWidget(parent), m_desk(desk), m_length(new QComboBox), m_counts(quietWords({})), m_text(new QTextEdit), m_leftOut(quietWords({}))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 6, 10, 4);
    column->setSpacing(6);
    auto* top = new Line;
    m_length->setAccessibleName(tr("Length to look at"));
    m_length->addItems({tr("1,000 characters"), tr("500 characters"), tr("three sentences, for a chat"), tr("one line, as a subject")});
    top->add(m_length);
    m_copy = top->add(button(tr("Copy this length")));
    m_counts->setWordWrap(false);
    top->add(m_counts);
    column->addWidget(top);
    m_text->setAccessibleName(tr("Shorter letter"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setPlaceholderText(tr("The letter appears here as soon as the first step says what happened."));
    column->addWidget(m_text, 1);
    m_leftOut->setObjectName(QStringLiteral("leftOut"));
    m_leftOut->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_leftOut);
    connect(m_length, &QComboBox::activated, this, &LengthView::draw);
    connect(m_copy, &QPushButton::clicked, this, &LengthView::copy);
}

void LengthView::draw()
{
    const auto* draft = m_desk.model.isOpen() ? m_desk.model.session().draft() : nullptr;
    m_copy->setEnabled(draft != nullptr);
    if (!draft) {
        m_text->clear();
        setWords(m_counts, {});
        setWords(m_leftOut, {});
        return;
    }
    const auto length = kLengths[std::size_t(std::max(0, m_length->currentIndex()))];
    const auto limit = appeal::limitOf(length);
    const auto letter = m_desk.model.session().compose({}, {}, length);
    const auto text = letter::toText(letter).text;
    if (m_text->toPlainText() != q(text))
        m_text->setPlainText(q(text));
    const auto characters = text::codePoints(text);
    const auto locale = windowLocale();
    const bool over = limit > 0 && characters > limit;
    setWords(m_counts, limit > 0 ? (over ? QStringLiteral("⚠ ") : QString()) + tr("%1 of %2 characters").arg(locale.toString(qulonglong(characters)), locale.toString(qulonglong(limit)))
                                     : tr("%1 characters").arg(locale.toString(qulonglong(characters))));
    QStringList left;
    for (const auto& out : letter.leftOut)
        if (out.forLength()) {
            const auto line = out.what == "lists" ? say(m_desk.model.catalogue(), out.why) : nameOfLeftOut(m_desk.model, out.what);
            if (!left.contains(line))
                left << line;
        }
    setWords(m_leftOut, left.isEmpty() ? tr("Nothing had to be left out.") : tr("Left out at this length: %1").arg(left.join(QStringLiteral("; "))));
}

void LengthView::copy()
{
    copyText(m_text->toPlainText());
    Q_EMIT said(tr("Copied: %1").arg(m_length->currentText()));
}

} // namespace desktop
