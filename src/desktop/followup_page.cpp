#include "desktop/followup_page.h"

#include "desktop/fact_row.h"
#include "desktop/language.h"
#include "desktop/strings.h"
#include "desktop/theme.h"
#include "followup/followup.h"
#include "text/sentences.h"

#include <algorithm>

namespace desktop {

namespace {

QString nameOfNext(const library::Catalogue& catalogue, const std::string& what)
{
    if (catalogue.wording.count("next." + what) != 0)
        return say(catalogue, "next." + what);
    if (catalogue.letter(what))
        return nameOfLetter(catalogue, what);
    return nameOf(catalogue, "next_steps", what);
}

/// An entry of the timeline, unfolding to its text.
class EventRow final : public QWidget
{
public:
    EventRow() : m_head(new QLabel), m_open(smallButton({}, {})), m_strike(smallButton({}, {})), m_text(words({}))
    {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 2, 0, 2);
        column->setSpacing(2);
        auto* top = new QHBoxLayout;
        m_head->setTextFormat(Qt::PlainText);
        m_head->setWordWrap(true);
        top->addWidget(m_head, 1);
        top->addWidget(m_open, 0, Qt::AlignTop);
        top->addWidget(m_strike, 0, Qt::AlignTop);
        column->addLayout(top);
        m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_text->setContentsMargins(16, 0, 0, 4);
        m_text->hide();
        column->addWidget(m_text);
        m_strike->hide();
        connect(m_open, &QToolButton::clicked, this, [this] {
            m_text->setVisible(m_text->isHidden());
            m_open->setText(m_text->isHidden() ? FollowupPage::tr("Show the text") : FollowupPage::tr("Hide the text"));
        });
    }
    void draw(const QString& head, const QString& text)
    {
        setWords(m_head, head);
        setWords(m_text, text);
        m_open->setText(m_text->isHidden() ? FollowupPage::tr("Show the text") : FollowupPage::tr("Hide the text"));
        m_open->setAccessibleName(m_open->text() + QStringLiteral(": ") + head);
        m_open->setVisible(!text.isEmpty());
    }
    template <typename Then>
    void canStrike(const QString& spoken, Then then)
    {
        m_strike->setText(FollowupPage::tr("Take back"));
        m_strike->setAccessibleName(spoken);
        m_strike->setToolTip(FollowupPage::tr("It was recorded by mistake: strike it out. The entry stays in the case."));
        m_strike->show();
        connect(m_strike, &QToolButton::clicked, this, then);
    }

private:
    QLabel* m_head;
    QToolButton *m_open, *m_strike;
    QLabel* m_text;
};

} // namespace

FollowupPage::FollowupPage(Desk& desk, QWidget* parent) : Page(desk, tr("Follow-up"), parent)
{
    m_nextCard = new Card;
    m_nextCard->setAccessibleName(tr("Next"));
    m_nextCard->setTone(Card::Tone::Accent);
    m_next = heading({}, 2);
    m_nextCard->column()->addWidget(m_next);
    m_tries = quietWords({});
    m_nextCard->column()->addWidget(m_tries);
    m_deadline = words({});
    m_nextCard->column()->addWidget(m_deadline);
    m_write = mainButton({});
    m_nextCard->column()->addWidget(m_write);
    m_more = new Rows(nullptr, 2);
    m_nextCard->column()->addWidget(m_more);
    column()->addWidget(m_nextCard);
    m_reply = new ReplyBox(desk);
    column()->addWidget(m_reply);
    m_todos = new TodoBox(desk);
    column()->addWidget(m_todos);
    m_lineCard = new Card;
    m_lineCard->setAccessibleName(tr("Timeline"));
    m_lineCard->column()->addWidget(heading(tr("Timeline"), 2));
    m_line = new Rows(nullptr, 3);
    m_lineCard->column()->addWidget(m_line);
    column()->addWidget(m_lineCard);
    auto* outcomes = new Line;
    auto* back = outcomes->add(button(tr("It was reinstated")));
    auto* close = outcomes->add(button(tr("Close the case")));
    auto* reopen = outcomes->add(button(tr("Reopen the case")));
    m_outcomes = outcomes;
    close->setObjectName(QStringLiteral("close"));
    reopen->setObjectName(QStringLiteral("reopen"));
    back->setObjectName(QStringLiteral("reinstated"));
    column()->addWidget(outcomes);
    column()->addStretch(1);
    connect(back, &QPushButton::clicked, this, [this] { model().edit(appeal::SetOutcome{"reinstated", now().closed}); });
    connect(close, &QPushButton::clicked, this, [this] { model().edit(appeal::SetOutcome{now().outcome, true}); });
    connect(reopen, &QPushButton::clicked, this, [this] { model().edit(appeal::SetOutcome{{}, false}); });
    connect(m_write, &QPushButton::clicked, this, [this] { writeLetter(m_letterKind); });
}

void FollowupPage::draw()
{
    drawNext();
    m_reply->draw();
    m_todos->draw();
    drawTimeline();
    const bool closed = now().closed;
    m_outcomes->findChild<QWidget*>(QStringLiteral("close"))->setVisible(!closed);
    m_outcomes->findChild<QWidget*>(QStringLiteral("reopen"))->setVisible(closed || !now().outcome.empty());
    m_outcomes->findChild<QWidget*>(QStringLiteral("reinstated"))->setVisible(now().outcome != "reinstated");
    setNext(tr("Where the case stands: %1").arg(say(catalogue(), "state." + followup::stateOf(now()))));
}

void FollowupPage::drawNext()
{
    const auto today = model().today();
    const auto agenda = followup::agenda(now(), catalogue(), today);
    const auto when = [&](const followup::Due& due) {
        if (due.overdue && due.on)
            return say(catalogue(), "followup.overdue", {{"date", s(longDay(*due.on))}});
        if (due.from && *due.from > today)
            return say(catalogue(), "followup.offered_from", {{"date", s(longDay(*due.from))}});
        if (due.on)
            return say(catalogue(), due.what == "answer_notice" ? "followup.answer_by" : "followup.proposed_on", {{"date", s(longDay(*due.on))}});
        return QString();
    };
    m_letterKind.clear();
    if (agenda.empty()) {
        setWords(m_next, say(catalogue(), "followup.none"));
    } else {
        const auto line = when(agenda.front());
        setWords(m_next, nameOfNext(catalogue(), agenda.front().what) + (line.isEmpty() ? QString() : QStringLiteral(": ") + line));
    }
    m_next->setAccessibleName(m_next->text());
    // the first letter that may be written already
    for (const auto& due : agenda)
        if (m_letterKind.empty() && !due.letter.empty() && due.what != "answer_notice" && (!due.from || *due.from <= today))
            m_letterKind = due.letter;
    m_write->setVisible(!m_letterKind.empty());
    if (!m_letterKind.empty()) {
        m_write->setText(tr("Write: %1").arg(nameOfLetter(catalogue(), m_letterKind)));
        m_write->setAccessibleName(m_write->text());
    }
    m_more->begin();
    for (std::size_t i = 1; i < agenda.size(); ++i) {
        const auto line = when(agenda[i]);
        setWords(m_more->row<QLabel>(QString::number(i), [] { return quietWords({}); }), QStringLiteral("• %1%2").arg(nameOfNext(catalogue(), agenda[i].what), line.isEmpty() ? QString() : QStringLiteral(": ") + line));
    }
    m_more->end();

    const auto used = int(appeal::standing(now(), "submission").size());
    const auto left = followup::attemptsLeft(now());
    QStringList tries;
    if (used > 0)
        tries << tr("sent %n time(s)", nullptr, used);
    if (left)
        tries << say(catalogue(), "followup.attempts_left", {{"count", std::to_string(*left)}});
    setWords(m_tries, tries.join(QStringLiteral(" · ")));
    m_tries->setVisible(!tries.isEmpty());

    // the deadline with the sentence that it comes from
    QString sentence;
    const auto by = followup::answerBy(now(), catalogue(), today);
    for (const auto& deadline : now().deadlines)
        if (by && deadline.due == by)
            if (const auto* document = appeal::findDocument(now(), deadline.document); document && deadline.end <= document->text.size() && deadline.start < deadline.end) {
                const auto [first, last] = text::sentenceAround(document->text, deadline.start, deadline.end);
                sentence = tr("%1: %2, from the words “%3”").arg(nameOf(catalogue(), "deadline_kinds", deadline.kind), longDay(*by), q(std::string_view(document->text).substr(first, last - first)).simplified());
            }
    if (sentence.isEmpty() && by)
        sentence = say(catalogue(), "followup.answer_by", {{"date", s(longDay(*by))}});
    if (sentence.isEmpty() && used == 0 && appeal::notice(now()))
        sentence = say(catalogue(), "followup.no_deadline");
    setWords(m_deadline, sentence);
    m_deadline->setVisible(!sentence.isEmpty());
}

void FollowupPage::drawTimeline()
{
    struct Entry { std::optional<appeal::Date> on; std::size_t order; QString key, head, text; appeal::Id event; };
    std::vector<Entry> entries;
    const auto today = model().today();
    for (const auto& document : now().documents)
        if (document.kind == "notice") {
            const auto on = document.received ? document.received : appeal::parseDate(appeal::caseFact(now(), "notice_date"));
            entries.push_back({on, entries.size(), q("d:" + document.id), on ? tr("%1: notice").arg(shortDay(*on, today)) : tr("Notice"), q(document.text), {}});
        }
    for (const auto& event : now().events) {
        const bool struckOut = std::any_of(now().events.begin(), now().events.end(), [&](const auto& e) { return e.strikes == event.id; });
        if (!event.strikes.empty() || struckOut)
            continue;
        QString head, text;
        const auto day = shortDay(event.on, today);
        if (event.what == "submission") {
            head = tr("%1: sent, %2").arg(day, nameOfLetter(catalogue(), event.letterKind));
            if (!event.caseId.empty())
                head += tr(", case %1").arg(q(event.caseId));
            text = event.text ? q(*event.text) : QString();
        } else if (event.what == "reply") {
            head = tr("%1: reply, %2").arg(day, say(catalogue(), "reply." + event.replyClass));
            if (const auto* document = appeal::findDocument(now(), event.document))
                text = q(document->text);
        } else {
            head = QStringLiteral("%1: %2").arg(day, q(event.note.empty() ? event.what : event.note));
        }
        entries.push_back({event.on, entries.size(), q("e:" + event.id), head, text, event.id});
    }
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.on != b.on ? a.on > b.on : a.order > b.order; });
    m_line->begin();
    for (const auto& entry : entries)
        m_line
            ->row<EventRow>(entry.key,
                [&] {
                    auto* made = new EventRow;
                    if (!entry.event.empty())
                        made->canStrike(tr("Take back: %1").arg(entry.head), [this, id = entry.event] {
                            appeal::Event strike;
                            strike.what = "note";
                            strike.on = model().today();
                            strike.strikes = id;
                            model().edit(appeal::RecordEvent{strike});
                        });
                    return made;
                })
            ->draw(entry.head, entry.text);
    m_line->end();
    m_lineCard->setVisible(!entries.empty());
}

void FollowupPage::writeLetter(const std::string& kind)
{
    if (kind.empty())
        return;
    // one that is begun already is gone on with
    for (const auto& letter : now().letters)
        if (letter.kind == kind && letter.sent.empty()) {
            model().edit(appeal::UseLetter{letter.id});
            Q_EMIT letterChosen();
            return;
        }
    model().edit(appeal::AddLetter{kind, letterLanguage(model()), true});
    Q_EMIT letterChosen();
}

void FollowupPage::takeReply(const QString& text)
{
    m_reply->setText(text);
    ensureWidgetVisible(m_reply, 0, 30);
}

} // namespace desktop
