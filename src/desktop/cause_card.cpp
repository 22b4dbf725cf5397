#include "desktop/cause_card.h"

#include "desktop/language.h"
#include "desktop/strings.h"
#include "desktop/theme.h"

#include <QButtonGroup>
#include <QRadioButton>

#include <algorithm>
#include <array>

namespace desktop {

namespace {

constexpr std::array kRoutes{appeal::Route::Admit, appeal::Route::Dispute, appeal::Route::Documents, appeal::Route::Quiz};

} // namespace

CausePicker::CausePicker(Desk& desk, QWidget* parent) : FilterBox(tr("Choose a cause"), tr("Type a part of the cause's name"), parent), m_desk(desk)
{
    connect(this, &FilterBox::chosen, this, [this](const QString& id) { Q_EMIT picked(s(id)); });
}

void CausePicker::refill()
{
    const auto& catalogue = m_desk.model.catalogue();
    const auto marketplace = appeal::caseFact(m_desk.model.now(), "marketplace");
    QList<QPair<QString, QString>> here, other;
    for (const auto& cause : catalogue.causes) {
        const bool fits = marketplace.empty() || cause.marketplaces.empty() || std::find(cause.marketplaces.begin(), cause.marketplaces.end(), marketplace) != cause.marketplaces.end();
        (fits ? here : other) << qMakePair(in(cause.name), q(cause.id));
    }
    for (auto* part : {&here, &other})
        std::sort(part->begin(), part->end(), [](const auto& a, const auto& b) { return a.first.localeAwareCompare(b.first) < 0; });
    fill(here + other);
}

CauseCard::CauseCard(Desk& desk, const std::string& cause, QWidget* parent) : Card(parent), m_desk(desk), m_cause(cause), m_row(nullptr), m_group(new QButtonGroup(this))
{
    const auto& catalogue = desk.model.catalogue();
    const auto name = nameOfCause(catalogue, cause);
    setAccessibleName(name);
    m_row = new ReadingRow(tr("Cause"));
    m_row->setAccessibleName(name);
    column()->addWidget(m_row);
    m_picker = new CausePicker(desk);
    m_row->setChanger(m_picker);
    connect(m_row, &ReadingRow::changeBegun, m_picker, &CausePicker::refill);
    connect(m_row, &ReadingRow::pointed, this, &CauseCard::pointed);
    connect(m_row, &ReadingRow::confirmed, this, [this] { m_desk.model.edit(appeal::ChooseCause{m_cause, appeal::By::Person, {}}); });
    connect(m_row, &ReadingRow::removed, this, [this] {
        auto edits = disown();
        edits.push_back(appeal::RemoveCause{m_cause});
        m_desk.model.edit(edits);
    });
    connect(m_picker, &CausePicker::picked, this, [this](const std::string& other) {
        const auto& causes = m_desk.model.now().causes;
        const auto it = std::find_if(causes.begin(), causes.end(), [this](const auto& c) { return c.id == m_cause; });
        if (other == m_cause || it == causes.end()) {
            m_row->closeChanger();
            return;
        }
        const auto at = std::size_t(it - causes.begin());
        auto edits = disown();
        edits.push_back(appeal::RemoveCause{m_cause});
        edits.push_back(appeal::ChooseCause{other, appeal::By::Person, at});
        m_desk.model.edit(edits);
    });

    // screen readers and checks from outside find the four answers in a group named as the cause
    auto* box = new Group(name);
    auto* inside = box->column();
    auto* asked = words(tr("Did this happen?"));
    asked->setFont(scaled(font(), 1.0, true));
    inside->addWidget(asked);
    auto* line = new Line(nullptr, 14);
    for (const auto route : kRoutes) {
        const auto id = appeal::name(route);
        auto* radio = new QRadioButton(nameOf(catalogue, "routes", id));
        radio->setAccessibleName(radio->text());
        radio->setObjectName(QStringLiteral("route:%1:%2").arg(q(cause), q(id)));
        if (const auto* named = catalogue.named("routes", id)) {
            radio->setToolTip(in(named->hint));
            radio->setAccessibleDescription(in(named->hint));
        }
        m_group->addButton(radio);
        line->add(radio);
        m_routes.push_back(radio);
        connect(radio, &QRadioButton::clicked, this, [this, route] { m_desk.model.edit(appeal::SetRoute{m_cause, route, appeal::By::Person}); });
    }
    inside->addWidget(line);
    m_hint = quietWords({});
    inside->addWidget(m_hint);
    column()->addWidget(box);
}

std::vector<appeal::Edit> CauseCard::disown() const
{
    std::vector<appeal::Edit> out;
    if (const auto* document = appeal::notice(m_desk.model.now()))
        for (const auto& read : m_desk.model.reading().causes)
            if (read.id == m_cause)
                for (const auto& at : read.evidence)
                    out.push_back(appeal::Correct{{document->id, at.start, at.end, {}, {}}});
    return out;
}

void CauseCard::draw(const appeal::ChosenCause& cause, const appeal::Reading& reading)
{
    const auto& catalogue = m_desk.model.catalogue();
    QString quote;
    std::optional<appeal::Span> span;
    const auto* document = appeal::notice(m_desk.model.now());
    for (const auto& read : reading.causes)
        if (read.id == m_cause && !read.evidence.empty() && document && read.evidence.front().end <= document->text.size()) {
            span = read.evidence.front();
            quote = q(std::string_view(document->text).substr(span->start, span->end - span->start));
        }
    m_row->setSpan(span);
    m_row->draw(nameOfCause(catalogue, m_cause), quote, cause.by == appeal::By::Person);

    m_group->setExclusive(false);
    for (std::size_t i = 0; i < m_routes.size(); ++i)
        m_routes[i]->setChecked(cause.route && *cause.route == kRoutes[i]);
    m_group->setExclusive(true);
    const auto whole = cause.route ? std::string{} : library::wholeOf(m_desk.model.now(), catalogue, m_cause);
    setTone(cause.route || !whole.empty() ? Tone::Plain : Tone::Warning);
    QString hint = tr("Needed: until this is answered the letter neither apologises nor denies.");
    if (!whole.empty()) {
        hint = tr("A part of “%1”, and answered with it. Answer here only where this part is different.").arg(nameOfCause(catalogue, whole));
    } else if (cause.route) {
        const auto* named = catalogue.named("routes", appeal::name(*cause.route));
        hint = named ? in(named->hint) : QString();
    }
    setWords(m_hint, hint);
}

} // namespace desktop
