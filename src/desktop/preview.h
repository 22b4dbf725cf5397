#pragma once

#include "desktop/clause_popup.h"
#include "desktop/letter_changes.h"
#include "desktop/letter_lengths.h"

class QListWidget;
class QSplitter;
class QStackedWidget;
class QTabBar;

namespace desktop {

/// The letter at every moment: alone, beside its Chinese, as sent, at a form's length, against another version. Typing in it rewords the paragraph.
class Preview : public QWidget
{
    Q_OBJECT
public:
    enum Tab { TheLetter, Both, Sent, Shorter, Changes };

    Preview(Desk& desk, QWidget* parent = nullptr);
    void reveal(const std::string& place);
    LetterEdit* letterEdit() { return m_letter; }
    LetterEdit* otherEdit() { return m_other; }
    void showTab(int index);
    int tab() const;

Q_SIGNALS:
    void goTo(const appeal::Place& place);
    /// The caret stands in the paragraph of this pick.
    void pickCurrent(const std::string& pick);
    void said(const QString& line);

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void draw();
    void drawLetter();
    void drawFoot();
    void drawSent();
    void alignBoth();
    void syncFrom(LetterEdit* from, LetterEdit* to);
    void take(const appeal::Language& language, const std::vector<Rewording>& changes);
    void goToClause();
    void movePick(const std::string& pick, int by);
    /// What is dragged into the letter, or inserted with "/".
    void listenTo(LetterEdit* edit);
    void buildSent();
    void buildFoot(QVBoxLayout* column);
    void insert(const library::Clause& clause, const Spot& spot);
    QString hintFor(const appeal::Paragraph& p) const;
    appeal::Language letterLanguageNow() const;
    appeal::Language otherLanguage() const;

    Desk& m_desk;
    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    QSplitter* m_both;
    LetterEdit* m_letter;
    LetterEdit* m_other;
    QListWidget* m_sentList;
    QTextEdit* m_sentText;
    LengthView* m_lengths;
    ChangesView* m_changes;
    ClausePopup* m_popup = nullptr; ///< made when it is first wanted
    QLabel* m_counts;
    QLabel* m_ready;
    QToolButton* m_toClause;
    std::vector<appeal::Id> m_sentIds;
    bool m_syncing = false;
    bool m_stale = true;
};

} // namespace desktop
