#pragma once

#include "desktop/page.h"

class QLineEdit;
class QListWidget;

namespace desktop {

/// Finds clauses while one types, on the storage thread, the newest query first; Enter adds. Without words it offers what fits best.
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

Q_SIGNALS:
    void added(const QString& name);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search();
    void show(std::vector<library::Clause> found, const QString& words);
    void add();
    void describe();
    bool fitsHere(const library::Clause& clause) const;

    Desk& m_desk;
    QLineEdit* m_words;
    QLabel* m_aim;
    QListWidget* m_list;
    QLabel* m_about;
    QPushButton* m_add;
    std::string m_section, m_cause;
    std::vector<library::Clause> m_shown;
    bool m_always = true;
    bool m_asking = false; ///< a query is under way
    QString m_asked;       ///< its words
    bool m_drawnOnce = false;
    std::string m_drawnFor;
};

} // namespace desktop
