#pragma once

#include "desktop/parts.h"

#include <functional>

namespace desktop {

/// A line over the page that asks one thing, or says what must not be missed; gone when it is answered.
class Strip : public QFrame
{
    Q_OBJECT
public:
    using Answers = std::vector<std::pair<QString, std::function<void()>>>;
    explicit Strip(QWidget* parent = nullptr);
    /// @p kind tells questions apart, so that one is taken away again without touching another.
    void ask(const QString& kind, const QString& sentence, const Answers& answers);
    void drop(const QString& kind);
    const QString& kind() const { return m_kind; }
    QString sentence() const { return m_words->text(); }

private:
    QString m_kind;
    QLabel* m_words;
    Line* m_answers;
};

} // namespace desktop
