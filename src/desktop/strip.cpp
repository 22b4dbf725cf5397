#include "desktop/strip.h"

#include "desktop/theme.h"

#include <QPalette>

namespace desktop {

Strip::Strip(QWidget* parent) : QFrame(parent), m_words(words({})), m_answers(new Line)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 7, 12, 7);
    column->setSpacing(4);
    column->addWidget(m_words);
    column->addWidget(m_answers);
    setAutoFillBackground(true);
    hide();
}

void Strip::ask(const QString& kind, const QString& sentence, const Answers& answers)
{
    if (m_kind == kind && m_words->text() == sentence && isVisible())
        return;
    m_kind = kind;
    m_words->setText(sentence);
    auto palette = this->palette();
    palette.setColor(QPalette::Window, colours().gap);
    setPalette(palette);
    setAccessibleName(sentence);
    for (auto* old : m_answers->findChildren<QPushButton*>(Qt::FindDirectChildrenOnly)) {
        old->hide();
        old->deleteLater();
        m_answers->layout()->removeWidget(old);
    }
    for (const auto& [text, act] : answers) {
        auto* b = button(text);
        b->setAccessibleDescription(sentence);
        m_answers->add(b);
        connect(b, &QPushButton::clicked, this, [this, act = act] {
            m_kind.clear();
            hide();
            if (act)
                act();
        });
    }
    show();
}

void Strip::drop(const QString& kind)
{
    if (m_kind != kind)
        return;
    m_kind.clear();
    hide();
}

} // namespace desktop
