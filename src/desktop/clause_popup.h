#pragma once

#include "desktop/clause_search.h"
#include "desktop/letter_edit.h"

#include <QPointer>

class QLineEdit;

namespace desktop {

class ClauseList;

/// Opens under the caret of the letter when "/" is typed: a few letters, Enter, and the clause stands there. Esc gives the letters to the letter as they are.
class ClausePopup : public QFrame
{
    Q_OBJECT
public:
    ClausePopup(Desk& desk, QWidget* parent);
    void openAt(LetterEdit* letter);
    bool isOpen() const { return m_letter && !isHidden(); }

Q_SIGNALS:
    /// Not in the letter yet: to be put at @p spot.
    void chosen(const library::Clause& clause, const desktop::Spot& spot);
    /// In the letter already.
    void placeAsked(const std::string& pick);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill(const std::vector<ClauseHit>& hits);
    void choose();
    void close(bool giveBack);
    void placeAtCaret();

    Desk& m_desk;
    ClauseSearch* m_search;
    QLineEdit* m_words;
    ClauseList* m_list;
    QLabel* m_line;
    std::vector<ClauseHit> m_hits;
    QPointer<LetterEdit> m_letter;
    Spot m_spot;
    bool m_blank = false; ///< a blank stood before the slash
    std::string m_section, m_cause;
};

} // namespace desktop
