#pragma once

#include "desktop/page.h"
#include "evaluation/evaluation.h"

namespace desktop {

/// Papers that are due, to be ticked by attaching them: by button, or by dropping files on the row or the list.
class EvidenceList : public QWidget
{
    Q_OBJECT
public:
    EvidenceList(Desk& desk, QWidget* parent = nullptr);
    void draw(const std::vector<evaluation::EvidenceDue>& due);

Q_SIGNALS:
    void said(const QString& line);

private:
    Desk& m_desk;
    Rows* m_rows;
};

/// Everything attached: name, kind, what it shows.
class AttachedList : public QWidget
{
    Q_OBJECT
public:
    AttachedList(Desk& desk, QWidget* parent = nullptr);
    void draw();

Q_SIGNALS:
    void said(const QString& line);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void add(const QStringList& paths);
    Desk& m_desk;
    QLabel* m_area;
    Rows* m_rows;
};

} // namespace desktop
