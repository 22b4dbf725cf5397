#include "desktop/finding_row.h"

#include "desktop/app_undo.h"
#include "desktop/language.h"
#include "desktop/rewording.h"
#include "desktop/strings.h"
#include "letter/format.h"

#include <QLineEdit>

#include <algorithm>

namespace desktop {

FindingRow::FindingRow(Desk& desk, QWidget* parent) : Card(parent), m_desk(desk), m_title(heading({}, 3)), m_quote(quietWords({})), m_message(words({}))
{
    column()->setContentsMargins(14, 7, 10, 7);
    column()->setSpacing(3);
    auto* top = new QHBoxLayout;
    top->setSpacing(6);
    top->addWidget(m_title, 1);
    m_replace = smallButton({}, {});
    m_mend = smallButton(tr("Mend"), {});
    m_aside = smallButton(tr("Set aside…"), {});
    m_back = smallButton(tr("Take up again"), {});
    for (auto* b : {m_replace, m_mend, m_aside, m_back})
        top->addWidget(b, 0, Qt::AlignTop);
    column()->addLayout(top);
    column()->addWidget(m_quote);
    column()->addWidget(m_message);
    m_reasonLine = new QWidget;
    auto* reason = new QHBoxLayout(m_reasonLine);
    reason->setContentsMargins(0, 0, 0, 0);
    m_reason = new QLineEdit;
    m_reason->setPlaceholderText(tr("Why it may stand"));
    AppUndo::install(m_reason);
    reason->addWidget(m_reason, 1);
    auto* done = smallButton(tr("Set aside"), {});
    reason->addWidget(done);
    m_reasonLine->hide();
    column()->addWidget(m_reasonLine);

    connect(m_mend, &QToolButton::clicked, this, [this] { Q_EMIT goTo(m_finding.place); });
    connect(m_replace, &QToolButton::clicked, this, &FindingRow::replace);
    connect(m_aside, &QToolButton::clicked, this, [this] {
        m_reasonLine->show();
        m_reason->setFocus();
    });
    const auto setAside = [this] {
        const auto reasonText = m_reason->text().trimmed();
        if (reasonText.isEmpty())
            return;
        m_reasonLine->hide();
        m_desk.model.edit(appeal::PutSetAside{{m_finding.check, m_finding.text, s(reasonText)}});
    };
    connect(done, &QToolButton::clicked, this, setAside);
    connect(m_reason, &QLineEdit::returnPressed, this, setAside);
    connect(m_back, &QToolButton::clicked, this, [this] { m_desk.model.edit(appeal::RemoveSetAside{m_finding.check, m_finding.text}); });
}

void FindingRow::draw(const appeal::Finding& finding)
{
    m_finding = finding;
    const auto& catalogue = m_desk.model.catalogue();
    const bool block = finding.severity == appeal::Severity::Block;
    const char* severity = block ? "severity.block" : finding.severity == appeal::Severity::Warn ? "severity.warn" : "severity.info";
    const auto name = say(catalogue, "check." + finding.check);
    const auto weight = QStringLiteral("%1 · %2").arg(name, say(catalogue, severity));
    setWords(m_title, block ? QStringLiteral("⚠ ") + name : weight); // what blocks stands under a line that says so
    m_title->setAccessibleName(weight);
    setAccessibleName(name);
    setTone(block ? Tone::Warning : Tone::Plain);
    const auto quote = q(finding.text).simplified();
    setWords(m_quote, quote.isEmpty() ? QString() : QStringLiteral("“%1”").arg(quote.size() > 160 ? quote.left(160) + QStringLiteral("…") : quote));
    m_quote->setVisible(!quote.isEmpty());
    auto text = in(finding.message);
    if (const auto todo = in(finding.suggestion); !todo.isEmpty())
        text += (text.isEmpty() ? QString() : QStringLiteral(" ")) + todo;
    if (finding.setAside)
        text = say(catalogue, "review.set_aside", {{"reason", *finding.setAside}});
    setWords(m_message, text);
    m_mend->setVisible(!finding.setAside && (!finding.place.step.empty() || !finding.place.fact.empty() || !finding.place.pick.empty()));
    const auto spoken = quote.isEmpty() ? name : QStringLiteral("%1 “%2”").arg(name, quote.left(60));
    m_mend->setAccessibleName(tr("Mend: %1").arg(spoken));
    m_replace->setVisible(!finding.setAside && finding.replacement && finding.start && finding.end);
    m_replace->setText(finding.replacement ? (finding.replacement->empty() ? tr("Take it out") : tr("Write “%1”").arg(q(*finding.replacement))) : QString());
    m_replace->setAccessibleName(m_replace->text());
    // some may not be set aside; the review says which, by not taking it
    const auto& asides = m_desk.model.now().setAside;
    const bool refused = !finding.setAside && std::any_of(asides.begin(), asides.end(), [&](const auto& a) { return a.check == finding.check && a.text == finding.text; });
    if (refused)
        setWords(m_message, text + QLatin1Char(' ') + say(catalogue, "review.not_aside"));
    m_aside->setVisible(!finding.setAside && !refused);
    m_aside->setAccessibleName(tr("Set aside: %1").arg(spoken));
    m_back->setVisible(finding.setAside.has_value());
    m_back->setAccessibleName(tr("Take up again: %1").arg(spoken));
    m_reason->setAccessibleName(tr("Why it may stand: %1").arg(spoken));
}

void FindingRow::replace()
{
    const auto* draft = m_desk.model.session().draft();
    if (!draft || !m_finding.start || !m_finding.end || !m_finding.replacement)
        return;
    const auto& letter = m_desk.model.session().letter();
    const auto written = letter::toText(letter);
    for (const auto& placed : written.places)
        if (placed.body <= *m_finding.start && *m_finding.end <= placed.end) {
            const auto& p = letter.paragraphs[placed.paragraph];
            m_desk.model.rest();
            m_desk.model.edit(appeal::Reword{draft->id, p.place, draft->language, reworded(p, *m_finding.start - placed.body, *m_finding.end - *m_finding.start, *m_finding.replacement), {}});
            return;
        }
}

} // namespace desktop
