#include "desktop/submit_page.h"

#include "desktop/language.h"
#include "desktop/strings.h"
#include "desktop/theme.h"

#include <QComboBox>

#include <algorithm>

namespace desktop {

SubmitPage::SubmitPage(Desk& desk, QWidget* parent) : Page(desk, tr("Submit"), parent)
{
    m_ready = heading({}, 2);
    m_ready->setObjectName(QStringLiteral("ready"));
    column()->addWidget(m_ready);
    m_findings = new Rows(nullptr, 6);
    column()->addWidget(m_findings);
    m_hints = smallButton({}, {});
    m_hints->setCheckable(true);
    column()->addWidget(m_hints, 0, Qt::AlignLeft);
    m_copy = new CopyBox(desk);
    column()->addWidget(m_copy);
    m_guide = new GuideBox(desk);
    column()->addWidget(m_guide);
    m_record = new RecordBox(desk);
    column()->addWidget(m_record);
    column()->addStretch(1);
    connect(m_hints, &QToolButton::toggled, this, [this] { drawChecks(); });
    connect(m_record, &RecordBox::recorded, this, &SubmitPage::recorded);
}

void SubmitPage::draw()
{
    const bool any = model().letterWanted() != nullptr;
    m_copy->setVisible(any);
    if (any)
        m_copy->draw();
    m_guide->draw();
    m_record->draw();
    drawChecks();
}

void SubmitPage::drawChecks()
{
    const auto* draft = model().letterWanted();
    const auto* review = model().review();
    if (!draft) {
        setWords(m_ready, say(catalogue(), now().causes.empty() ? "step.no_cause" : std::all_of(now().causes.begin(), now().causes.end(), [](const auto& c) { return c.route == appeal::Route::Quiz; }) ? "letter.none.quiz" : "step.open_route"));
        m_findings->begin();
        m_findings->end();
        m_hints->hide();
        return;
    }
    const bool sent = !draft->sent.empty();
    std::vector<const appeal::Finding*> shown;
    int blocks = 0, hints = 0;
    bool anyAside = false;
    if (review && !sent)
        for (const auto& finding : review->findings) {
            blocks += finding.severity == appeal::Severity::Block ? 1 : 0;
            const bool hint = finding.severity == appeal::Severity::Info;
            hints += hint ? 1 : 0;
            anyAside = anyAside || finding.setAside.has_value();
            if (!hint || m_hints->isChecked())
                shown.push_back(&finding);
        }
    setWords(m_ready, sent ? tr("This letter was sent.") : !review ? tr("The checks are being made ready…") : blocks == 0 ? QStringLiteral("✓ ") + tr("Nothing keeps this letter from being sent.") : tr("%n thing(s) keep this letter from being ready.", nullptr, blocks));
    m_ready->setAccessibleName(m_ready->text());
    auto palette = m_ready->palette();
    palette.setColor(QPalette::WindowText, blocks > 0 ? colours().warning : this->palette().color(QPalette::WindowText));
    m_ready->setPalette(palette);

    std::map<std::string, int> seen;
    m_findings->begin();
    for (const auto* finding : shown) {
        const auto stem = finding->check + "|" + finding->text + "|" + finding->place.fact + finding->place.pick;
        m_findings
            ->row<FindingRow>(q(stem + "|" + std::to_string(seen[stem]++)),
                [&] {
                    auto* made = new FindingRow(desk());
                    connect(made, &FindingRow::goTo, this, &Page::goTo);
                    return made;
                })
            ->draw(*finding);
    }
    m_findings->end();
    m_hints->setVisible(hints > 0);
    m_hints->setText(m_hints->isChecked() ? tr("Hide the hints") : tr("Show %n hint(s)", nullptr, hints) + (anyAside ? QStringLiteral(" · ") + tr("with what was set aside") : QString()));
    m_hints->setAccessibleName(m_hints->text());
    m_record->draw();
}

} // namespace desktop
