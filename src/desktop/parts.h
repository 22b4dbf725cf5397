#pragma once

#include <QAbstractButton>
#include <QFrame>
#include <QGroupBox>
#include <QLabel>
#include <QLayout>
#include <QMap>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <vector>

namespace desktop {

// The small pieces that all pages are made of.

/// Words as they are (never read as HTML), broken into lines.
QLabel* words(const QString& text, QWidget* parent = nullptr);
/// The same, standing back.
QLabel* quietWords(const QString& text, QWidget* parent = nullptr);
/// A heading of level 1 (page), 2 (part) or 3 (card); read as such by screen readers.
QLabel* heading(const QString& text, int level, QWidget* parent = nullptr);
QPushButton* button(const QString& text, QWidget* parent = nullptr);
/// The one thing to do next.
QPushButton* mainButton(const QString& text, QWidget* parent = nullptr);
/// A small button in a row; @p spoken says of what it is, for those who cannot see the row.
QToolButton* smallButton(const QString& text, const QString& spoken, QWidget* parent = nullptr);
/// Sets text only where it differs, so that nothing is laid out in vain.
void setWords(QLabel* label, const QString& text);
/// What Tab reaches inside @p widget, in reading order: layouts are filled in that order, with columns one after the other.
std::vector<QWidget*> tabOrder(QWidget* widget);
/// Buttons and labels in a line that breaks where it is narrow.
class Line;

/// One line that is cut at its end where there is no room; the whole is its tooltip.
class CutLabel : public QWidget
{
    Q_OBJECT
public:
    explicit CutLabel(const QString& text = {}, QWidget* parent = nullptr);
    void setText(const QString& text);
    const QString& text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void dress();
    QString m_text;
};

/// Words to be clicked, cut at their end where there is no room: a quotation that leads to its place, a link to what mends something.
class TextButton : public QAbstractButton
{
    Q_OBJECT
public:
    explicit TextButton(const QString& text = {}, QWidget* parent = nullptr);
    void setWords(const QString& text, const QString& spoken);
    /// Standing back, or in the colour of links.
    void setQuiet(bool quiet) { m_quiet = quiet; update(); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_quiet = false;
};

/// A group for those who cannot see it: named, without a frame.
class Group : public QGroupBox
{
    Q_OBJECT
public:
    explicit Group(const QString& name, QWidget* parent = nullptr);
    QVBoxLayout* column() { return m_column; }

protected:
    void paintEvent(QPaintEvent*) override {}

private:
    QVBoxLayout* m_column;
};

/// A framed part of a page. `tone` draws a bar at its left side.
class Card : public QFrame
{
    Q_OBJECT
public:
    enum class Tone { Plain, Accent, Warning, Proposed };
    explicit Card(QWidget* parent = nullptr);
    void setTone(Tone tone);
    QVBoxLayout* column() { return m_column; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Tone m_tone = Tone::Plain;
    QVBoxLayout* m_column;
};

/// Lays out its items one beside the other while they fit, then on the next line. Fields (see setColumns) share columns of equal width.
class FlowLayout : public QLayout
{
public:
    explicit FlowLayout(QWidget* parent = nullptr, int spacing = 8);
    ~FlowLayout() override;
    /// Columns of at least @p width; items whose widget has the property "wide" take a whole line.
    void setColumns(int width) { m_columnWidth = width; }
    void insertAt(int index, QWidget* widget);
    void addItem(QLayoutItem* item) override { m_items.push_back(item); }
    int count() const override { return int(m_items.size()); }
    QLayoutItem* itemAt(int index) const override { return index >= 0 && index < count() ? m_items[std::size_t(index)] : nullptr; }
    QLayoutItem* takeAt(int index) override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange(QRect(0, 0, width, 0), false); }
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    Qt::Orientations expandingDirections() const override { return {}; }
    void setGeometry(const QRect& rect) override;

private:
    int arrange(const QRect& rect, bool apply) const;
    int arrangeColumns(const QRect& rect, bool apply) const;
    std::vector<QLayoutItem*> m_items;
    int m_columnWidth = 0;
};

class Line : public QWidget
{
    Q_OBJECT
public:
    explicit Line(QWidget* parent = nullptr, int spacing = 8) : QWidget(parent) { new FlowLayout(this, spacing); }
    template <typename W>
    W* add(W* widget)
    {
        layout()->addWidget(widget);
        return widget;
    }
};

/**
 * Widgets kept by key, so that drawing a case again keeps focus, caret and half-typed words:
 * `begin`, `row` for each in order, `end` drops those that were not asked for.
 */
class Rows : public QWidget
{
    Q_OBJECT
public:
    explicit Rows(QWidget* parent = nullptr, int spacing = 6);
    /// In columns of at least @p width instead of one below the other.
    void useColumns(int width);
    void begin() { m_next = 0; }
    template <typename W, typename Make>
    W* row(const QString& key, Make make)
    {
        auto* widget = m_rows.value(key);
        if (!widget) {
            widget = make();
            m_rows.insert(key, widget);
        }
        place(widget);
        return static_cast<W*>(widget);
    }
    void end();
    QWidget* at(const QString& key) const { return m_rows.value(key); }
    const QMap<QString, QWidget*>& all() const { return m_rows; }

private:
    void place(QWidget* widget);
    QMap<QString, QWidget*> m_rows;
    std::vector<QWidget*> m_order;
    std::size_t m_next = 0;
    FlowLayout* m_flow = nullptr;
};

} // namespace desktop
