#include "desktop/cause_page.h"

#include "cause/reader.h"
#include "desktop/language.h"
#include "desktop/offsets.h"
#include "desktop/strings.h"
#include "desktop/theme.h"
#include "followup/followup.h"
#include "text/sentences.h"

#include <QBoxLayout>
#include <QResizeEvent>

#include <algorithm>
#include <array>

namespace desktop {

namespace {

/// Facts that a notice gives, in the order in which a person checks them, with the kind of entity that they are read as.
struct Given { const char* fact; const char* entity; };
constexpr std::array kGiven{Given{"marketplace", ""}, Given{"store", ""}, Given{"notice_date", "dates"}, Given{"received_date", ""}, Given{"asins", "asins"}, Given{"order_ids", "order_ids"},
    Given{"complaint_ids", "complaint_ids"}, Given{"case_id", "case_ids"}, Given{"policies", "policies"}, Given{"skus", "skus"}, Given{"brand", "brands"}, Given{"rights_owner", "rights_owners"},
    Given{"rights_owner_email", "emails"}, Given{"related_account_name", "account_names"}, Given{"fba_shipment_ids", "fba_shipment_ids"}, Given{"removal_order_ids", "removal_order_ids"},
    Given{"balance", "amounts"}};

constexpr int kMostLines = 200;  ///< of the notice in short: each sentence of a very long text that says nothing known is one
constexpr int kSideBySide = 860; ///< from this width on the notice stands beside what was read

} // namespace

CausePage::CausePage(Desk& desk, QWidget* parent) : Page(desk, tr("Cause"), parent)
{
    m_summaryOpen = smallButton(tr("The notice in short"), tr("The notice in short"));
    m_summaryOpen->setCheckable(true);
    column()->addWidget(m_summaryOpen, 0, Qt::AlignLeft);
    m_summary = new Card;
    m_summaryLines = new Rows(nullptr, 2);
    m_summary->column()->addWidget(m_summaryLines);
    m_summary->hide();
    column()->addWidget(m_summary);
    connect(m_summaryOpen, &QToolButton::toggled, this, [this](bool on) {
        m_summary->setVisible(on);
        drawSummary();
    });

    m_sides = new QBoxLayout(QBoxLayout::TopToBottom);
    m_sides->setSpacing(14);
    auto* left = new QVBoxLayout;
    left->setSpacing(4);
    auto* title = heading(tr("The notice"), 2);
    left->addWidget(title);
    m_notice = new NoticeEdit;
    m_notice->setObjectName(QStringLiteral("notice"));
    m_notice->setAccessibleName(tr("Notice"));
    m_notice->setPlaceholderText(tr("Paste the marketplace's notice here, whole and unchanged."));
    m_notice->setMinimumHeight(190);
    left->addWidget(m_notice, 1);
    m_notice->setTabChangesFocus(true);
    m_folded = quietWords(tr("This text is long: a part of it is shown here, and all of it is kept and read. Pasting replaces it."));
    m_folded->hide();
    left->addWidget(m_folded);
    m_marks = new MarkBar(desk);
    left->addWidget(m_marks);
    m_sides->addLayout(left, 5);

    auto* right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(heading(tr("What is said to each cause"), 2));
    m_causes = new Rows(nullptr, 8);
    right->addWidget(m_causes);
    m_addCause = button(tr("Add a cause"));
    right->addWidget(m_addCause);
    m_picker = new CausePicker(desk);
    m_picker->hide();
    right->addWidget(m_picker);
    auto* dates = new Card;
    dates->column()->addWidget(heading(tr("Deadlines"), 2));
    m_noDeadline = quietWords(tr("The notice states no deadline: act now."));
    dates->column()->addWidget(m_noDeadline);
    m_deadlines = new Rows(nullptr, 4);
    dates->column()->addWidget(m_deadlines);
    m_addDeadline = button(tr("Add a deadline"));
    dates->column()->addWidget(m_addDeadline, 0, Qt::AlignLeft);
    m_deadlineKind = new FilterBox(tr("Kind of deadline"), tr("Type a part of the deadline's name"));
    m_deadlineKind->hide();
    dates->column()->addWidget(m_deadlineKind);
    right->addWidget(dates);
    auto* facts = new Card;
    facts->column()->addWidget(heading(tr("What the notice says"), 2));
    m_wanted = desktop::words({});
    facts->column()->addWidget(m_wanted);
    m_facts = new Rows(nullptr, 4);
    facts->column()->addWidget(m_facts);
    m_allFacts = smallButton(tr("Show what was not found too"), tr("Show what was not found too"));
    m_allFacts->setCheckable(true);
    facts->column()->addWidget(m_allFacts, 0, Qt::AlignLeft);
    right->addWidget(facts);
    right->addStretch(1);
    m_sides->addLayout(right, 6);
    column()->addLayout(m_sides);

    m_seller = new SellerBox(desk);
    column()->addWidget(m_seller);
    column()->addStretch(1);

    connect(m_notice, &NoticeEdit::edited, this, [this] { model().setNotice(m_notice->text()); });
    connect(m_notice, &NoticeEdit::filesDropped, this, &CausePage::filesDropped);
    connect(m_notice, &NoticeEdit::foldChanged, m_folded, &QWidget::setVisible);
    connect(m_notice, &NoticeEdit::tooLarge, this, [this] { Q_EMIT said(tr("More than 64 MB were pasted; the notice is as it was. Paste the notice alone.")); });
    connect(m_addCause, &QPushButton::clicked, this, [this] {
        m_picker->setVisible(!m_picker->isVisible());
        m_picker->refill();
        m_picker->setFocus();
    });
    connect(m_picker, &CausePicker::picked, this, [this](const std::string& cause) {
        m_picker->hide();
        model().edit(appeal::ChooseCause{cause, appeal::By::Person, {}});
    });
    connect(m_addDeadline, &QPushButton::clicked, this, [this] {
        m_deadlineKind->setVisible(!m_deadlineKind->isVisible());
        QList<QPair<QString, QString>> kinds;
        if (const auto it = catalogue().vocabularies.find("deadline_kinds"); it != catalogue().vocabularies.end())
            for (const auto& kind : it->second)
                kinds << qMakePair(in(kind.name), q(kind.id));
        m_deadlineKind->fill(kinds);
        m_deadlineKind->setFocus();
    });
    connect(m_deadlineKind, &FilterBox::chosen, this, [this](const QString& kind) {
        m_deadlineKind->hide();
        appeal::Deadline deadline;
        deadline.kind = s(kind);
        deadline.by = appeal::By::Person;
        model().edit(appeal::PutDeadline{deadline});
    });
    connect(m_allFacts, &QToolButton::toggled, this, [this](bool on) {
        m_allFacts->setText(on ? tr("Show only what was found") : tr("Show what was not found too"));
        m_allFacts->setAccessibleName(m_allFacts->text());
        drawFactRows();
    });
    connect(m_marks, &MarkBar::toggled, this, &CausePage::chainTabs, Qt::QueuedConnection);
    // not between two key presses: when the caret has come to rest
    m_caretRests.setSingleShot(true);
    m_caretRests.setInterval(0);
    connect(&m_caretRests, &QTimer::timeout, this, &CausePage::lookAtCaret);
    connect(m_notice, &QTextEdit::cursorPositionChanged, &m_caretRests, qOverload<>(&QTimer::start));
    connect(m_notice, &QTextEdit::selectionChanged, &m_caretRests, qOverload<>(&QTimer::start));
    connect(m_seller, &SellerBox::said, this, &Page::said);
}

void CausePage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    const bool beside = viewport()->width() >= kSideBySide;
    m_sides->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_notice->setMaximumHeight(beside ? QWIDGETSIZE_MAX : 260);
}

QString CausePage::words(const appeal::Span& span) const
{
    const auto* document = appeal::notice(now());
    if (!document || span.end > document->text.size() || span.start >= span.end)
        return {};
    return q(std::string_view(document->text).substr(span.start, span.end - span.start));
}

void CausePage::lookAtCaret()
{
    const auto* document = model().isOpen() ? appeal::notice(now()) : nullptr;
    m_marks->look(document ? m_notice->selected() : appeal::Span{});
}

void CausePage::pointTo(const appeal::Span& span)
{
    m_notice->pointTo(span);
    ensureWidgetVisible(m_notice, 0, 20);
}

void CausePage::draw()
{
    const auto* document = appeal::notice(now());
    m_notice->setText(document ? document->text : std::string{});
    m_notice->mark(model().reading());
    m_marks->draw();
    drawSummary();
    drawCauses();
    drawDeadlines();
    drawFactRows();
    m_seller->draw();
    drawChecks();
}

void CausePage::drawChecks()
{
    const auto& causes = now().causes;
    const auto open = journey::openCauses(now(), catalogue());
    const auto* document = appeal::notice(now());
    if (!document || document->text.empty())
        setNext(tr("Paste the notice; what it says is read from it."));
    else if (causes.empty())
        setNext(tr("No cause was recognised. Choose it yourself."));
    else if (open > 0)
        setNext(tr("Say for %n cause(s) whether it happened.", nullptr, open));
    else
        setNext(tr("Check what was read, then go on to Evaluation."));
}

void CausePage::drawSummary()
{
    const auto* document = appeal::notice(now());
    m_summaryOpen->setVisible(document && !document->text.empty());
    if (!m_summary->isVisibleTo(body()) || !document)
        return;
    int n = 0;
    m_summaryLines->begin();
    for (const auto& line : cause::summary(model().reading(), document->text, catalogue(), windowLanguage())) {
        if (n == kMostLines)
            break;
        auto* row = m_summaryLines->row<TextButton>(QString::number(n++), [this] {
            auto* made = new TextButton;
            connect(made, &TextButton::clicked, this, [this, made] {
                const auto at = made->property("at").toPoint();
                if (at.y() > at.x())
                    pointTo({std::size_t(at.x()), std::size_t(at.y())});
            });
            return made;
        });
        row->setWords(q(line.text), q(line.text));
        row->setQuiet(line.rests.empty());
        row->setProperty("at", line.rests.empty() ? QPoint() : QPoint(int(line.rests.front().start), int(line.rests.front().end)));
    }
    m_summaryLines->end();
}

void CausePage::drawCauses()
{
    const auto& reading = model().reading();
    m_causes->begin();
    for (const auto& cause : now().causes)
        m_causes
            ->row<CauseCard>(q(cause.id),
                [&] {
                    auto* card = new CauseCard(desk(), cause.id);
                    connect(card, &CauseCard::pointed, this, &CausePage::pointTo);
                    return card;
                })
            ->draw(cause, reading);
    m_causes->end();
}

QString CausePage::sentence(const appeal::Deadline& d) const
{
    const auto name = nameOf(catalogue(), "deadline_kinds", d.kind);
    const auto today = model().today();
    if (d.due) {
        const auto days = appeal::daysBetween(today, *d.due);
        return days >= 0 ? tr("%1: by %2 (in %n day(s))", nullptr, days).arg(name, longDay(*d.due)) : tr("%1: ended on %2").arg(name, longDay(*d.due));
    }
    if (d.from)
        return tr("%1: from %2 on").arg(name, longDay(*d.from));
    return name;
}

void CausePage::drawDeadlines()
{
    m_deadlines->begin();
    for (const auto& deadline : now().deadlines) {
        auto* row = m_deadlines->row<ReadingRow>(q(deadline.id), [&] {
            auto* made = new ReadingRow(nameOf(catalogue(), "deadline_kinds", deadline.kind));
            library::Field field;
            field.name = "due";
            field.type = "date";
            field.label = {{"en", s(tr("Last day"))}, {"zh", s(tr("Last day"))}};
            auto* day = FieldEditor::make(field, {}, made);
            day->input()->setAccessibleName(tr("Last day"));
            made->setChanger(day);
            if (deadline.by == appeal::By::Person && !deadline.due && !deadline.from)
                QMetaObject::invokeMethod(made, &ReadingRow::openChanger, Qt::QueuedConnection); // it has no day yet: ask for it
            const auto id = deadline.id;
            const auto find = [this, id]() -> const appeal::Deadline* {
                for (const auto& d : now().deadlines)
                    if (d.id == id)
                        return &d;
                return nullptr;
            };
            connect(made, &ReadingRow::pointed, this, &CausePage::pointTo);
            connect(made, &ReadingRow::confirmed, this, [this, find] {
                if (const auto* d = find()) {
                    auto mine = *d;
                    mine.by = appeal::By::Person;
                    model().edit(appeal::PutDeadline{mine});
                }
            });
            connect(made, &ReadingRow::removed, this, [this, find] {
                if (const auto* d = find()) {
                    std::vector<appeal::Edit> edits{appeal::RemoveDeadline{d->id}};
                    if (!d->document.empty() && d->end > d->start)
                        edits.insert(edits.begin(), appeal::Correct{{d->document, d->start, d->end, {}, {}}});
                    model().edit(edits);
                }
            });
            connect(made, &ReadingRow::changeBegun, this, [find, day] {
                if (const auto* d = find(); d && d->due)
                    day->setText(q(appeal::isoDate(*d->due)));
            });
            connect(day, &FieldEditor::edited, this, [this, find, day] {
                const auto* d = find();
                const auto due = appeal::parseDate(s(day->text().trimmed()));
                if (d && due) {
                    auto mine = *d;
                    mine.due = due;
                    mine.by = appeal::By::Person;
                    model().edit(appeal::PutDeadline{mine});
                }
            });
            return made;
        });
        const auto* document = appeal::findDocument(now(), deadline.document);
        const bool inNotice = document && document == appeal::notice(now());
        const appeal::Span span{deadline.start, deadline.end};
        row->setSpan(inNotice && span.end > span.start ? std::optional(span) : std::nullopt);
        QString quote;
        if (inNotice && span.end > span.start && span.end <= document->text.size()) {
            const auto [first, last] = text::sentenceAround(document->text, span.start, span.end);
            quote = words({first, last});
        }
        row->draw(sentence(deadline), quote, deadline.by == appeal::By::Person);
    }
    m_deadlines->end();
    const bool acting = followup::answerBy(now(), catalogue(), model().today()).has_value();
    const auto* document = appeal::notice(now());
    m_noDeadline->setVisible(!acting && document && !document->text.empty());
}

void CausePage::drawFactRows()
{
    QStringList wanted;
    for (const auto& id : now().asksFor)
        wanted << nameOf(catalogue(), "asks_for", id);
    setWords(m_wanted, wanted.isEmpty() ? QString() : tr("What they want: %1").arg(wanted.join(windowLanguage() == "zh" ? QStringLiteral("、") : QStringLiteral(", "))));
    m_wanted->setVisible(!wanted.isEmpty());

    const auto& reading = model().reading();
    m_facts->begin();
    for (const auto& [name, entity] : kGiven) {
        const auto* field = catalogue().fact("case", name);
        const appeal::FactRef ref{appeal::Scope::Case, {}, name};
        const auto it = now().facts.find(ref);
        const auto value = it == now().facts.end() ? std::string{} : appeal::anyOf(it->second.value);
        const std::string_view fact(name);
        // what no notice needs to say is shown only where it does; marketplace, store and day are always wanted
        if (!field || (value.empty() && !m_allFacts->isChecked() && fact != "marketplace" && fact != "store" && fact != "notice_date"))
            continue;
        std::vector<appeal::Span> at;
        for (const auto& e : reading.entities)
            if (e.kind == entity && !e.at.empty() && value.find(e.value) != std::string::npos)
                at.insert(at.end(), e.at.begin(), e.at.end());
        if (fact == "notice_date" && reading.noticeDateAt.end > reading.noticeDateAt.start)
            at = {reading.noticeDateAt};
        auto* row = m_facts->row<ReadingRow>(q(fact), [&] {
            auto* made = new ReadingRow(in(field->label));
            connect(made, &ReadingRow::pointed, this, &CausePage::pointTo);
            connect(made, &ReadingRow::confirmed, this, [this, ref] {
                if (const auto there = now().facts.find(ref); there != now().facts.end())
                    for (const auto& [language, text] : there->second.value)
                        model().edit(appeal::SetFact{ref, language, text, appeal::Source::Typed});
            });
            connect(made, &ReadingRow::removed, this, [this, ref, made] {
                std::vector<appeal::Edit> edits;
                const auto* document = appeal::notice(now());
                for (const auto& span : made->property("spans").toList())
                    if (document)
                        edits.push_back(appeal::Correct{{document->id, std::size_t(span.toPoint().x()), std::size_t(span.toPoint().y()), {}, {}}});
                if (const auto there = now().facts.find(ref); there != now().facts.end())
                    for (const auto& [language, text] : there->second.value)
                        edits.push_back(appeal::SetFact{ref, language, {}, appeal::Source::Typed});
                model().edit(edits);
            });
            connect(made, &ReadingRow::changeBegun, this, [this, ref, field, made] {
                if (made->changer())
                    return;
                letter::FactState state;
                state.name = ref.name;
                state.field = field;
                if (const auto there = now().facts.find(ref); there != now().facts.end()) {
                    state.value = there->second.value;
                    state.source = there->second.source;
                }
                auto* changer = new FactRow(desk(), state, made);
                changer->setFocusProxy(changer->editor()->input());
                made->setChanger(changer);
            });
            return made;
        });
        QVariantList spans;
        for (const auto& span : at)
            spans << QPoint(int(span.start), int(span.end));
        row->setProperty("spans", spans);
        row->setSpan(at.empty() ? std::nullopt : std::optional(at.front()));
        QString shownValue = q(value);
        if (fact == "marketplace")
            shownValue = nameOfMarketplace(catalogue(), value);
        else if (fact == "store")
            shownValue = nameOfMarketplace(catalogue(), appeal::caseFact(now(), "marketplace"), value);
        else if (const auto day = field->type == "date" ? appeal::parseDate(value) : std::nullopt)
            shownValue = longDay(*day);
        if (value.empty())
            shownValue = tr("not known");
        row->draw(shownValue, at.size() == 1 && fact == "notice_date" ? words(at.front()) : QString(), !value.empty() && it->second.source == appeal::Source::Typed);
        if (auto* changer = static_cast<FactRow*>(row->changer()); changer && changer->isVisible()) {
            letter::FactState state;
            state.name = name;
            state.field = field;
            if (it != now().facts.end()) {
                state.value = it->second.value;
                state.source = it->second.source;
            }
            changer->draw(state);
        }
    }
    m_facts->end();
}

void CausePage::reveal(const appeal::Place& place)
{
    if (!place.fact.empty() && m_seller->reveal(place.fact)) {
        ensureWidgetVisible(m_seller, 0, 40);
        return;
    }
    if (const auto dot = place.fact.find(".route"); dot != std::string::npos || place.fact == "route") {
        for (const auto& cause : now().causes)
            if (place.fact == "route" ? !cause.route.has_value() : place.fact.compare(0, dot, cause.id) == 0)
                if (auto* card = m_causes->at(q(cause.id))) {
                    ensureWidgetVisible(card);
                    if (auto* radio = card->findChild<QAbstractButton*>(QStringLiteral("route:%1:admit").arg(q(cause.id))))
                        radio->setFocus();
                    return;
                }
    }
    if (auto* row = m_facts->at(q(place.fact))) {
        ensureWidgetVisible(row);
        static_cast<ReadingRow*>(row)->openChanger();
        return;
    }
    m_notice->setFocus();
}

} // namespace desktop
