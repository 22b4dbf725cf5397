#include "desktop/preview.h"

#include "desktop/language.h"
#include "desktop/strings.h"
#include "desktop/theme.h"
#include "submit/review.h"

#include <QAction>
#include <QCoreApplication>
#include <QTabBar>

#include <algorithm>

// The line below the letter: how long it is, how full the form's boxes are, whether it is ready.
namespace desktop {

namespace {

class FootWords
{
    Q_DECLARE_TR_FUNCTIONS(FootWords)
public:
    /// The box of the marketplace's form that is fullest for its limit.
    static QString limits(const CaseModel& model)
    {
        const submit::BoxText* fullest = nullptr;
        const auto all = submit::boxes(model.session().letter(), model.catalogue(), appeal::caseFact(model.now(), "marketplace"));
        const auto share = [](const submit::BoxText& box) { return double(box.characters) / double(std::max(1, *box.limit)); };
        for (const auto& box : all)
            if (box.limit && (!fullest || share(box) > share(*fullest)))
                fullest = &box;
        if (!fullest)
            return {};
        const auto locale = windowLocale();
        const auto name = nameOfSection(model.catalogue(), fullest->sections.empty() ? fullest->id : fullest->sections.front(), model.now().voice);
        return (share(*fullest) > 1 ? QStringLiteral("⚠ ") : QString())
            + tr("%1: %2 of %3").arg(name, locale.toString(qulonglong(fullest->characters)), locale.toString(*fullest->limit));
    }
};

} // namespace

void Preview::buildFoot(QVBoxLayout* column)
{
    auto* foot = new Line;
    foot->setContentsMargins(12, 5, 10, 6);
    m_counts = quietWords({});
    m_counts->setWordWrap(false);
    m_ready = words({});
    m_ready->setWordWrap(false);
    m_toClause = smallButton(tr("Go to clause"), tr("Go to the clause of this paragraph"));
    m_toClause->setToolTip(tr("To the clause that the paragraph under the caret came from (F4)"));
    foot->add(m_counts);
    foot->add(m_ready);
    foot->add(m_toClause);
    column->addWidget(foot);

    auto* toClause = new QAction(tr("Go to clause"), this);
    toClause->setShortcut(Qt::Key_F4);
    toClause->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(toClause);
    connect(toClause, &QAction::triggered, this, &Preview::goToClause);
    connect(m_toClause, &QToolButton::clicked, this, &Preview::goToClause);
    auto* changes = new QAction(tr("Show what I changed"), this);
    changes->setShortcut(Qt::Key_F6);
    changes->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(changes);
    connect(changes, &QAction::triggered, this, [this] {
        if (m_tabs->currentIndex() == Changes) {
            showTab(TheLetter);
            m_letter->setFocus();
        } else {
            showTab(Changes);
            m_changes->showMine();
        }
    });
}

void Preview::drawFoot()
{
    if (!m_desk.model.isOpen() || !m_desk.model.session().draft()) {
        setWords(m_counts, {});
        setWords(m_ready, {});
        m_toClause->hide();
        return;
    }
    const auto* review = m_desk.model.review();
    const auto locale = windowLocale();
    if (review) {
        setWords(m_counts, review->language == "zh" ? tr("%1 characters").arg(locale.toString(qulonglong(review->statistics.characters)))
                                                    : tr("%1 words, %2 characters").arg(locale.toString(qulonglong(review->statistics.words)), locale.toString(qulonglong(review->statistics.characters))));
        if (const auto limits = FootWords::limits(m_desk.model); !limits.isEmpty())
            setWords(m_counts, m_counts->text() + QStringLiteral(" · ") + limits);
        const auto blocks = int(std::count_if(review->findings.begin(), review->findings.end(), [](const auto& f) { return f.severity == appeal::Severity::Block; }));
        const auto* draft = m_desk.model.session().draft();
        setWords(m_ready, !draft->sent.empty() ? tr("sent") : blocks == 0 ? tr("✓ ready") : tr("⚠ not ready: %n to mend", nullptr, blocks));
        auto palette = m_ready->palette();
        palette.setColor(QPalette::WindowText, blocks == 0 ? colours().good : colours().warning);
        m_ready->setPalette(palette);
    }
    m_toClause->setVisible(true);
    const auto* p = m_letter->current();
    m_toClause->setEnabled(p && !p->pick.empty());
}

} // namespace desktop
