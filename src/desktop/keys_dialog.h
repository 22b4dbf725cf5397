#pragma once

#include <vector>

class QAction;
class QWidget;

namespace desktop {

/// All keys in one table (F1).
void showKeys(QWidget* parent, const std::vector<QAction*>& actions);

} // namespace desktop
