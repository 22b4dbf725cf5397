#pragma once

#include "desktop/clause_search.h"

class QComboBox;
class QLineEdit;
class QListWidget;

namespace desktop {

/// The clause browser: finds while one types, shows both languages, what must be true, the phrasings and who used it; Enter adds. Without words it offers what fits best.
class ClauseFinder : public QWidget
{
    Q_OBJECT
public:
    ClauseFinder(Desk& desk, QWidget* parent = nullptr);
    /// Offers what fits this place; empty: the whole letter.
    void aimAt(const std::string& section, const std::string& cause);
    void draw();
    /// The list is always shown, or only while somebody searches.
    void setOpen(bool always);
    void focusSearch();
    /// Looks for @p words, as if they were typed.
    void searchFor(const QString& words);
    bool isLooking() const { return m_search->isLooking(); }

Q_SIGNALS:
    void said(const QString& line);
    /// The clause is in the letter already: its place is to be shown.
    void placeAsked(const std::string& pick);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildDetail(QVBoxLayout* column);
    void search();
    void show(const std::vector<ClauseHit>& hits, const QString& words);
    void describe();
    /// @p again: once more, though the letter has it.
    void add(bool again);
    void turn(int by);
    void toggleFavourite();
    void toggleHidden();
    const ClauseHit* current() const;

    Desk& m_desk;
    ClauseSearch* m_search;
    QLineEdit* m_words;
    QComboBox* m_shelf;
    QLabel* m_aim;
    QListWidget* m_list;
    QWidget* m_detail;
    QToolButton *m_before, *m_after, *m_favourite, *m_hide;
    QLabel *m_which, *m_about;
    QPushButton *m_add, *m_again;
    std::string m_section, m_cause;
    std::vector<ClauseHit> m_shown;
    QString m_searched;
    int m_phrasing = 0;   ///< of the clause that is described
    bool m_turned = false; ///< the person chose it
    bool m_always = true;
    std::string m_drawnFor;
};

} // namespace desktop
