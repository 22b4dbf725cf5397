#pragma once

#include "desktop/chinese_side.h"
#include "desktop/fields.h"
#include "desktop/page.h"
#include "letter/compose.h"

namespace desktop {

/// One fact: its label, its editor, and a line below that says what is wrong, where the value is from, or how to put it.
class FactRow : public QWidget
{
    Q_OBJECT
public:
    /// @p title stands over the editor where the label would say again what stands above; the label stays its accessible name.
    FactRow(Desk& desk, const letter::FactState& state, QWidget* parent = nullptr, const QString& title = {});
    void draw(const letter::FactState& state);
    FieldEditor* editor() { return m_editor; }
    /// Key under which a form keeps the row of @p state.
    static QString keyOf(const letter::FactState& state);
    ChineseSide* chinese() { return m_chinese; } ///< null until something is said in Chinese

Q_SIGNALS:
    void placeAsked(const std::string& place);       ///< a place of the letter that prints it is to be shown
    void sentenceWanted(const QString& chinese);

private:
    void take();
    void note(const letter::FactState& state);
    void drawWhere(const letter::FactState& state);
    /// Are there two languages to it here: words, in a letter that is not Chinese?
    bool twoSided() const;
    void drawChinese(const QString& chinese, bool englishThere, bool open);
    void takeChinese();
    QString shownValue(const letter::FactState& state) const;
    std::string normalised(const QString& text) const;

    Desk& m_desk;
    library::Field m_field;
    std::string m_name;
    appeal::Id m_pick;
    FieldEditor* m_editor;
    QLabel* m_label;
    QString m_title;
    QLabel* m_note;
    QString m_refused; ///< typed, but no value of its type: stands in the field, not in the case
    QString m_why;
    ChineseSide* m_chinese = nullptr;
    QToolButton* m_toChinese;
    QToolButton* m_where;
    std::vector<std::string> m_usedIn;
    std::size_t m_nextPlace = 0;
    letter::FactState m_state;
};

/// The language in which the current letter wants its words.
appeal::Language letterLanguage(const CaseModel& model);
/// Several facts in columns, kept by key.
void drawFacts(Rows& rows, Desk& desk, const std::vector<letter::FactState>& states);
/// A question of a cause as a fact.
letter::FactState questionFact(const appeal::Case& c, const std::string& cause, const library::Field& field);

} // namespace desktop
