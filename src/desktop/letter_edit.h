#pragma once

#include "appeal/letter.h"

#include <QTextEdit>

#include <optional>

namespace desktop {

/// What a person typed into one paragraph: its new template, slots live; nothing: all of its words were taken out.
struct Rewording
{
    std::string place;
    std::optional<std::string> text;
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

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;
    QMimeData* createMimeDataFromSelection() const override;
    void mouseReleaseEvent(QMouseEvent* event) override;
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
    bool tolerated(int block, const QString& wanted) const;
    /// True where the selection or the key would cross from one paragraph into another.
    bool selectionCrosses() const;
    /// Takes the selected words out of each paragraph by itself; the paragraphs stay apart.
    void clearSelection();
    int markerLength(int block) const;
    void keepCaretInBody();

    appeal::Letter m_letter;
    std::vector<Shown> m_shown;
    bool m_writing = false; ///< the program changes the document, not the person
    bool m_composing = false;
    int m_changed = -1; ///< position of the person's last change
    int m_touched = 0;
};

} // namespace desktop
