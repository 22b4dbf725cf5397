#include "desktop/letter_changes.h"

#include "desktop/language.h"
#include "desktop/strings.h"
#include "desktop/theme.h"
#include "letter/compose.h"
#include "letter/format.h"
#include "text/word_diff.h"

#include <QComboBox>
#include <QScrollBar>
#include <QTextEdit>

namespace desktop {

appeal::LetterDraft inLibraryWords(appeal::LetterDraft draft)
{
    draft.fixed.clear();
    for (auto& pick : draft.picks)
        if (!pick.clause.empty() || !pick.prints.empty())
            pick.wording.clear();
    return draft;
}

void showChanges(QTextEdit* view, const std::string& before, const std::string& after)
{
    const auto bar = view->verticalScrollBar()->value();
    view->clear();
    QTextCharFormat same, in, out;
    same.setForeground(view->palette().text());
    in = same;
    in.setFontUnderline(true);
    in.setForeground(colours().good);
    out = same;
    out.setFontStrikeOut(true);
    out.setForeground(colours().warning);
    QTextCursor cursor(view->document());
    for (const auto& part : text::wordDiff(before, after)) {
        const bool was = part.kind == text::Difference::Kind::Out;
        auto words = q(part.words);
        if (was)
            words.replace(QLatin1Char('\n'), QStringLiteral("¶")); // a line that went must not part what stayed
        cursor.insertText(words, was ? out : part.kind == text::Difference::Kind::In ? in : same);
    }
    view->verticalScrollBar()->setValue(bar);
}

ChangesView::ChangesView(Desk& desk, QWidget* parent) : QWidget(parent), m_desk(desk), m_with(new QComboBox), m_counts(quietWords({})), m_text(new QTextEdit)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 6, 10, 4);
    column->setSpacing(6);
    auto* top = new Line;
    auto* title = top->add(quietWords(tr("Against:")));
    title->setWordWrap(false);
    m_with->setAccessibleName(tr("Version to compare with"));
    m_with->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    top->add(m_with);
    m_counts->setWordWrap(false);
    top->add(m_counts);
    column->addWidget(top);
    m_text->setAccessibleName(tr("Changes in the letter"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFrameShape(QFrame::NoFrame);
    column->addWidget(m_text, 1);
    connect(m_with, &QComboBox::activated, this, &ChangesView::draw);
}

void ChangesView::fillVersions()
{
    const auto& c = m_desk.model.now();
    const auto& catalogue = m_desk.model.catalogue();
    QStringList keys{QStringLiteral("library")}, names{tr("the library's wording")};
    const auto sent = appeal::standing(c, "submission");
    for (auto it = sent.rbegin(); it != sent.rend(); ++it) {
        keys << QStringLiteral("sent:") + q((*it)->id);
        names << tr("as sent on %1: %2").arg(longDay((*it)->on), nameOfLetter(catalogue, (*it)->letterKind));
    }
    for (const auto& letter : c.letters)
        if (letter.id != c.letter && letter.sent.empty()) {
            keys << QStringLiteral("letter:") + q(letter.id);
            names << tr("letter %1: %2").arg(q(letter.id), nameOfLetter(catalogue, letter.kind));
        }
    if (keys == m_keys && names.size() == m_with->count())
        return;
    const auto chosen = m_with->currentData().toString();
    m_keys = keys;
    m_with->clear();
    for (int i = 0; i < keys.size(); ++i)
        m_with->addItem(names[i], keys[i]);
    m_with->setCurrentIndex(std::max(0, m_with->findData(chosen)));
}

std::string ChangesView::versionText(const QString& key) const
{
    const auto& session = m_desk.model.session();
    const auto* draft = session.draft();
    if (key.startsWith(QLatin1String("sent:"))) {
        for (const auto& event : session.now().events)
            if (q(event.id) == key.mid(5) && event.text)
                return *event.text;
        return {};
    }
    if (key.startsWith(QLatin1String("letter:")))
        return letter::toText(session.compose(s(key.mid(7)), draft->language, appeal::Length::Full)).text;
    return letter::toText(letter::compose(session.now(), inLibraryWords(*draft), session.catalogue(), session.clauses(), {draft->language, appeal::Length::Full}, session.today())).text;
}

void ChangesView::showMine()
{
    if (m_with->count() > 0)
        m_with->setCurrentIndex(0);
    draw();
}

void ChangesView::draw()
{
    if (!m_desk.model.isOpen() || !m_desk.model.session().draft()) {
        m_text->clear();
        m_drawn.clear();
        setWords(m_counts, {});
        return;
    }
    fillVersions();
    const auto before = versionText(m_with->currentData().toString());
    const auto after = letter::toText(m_desk.model.session().letter()).text;
    auto key = before;
    key.push_back('\0');
    key.append(after);
    if (key == m_drawn)
        return;
    m_drawn = key;
    showChanges(m_text, before, after);
    setWords(m_counts, before == after ? tr("No difference.") : tr("underlined: came in; struck through: went out"));
}

} // namespace desktop
