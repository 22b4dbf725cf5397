#pragma once

#include "appeal/reading.h"
#include "desktop/filter_box.h"
#include "desktop/page.h"

namespace desktop {

/// Under the notice: what the words at the caret were read as, and what a person says they are.
class MarkBar : public QWidget
{
    Q_OBJECT
public:
    explicit MarkBar(Desk& desk, QWidget* parent = nullptr);
    /// @p words: the place of the caret (start == end), or the words that are selected
    void look(const appeal::Span& words);
    void draw();

Q_SIGNALS:
    /// The fields came or went.
    void toggled();

private:
    void showLine(bool on);
    void fill();
    void say(const QString& id);
    Desk& m_desk;
    QLabel* m_words;
    QWidget* m_line;
    FilterBox* m_kind;
    QToolButton *m_nothing, *m_asRead;
    appeal::Span m_look, m_at; ///< where the person is; the words that are spoken of
    std::string m_filledFor = "?";
    QString m_chosenFor;
};

} // namespace desktop
