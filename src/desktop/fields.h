#pragma once

#include "library/catalogue.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace desktop {

/// Edits one written value (catalogue, types). One editor a type; the value is always the text as typed.
class FieldEditor : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    /// The editor for @p field. Files are chosen among @p files (names of the case's evidence) or from the disk.
    static FieldEditor* make(const library::Field& field, const QStringList& files, QWidget* parent);

    virtual QString text() const = 0;
    /// Shows @p text; does nothing where it stands there already, so that caret and half-typed Chinese stay.
    virtual void setText(const QString& text) = 0;
    virtual void setFiles(const QStringList&) {}
    /// Is the person in the middle of a character of an input method?
    bool composing() const { return m_composing; }
    virtual QWidget* input() = 0;
    virtual bool isWide() const { return false; }

Q_SIGNALS:
    void edited();  ///< by a person
    void left();    ///< the focus went, or Enter
    void fileChosen(const QString& path);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void watch(QWidget* input);

private:
    bool m_composing = false;
};

/// One line.
class LineEditor : public FieldEditor
{
    Q_OBJECT
public:
    LineEditor(const library::Field& field, QWidget* parent);
    QString text() const override;
    void setText(const QString& text) override;
    QWidget* input() override;

protected:
    QLineEdit* m_line;
};

/// A day: typed as 2026-03-09, or picked from a calendar.
class DayEditor final : public LineEditor
{
    Q_OBJECT
public:
    DayEditor(const library::Field& field, QWidget* parent);

private:
    void openCalendar();
};

/// Words, or a list of ids; grows with what is typed.
class TextEditor final : public FieldEditor
{
    Q_OBJECT
public:
    TextEditor(const library::Field& field, QWidget* parent);
    QString text() const override;
    void setText(const QString& text) override;
    QWidget* input() override;
    bool isWide() const override { return true; }

private:
    void fit();
    QPlainTextEdit* m_text;
    int m_least;
};

/// One of some values.
class ChoiceEditor final : public FieldEditor
{
    Q_OBJECT
public:
    ChoiceEditor(const library::Field& field, QWidget* parent);
    QString text() const override;
    void setText(const QString& text) override;
    QWidget* input() override;

private:
    QComboBox* m_box;
};

/// A file of the case, or a new one.
class FileEditor final : public FieldEditor
{
    Q_OBJECT
public:
    FileEditor(const library::Field& field, const QStringList& files, QWidget* parent);
    QString text() const override;
    void setText(const QString& text) override;
    void setFiles(const QStringList& files) override;
    QWidget* input() override;

private:
    void choose();
    QComboBox* m_box;
};

} // namespace desktop
