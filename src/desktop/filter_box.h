#pragma once

#include <QComboBox>

namespace desktop {

/// A list to choose from by typing a part of a name; Enter takes the first that fits.
class FilterBox : public QComboBox
{
    Q_OBJECT
public:
    FilterBox(const QString& name, const QString& placeholder, QWidget* parent = nullptr);
    /// Names with their ids, in order.
    void fill(const QList<QPair<QString, QString>>& names);
    /// Shows what has the id @p id as chosen; nothing where there is none.
    void choose(const QString& id);

Q_SIGNALS:
    void chosen(const QString& id);

protected:
    void wheelEvent(QWheelEvent* event) override; ///< the page scrolls, the choice stays

private:
    void enter();
};

} // namespace desktop
