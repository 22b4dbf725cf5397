#pragma once

#include "desktop/fact_row.h"
#include "desktop/letter_edit.h"

#include <optional>

class QLineEdit;

namespace desktop {

/// One place of the letter: its words, whether they are true, and, unfolded, its facts, other phrasings, its Chinese.
class ClauseCard : public Card
{
    Q_OBJECT
public:
    ClauseCard(Desk& desk, const appeal::Id& pick, QWidget* parent = nullptr);
    /// @p paragraph is null where the letter does not print this place.
    void draw(const appeal::LetterDraft& draft, const appeal::Pick& pick, const appeal::Paragraph* paragraph, const std::vector<letter::FactState>& facts);
    void unfold(bool open);
    bool isUnfolded() const { return m_open; }
    /// The editor of a fact of this place; null where it has none of that name.
    QWidget* editorOf(const std::string& fact) const;
    void setCurrent(bool current);
    const appeal::Id& pick() const { return m_pick; }

Q_SIGNALS:
    void sentenceWanted(const QString& chinese); ///< a clause that says this is looked for
    void said(const QString& line);
    void unfolded();
    void shown(const std::string& pick); ///< its paragraph is to be shown in the letter

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void confirm();
    void leaveOut();
    void step(int by);
    void takeBack();
    void fitWording();
    void buildMore(QVBoxLayout* more);
    void drawOwn(const appeal::LetterDraft& draft, const appeal::Pick& pick, const appeal::Paragraph* paragraph, bool edited);
    void drawLikeness(const appeal::LetterDraft& draft, const appeal::Paragraph* paragraph);
    void saveAsClause();
    const appeal::Pick* now() const;
    const library::Clause* clause() const;

    Desk& m_desk;
    appeal::Id m_pick;
    TextButton* m_head;
    QLabel* m_state;
    QToolButton *m_up, *m_down, *m_fold;
    QWidget* m_question;
    QLabel* m_requires;
    QPushButton *m_yes, *m_out;
    QWidget* m_more;
    LetterEdit* m_wording;
    QLabel* m_chinese;
    Rows* m_facts;
    QLabel* m_which;
    QToolButton *m_before, *m_after, *m_back, *m_remove, *m_unconfirm, *m_changed, *m_keep;
    QTextEdit* m_changes;     ///< what was changed, word by word
    QLabel* m_likeness;
    QWidget* m_keeping;       ///< the name under which the wording is kept
    QLineEdit* m_keepName;
    /// What a folded card was last drawn for; equal: there is nothing to draw.
    struct Drawn
    {
        std::optional<appeal::Paragraph> paragraph;
        appeal::PickState state = appeal::PickState::Own;
        bool known = false, frozen = false, current = false, open = false;
        library::Words name, requires_;
        friend bool operator==(const Drawn&, const Drawn&) = default;
    };
    std::optional<Drawn> m_drawn;
    std::string m_likenessOf; ///< text that m_earlier belongs to
    std::optional<double> m_earlier;
    bool m_open = false;
    bool m_current = false;
    QPoint m_pressed;
};

} // namespace desktop
