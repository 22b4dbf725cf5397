#include "desktop/mark_bar.h"

#include "cause/corrections.h"
#include "desktop/language.h"
#include "desktop/strings.h"

#include <algorithm>

namespace desktop {

namespace {

constexpr std::size_t kWords = 400; ///< bytes: a longer selection is meant for copying

} // namespace

MarkBar::MarkBar(Desk& desk, QWidget* parent) : QWidget(parent), m_desk(desk), m_words(quietWords({}))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    column->addWidget(m_words);
    m_line = new QWidget;
    auto* line = new QHBoxLayout(m_line);
    line->setContentsMargins(0, 0, 0, 0);
    m_kind = new FilterBox(tr("What these words are"), tr("What are these words?"));
    line->addWidget(m_kind, 1);
    m_nothing = smallButton(tr("Not that"), tr("These words are nothing that matters"));
    m_nothing->setToolTip(tr("These words are nothing that matters"));
    line->addWidget(m_nothing);
    m_asRead = smallButton(tr("As it was read"), tr("Take my correction of these words back"));
    m_asRead->setToolTip(tr("Take my correction of these words back"));
    line->addWidget(m_asRead);
    column->addWidget(m_line);
    // nothing below moves when the caret comes to a mark
    auto policy = m_line->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_line->setSizePolicy(policy);
    m_words->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_words->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_line->hide();
    connect(m_kind, &FilterBox::chosen, this, &MarkBar::say);
    connect(m_nothing, &QToolButton::clicked, this, [this] { say({}); });
    connect(m_asRead, &QToolButton::clicked, this, [this] {
        const auto* document = appeal::notice(m_desk.model.now());
        for (const auto& correction : m_desk.model.now().corrections)
            if (document && correction.document == document->id && correction.start < m_at.end && m_at.start < correction.end) {
                m_desk.model.rest();
                m_desk.model.correct({appeal::Uncorrect{correction.document, correction.start, correction.end}});
                return;
            }
    });
}

void MarkBar::look(const appeal::Span& words)
{
    m_look = words;
    draw();
}

void MarkBar::draw()
{
    const auto& model = m_desk.model;
    const auto& catalogue = model.catalogue();
    const auto* document = appeal::notice(model.now());
    std::optional<cause::Mark> mark;
    m_at = {};
    bool corrected = false;
    if (document && m_look.end <= document->text.size() && m_look.end - m_look.start <= kWords && model.knowledge().reader()) {
        mark = cause::markAt(model.reading(), m_look);
        const bool selected = m_look.end > m_look.start;
        m_at = selected ? m_look : mark ? mark->at : appeal::Span{};
        // what a person called nothing can be taken back at its words
        for (const auto& correction : model.now().corrections)
            if (correction.document == document->id && correction.start <= m_look.start && m_look.end <= correction.end) {
                corrected = true;
                if (!selected)
                    m_at = {correction.start, correction.end};
            }
    }
    const bool any = m_at.end > m_at.start;
    showLine(any);
    if (!any) {
        m_chosenFor.clear();
        setWords(m_words, document && !document->text.empty() ? tr("Underlined: cause · dashed: deadline · dotted: what they want · tinted: ids and dates. Something is wrong or missing? Click it, or select the words.") : QString());
        m_words->setVisible(!m_words->text().isEmpty());
        return;
    }
    fill();
    auto quote = q(std::string_view(document->text).substr(m_at.start, m_at.end - m_at.start)).simplified();
    if (quote.size() > 60)
        quote = quote.left(60) + QStringLiteral("…");
    QString kind;
    if (mark && mark->kind == "causes")
        kind = desktop::say(catalogue, "mark.cause", {{"name", s(nameOfCause(catalogue, mark->value))}});
    else if (mark && mark->kind == "deadlines")
        kind = desktop::say(catalogue, "mark.deadline", {{"name", s(nameOf(catalogue, "deadline_kinds", mark->value))}});
    else if (mark && mark->kind == "asks_for")
        kind = desktop::say(catalogue, "mark.asks_for", {{"name", s(nameOf(catalogue, "asks_for", mark->value))}});
    else if (mark)
        kind = desktop::say(catalogue, "entity." + mark->kind);
    setWords(m_words, mark ? tr("“%1” is read as: %2").arg(quote, kind) : corrected ? tr("“%1”: you said that it is nothing that matters.").arg(quote) : tr("“%1” is not marked. What is it?").arg(quote));
    m_words->show();
    const auto id = mark ? q(mark->kind == "causes" || mark->kind == "deadlines" || mark->kind == "asks_for" ? mark->kind + ":" + mark->value : mark->kind) : QString();
    // what is half typed there stays while the same words are spoken of
    if (const auto key = QStringLiteral("%1 %2 %3").arg(m_at.start).arg(m_at.end).arg(id); key != m_chosenFor) {
        m_chosenFor = key;
        m_kind->choose(id);
    }
    m_nothing->setVisible(mark.has_value());
    m_asRead->setVisible(corrected);
}

void MarkBar::showLine(bool on)
{
    if (m_line->isHidden() == !on)
        return;
    m_line->setVisible(on);
    Q_EMIT toggled();
}

void MarkBar::fill()
{
    const auto& catalogue = m_desk.model.catalogue();
    const auto marketplace = appeal::caseFact(m_desk.model.now(), "marketplace");
    if (m_filledFor == marketplace)
        return;
    m_filledFor = marketplace;
    QList<QPair<QString, QString>> all, part;
    for (const auto& kind : cause::kindsToChoose(marketplace))
        all << qMakePair(desktop::say(catalogue, "entity." + kind), q(kind));
    const auto flush = [&] {
        std::sort(part.begin(), part.end(), [](const auto& a, const auto& b) { return a.first.localeAwareCompare(b.first) < 0; });
        all << part;
        part.clear();
    };
    for (const auto& cause : catalogue.causes)
        if (marketplace.empty() || cause.marketplaces.empty() || std::find(cause.marketplaces.begin(), cause.marketplaces.end(), marketplace) != cause.marketplaces.end())
            part << qMakePair(desktop::say(catalogue, "mark.cause", {{"name", s(in(cause.name))}}), q("causes:" + cause.id));
    flush();
    for (const char* vocabulary : {"deadline_kinds", "asks_for"}) {
        const std::string kind = vocabulary == std::string_view("asks_for") ? "asks_for" : "deadlines";
        if (const auto it = catalogue.vocabularies.find(vocabulary); it != catalogue.vocabularies.end())
            for (const auto& named : it->second)
                part << qMakePair(desktop::say(catalogue, kind == "deadlines" ? "mark.deadline" : "mark.asks_for", {{"name", s(in(named.name))}}), q(kind + ":" + named.id));
        flush();
    }
    m_kind->fill(all);
    m_chosenFor.clear();
}

void MarkBar::say(const QString& id)
{
    const auto* document = appeal::notice(m_desk.model.now());
    if (!document || m_at.end <= m_at.start)
        return;
    const auto text = s(id);
    const auto colon = text.find(':');
    appeal::Correction said;
    said.document = document->id;
    said.start = m_at.start;
    said.end = m_at.end;
    said.kind = text.substr(0, colon);
    said.value = colon == std::string::npos ? std::string{} : text.substr(colon + 1);
    m_desk.model.sayWhatItIs(said);
}

} // namespace desktop
