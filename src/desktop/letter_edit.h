#pragma once

#include "appeal/letter.h"

#include <QTextEdit>

#include <functional>
#include <optional>

namespace desktop {

/// What a person typed into one paragraph: its new template, slots live; nothing: all of its words were taken out.
struct Rewording
{
    std::string place;
    std::optional<std::string> text;
};

/// What is dragged onto the letter or the plan: a place of the letter, a clause of the library; their ids as UTF-8.
inline const QString kPickMime = QStringLiteral("application/x-causeway-pick");
inline const QString kClauseMime = QStringLiteral("application/x-causeway-clause");

constexpr int kSignRoom = 20; ///< pixels left of the words, for signs and the handle

/// Beside which place something is put.
struct Spot
{
    std::string pick;     ///< empty: nowhere in particular
    bool behind = false;
};

/**
 * A letter in one language as an editable document: one paragraph is one block. What is typed becomes the wording of that paragraph
 * in this case; only blocks that changed are touched, so caret, selection and place stay.
 */
class LetterEdit : public QTextEdit
{
    Q_OBJECT
public:
    explicit LetterEdit(QWidget* parent = nullptr);

    /// Shows @p letter. @p blank says before which paragraphs a blank line is written.
    void show(const appeal::Letter& letter, const std::vector<bool>& blank);
    using QTextEdit::show;
    /// The paragraph under the caret.
    const appeal::Paragraph* current() const;
    const appeal::Letter& letter() const { return m_letter; }
    /// Beside the paragraph under the caret: before it where the caret stands at its start.
    Spot spotAtCaret() const;
    /// What was typed after all, as if by the keys.
    void typeHere(const QString& text);
    /// Words for the tooltip of a paragraph, below what it says by itself.
    void setHint(std::function<QString(const appeal::Paragraph&)> hint) { m_hint = std::move(hint); }
    /// Brings the paragraph of @p place into view, caret at its start.
    void reveal(const std::string& place);
    /// Extra room below block @p i, so that two letters stand side by side.
    void setRoomBelow(int block, qreal room);
    qreal blockHeight(int block) const;
    /// The first block in view, and how far it is scrolled out, as a share of its height.
    std::pair<int, qreal> topBlock() const;
    void scrollTo(int block, qreal share);
    void restyle(); ///< the scheme of colours changed
    int blocksTouched() const { return m_touched; } ///< since the start; for tests and benchmarks

Q_SIGNALS:
    void reworded(const std::vector<Rewording>& changes);
    void caretMoved();
    void gapClicked(const appeal::Gap& gap);
    void moveAsked(const std::string& pick, int by);
    /// "/" was typed where a word begins: a clause is wanted here.
    void slashTyped();
    void pickDropped(const std::string& pick, const desktop::Spot& spot);
    void clauseDropped(const std::string& clause, const desktop::Spot& spot);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;
    QMimeData* createMimeDataFromSelection() const override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    struct Shown
    {
        appeal::Paragraph paragraph;
        bool blank = false;
        qreal room = 0;
        friend bool operator==(const Shown&, const Shown&) = default;
    };
    void takeTyping();
    /// The change of the words in @p block against what was shown; nothing where there is none, or where it may not be changed.
    std::optional<Rewording> changeIn(int block, int near) const;
    void writeBlock(int block, const Shown& is, bool words);
    void styleBlock(int block, const Shown& is);
    void insertBlockAt(int at, const Shown& fresh);
    void removeBlockAt(int at);
    QTextBlockFormat blockFormatOf(const Shown& shown, bool first) const;
    QString wordsOf(const appeal::Paragraph& p) const;
    static QString trimmedEnd(QString text);
    bool tolerated(int block, const QString& wanted) const;
    /// True where the selection or the key would cross from one paragraph into another.
    bool selectionCrosses() const;
    /// Takes the selected words out of each paragraph by itself; the paragraphs stay apart.
    void clearSelection();
    int markerLength(int block) const;
    void keepCaretInBody();
    /// Index of the paragraph whose handle, left of its text, is at @p where; -1: none.
    int handleAt(QPoint where) const;
    /// The place that a drop at @p where would be put beside; empty where none may be.
    Spot spotAt(QPoint where) const;
    void showDropLine(const Spot& spot);

    appeal::Letter m_letter;
    std::vector<Shown> m_shown;
    bool m_writing = false; ///< the program changes the document, not the person
    bool m_composing = false;
    int m_changed = -1; ///< position of the person's last change
    int m_touched = 0;
    int m_hovered = -1;       ///< paragraph whose handle shows
    int m_pressed = -1;       ///< paragraph whose handle was pressed
    QPoint m_pressedAt;
    Spot m_dropSpot;          ///< where a line shows that something would be put
    std::function<QString(const appeal::Paragraph&)> m_hint;
};

} // namespace desktop
