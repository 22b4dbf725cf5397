#pragma once

#include "desktop/fields.h"
#include "desktop/page.h"

namespace desktop {

/// Beside a fact that an English letter prints: the same in Chinese, what the tables of content make of it, ways to get it into English. Both are kept.
class ChineseSide : public QWidget
{
    Q_OBJECT
public:
    /// @p title names the fact
    ChineseSide(Desk& desk, const library::Field& field, const QString& title, QWidget* parent = nullptr);
    void draw(const QString& chinese, bool englishThere);
    QString text() const { return m_editor->text(); }
    FieldEditor* editor() { return m_editor; }

Q_SIGNALS:
    void edited();                       ///< the Chinese, by a person
    void left();
    void englishChosen(const QString& english);
    void sentenceWanted(const QString& chinese); ///< a clause of the library that says this is looked for

private:
    void propose();

    Desk& m_desk;
    library::Field m_field;
    FieldEditor* m_editor;
    QLabel* m_pieces;
    QWidget* m_line;
    QToolButton *m_use, *m_copy, *m_find;
    QString m_english;
    QString m_proposedFor;
    bool m_there = false;
};

} // namespace desktop
