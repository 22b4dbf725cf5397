#pragma once

#include "desktop/clause_card.h"
#include "desktop/clause_finder.h"

class QBoxLayout;
class QComboBox;
class QMenu;

namespace desktop {

/// Which letter is worked on, its kind and its language; new ones.
class LetterBar : public QWidget
{
    Q_OBJECT
public:
    LetterBar(Desk& desk, QWidget* parent = nullptr);
    void draw();

Q_SIGNALS:
    void said(const QString& line);

private:
    void fillMenu();
    Desk& m_desk;
    QComboBox* m_letters;
    QComboBox* m_language;
    QToolButton* m_new;
    QMenu* m_menu;
    std::string m_drawn;
};

/// One section of the letter: its places by cause, what is empty, ways to add.
class SectionBox : public QWidget
{
    Q_OBJECT
public:
    SectionBox(Desk& desk, std::string section, QWidget* parent = nullptr);
    void draw(const appeal::LetterDraft& draft, const appeal::Letter& letter, const std::vector<letter::FactState>& facts);
    ClauseCard* card(const appeal::Id& pick) const;
    void addUnfolded(std::set<appeal::Id>& picks) const; ///< the places whose cards are open

Q_SIGNALS:
    void findAsked(const std::string& section, const std::string& cause);
    void redrawAsked();
    void shown(const std::string& pick);
    void sentenceWanted(const QString& chinese);
    void said(const QString& line);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct Part { std::string cause; std::vector<const appeal::Pick*> picks; };
    std::vector<Part> partsOf(const appeal::LetterDraft& draft) const;
    QWidget* partHead(const std::string& cause);
    void addOwn(const std::string& group, const std::string& cause);
    std::vector<const library::Group*> groups(const std::string& cause) const;

    Desk& m_desk;
    std::string m_section;
    QLabel* m_title;
    Rows* m_rows;
};

/// The words that the letter kind brings by itself: subject, opening, request, closing. Other phrasings, own wording.
class FixedBox : public Card
{
    Q_OBJECT
public:
    FixedBox(Desk& desk, QWidget* parent = nullptr);
    void draw(const appeal::LetterDraft& draft, const appeal::Letter& letter);
    bool reveal(const std::string& place);

Q_SIGNALS:
    void shown(const std::string& place);

private:
    Desk& m_desk;
    QToolButton* m_open;
    Rows* m_rows;
};

/// The facts of the whole letter, shared ones once; what is missing first.
class FactsBox : public Card
{
    Q_OBJECT
public:
    FactsBox(Desk& desk, QWidget* parent = nullptr);
    /// @p facts: those of single places too where `showsAll`.
    void draw(const std::vector<letter::FactState>& facts);
    bool showsAll() const;
    bool reveal(const std::string& fact);

Q_SIGNALS:
    void placeAsked(const std::string& place);
    void sentenceWanted(const QString& chinese);
    void redrawAsked(); ///< more, or fewer, facts are to be shown

protected:
    void hideEvent(QHideEvent* event) override;

private:
    Desk& m_desk;
    QLabel* m_title;
    QToolButton* m_all;
    void drawPlaces(const std::vector<letter::FactState>& facts);
    Rows* m_rows;
    Rows* m_places; ///< facts of single places: where they are filled in is where they stand
    std::vector<letter::FactState> m_facts;
    QStringList m_kept; ///< rows that were asked for in this visit stay while they are filled in
};

/// Step 3.
class PlanPage : public Page
{
    Q_OBJECT
public:
    PlanPage(Desk& desk, QWidget* parent = nullptr);
    void reveal(const appeal::Place& place) override;
    /// The card of the paragraph under the caret of the letter; the focus stays where it is.
    void follow(const std::string& pick);
    void findClause();

Q_SIGNALS:
    void shown(const std::string& place);

protected:
    void draw() override;
    void drawChecks() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void findSentence(const QString& chinese);
    void drawEmpty(bool empty);
    ClauseCard* card(const appeal::Id& pick) const;

    LetterBar* m_bar;
    QLabel* m_empty;
    QPushButton* m_toCause;
    QBoxLayout* m_sides;
    ClauseFinder* m_finder;
    FactsBox* m_facts;
    Rows* m_sections;
    FixedBox* m_fixed;
    QLabel* m_leftOut;
    std::string m_current;
};

} // namespace desktop
