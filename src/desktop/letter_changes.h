#pragma once

#include "desktop/page.h"

class QComboBox;
class QTextEdit;

namespace desktop {

/// The current letter against another version, word by word: the library's wording, what was sent, another letter of the case.
class ChangesView : public QWidget
{
    Q_OBJECT
public:
    ChangesView(Desk& desk, QWidget* parent = nullptr);
    void draw();
    /// Compares with the library's wording.
    void showMine();

private:
    void fillVersions();
    std::string versionText(const QString& key) const;

    Desk& m_desk;
    QComboBox* m_with;
    QLabel* m_counts;
    QTextEdit* m_text;
    std::string m_drawn;
    QStringList m_keys;
};

/// @p draft without what the seller put in their own words.
appeal::LetterDraft inLibraryWords(appeal::LetterDraft draft);
/// @p before and @p after word by word, written into @p view: what came in underlined, what went out struck through.
void showChanges(QTextEdit* view, const std::string& before, const std::string& after);

} // namespace desktop
