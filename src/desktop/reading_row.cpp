#include "desktop/reading_row.h"

#include "desktop/theme.h"

namespace desktop {

ReadingRow::ReadingRow(const QString& title, QWidget* parent) : QWidget(parent), m_title(title)
{
    setAccessibleName(title);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2, 0, 2);
    column->setSpacing(1);
    auto* top = new QHBoxLayout;
    top->setSpacing(6);
    m_kind = quietWords(title);
    m_kind->setFont(scaled(font(), 0.9));
    top->addWidget(m_kind, 1);
    m_done = quietWords(tr("✓ confirmed"));
    m_done->setFont(scaled(font(), 0.9));
    m_done->setWordWrap(false);
    m_confirm = smallButton(tr("Confirm"), tr("Confirm: %1").arg(title));
    m_change = smallButton(tr("Change"), tr("Change: %1").arg(title));
    m_remove = smallButton(tr("Remove"), tr("Remove: %1").arg(title));
    top->addWidget(m_done);
    for (auto* b : {m_confirm, m_change, m_remove})
        top->addWidget(b, 0, Qt::AlignTop);
    column->addLayout(top);
    m_value = words({});
    m_value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_value);
    m_quote = new TextButton;
    m_quote->setQuiet(true);
    m_quote->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    column->addWidget(m_quote);

    connect(m_confirm, &QToolButton::clicked, this, &ReadingRow::confirmed);
    connect(m_remove, &QToolButton::clicked, this, &ReadingRow::removed);
    connect(m_change, &QToolButton::clicked, this, [this] {
        if (m_changer && m_changer->isVisible()) {
            closeChanger();
            return;
        }
        openChanger();
    });
    connect(m_quote, &TextButton::clicked, this, [this] {
        if (m_span)
            Q_EMIT pointed(*m_span);
    });
}

void ReadingRow::draw(const QString& value, const QString& quote, bool confirmed)
{
    setWords(m_value, value);
    const auto shown = quote.isEmpty() ? QString() : QStringLiteral("“%1”").arg(quote.simplified());
    if (m_quote->text() != shown)
        m_quote->setWords(shown, tr("Show in the notice: %1").arg(shown));
    m_quote->setVisible(!shown.isEmpty());
    m_done->setVisible(confirmed);
    m_confirm->setVisible(m_confirmable && !confirmed);
}

void ReadingRow::hideConfirm()
{
    m_confirmable = false;
    m_confirm->hide();
}

void ReadingRow::setChanger(QWidget* changer)
{
    m_changer = changer;
    changer->hide();
    layout()->addWidget(changer);
}

void ReadingRow::openChanger()
{
    Q_EMIT changeBegun();
    if (!m_changer)
        return;
    m_changer->show();
    m_changer->setFocus();
}

void ReadingRow::closeChanger()
{
    if (!m_changer)
        return;
    m_changer->hide();
    m_change->setFocus();
}

} // namespace desktop
