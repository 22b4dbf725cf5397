#include "desktop/seller_box.h"

#include "desktop/language.h"
#include "desktop/strings.h"
#include "desktop/words.h"

#include <QRadioButton>

#include <algorithm>
#include <array>

namespace desktop {

namespace {

/// What a profile keeps (catalogue, shared facts).
constexpr std::array kFacts{"store_name", "seller_id", "legal_entity", "business_address", "contact_name", "contact_role", "contact_phone", "contact_email"};
/// Without these no letter goes out.
constexpr std::array kNeeded{"store_name", "contact_name", "contact_phone"};

} // namespace

SellerBox::SellerBox(Desk& desk, QWidget* parent) : Card(parent), m_desk(desk)
{
    setAccessibleName(tr("Seller"));
    auto* top = new Line;
    top->add(heading(tr("Who you are"), 2));
    column()->addWidget(top);
    m_sentence = words({});
    column()->addWidget(m_sentence);
    m_offers = new Rows(nullptr, 4);
    column()->addWidget(m_offers);
    m_edit = button(tr("Change the seller's data"));
    column()->addWidget(m_edit);
    m_form = new QWidget;
    auto* form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    m_fields = new Rows;
    m_fields->useColumns(210);
    form->addWidget(m_fields);
    auto* voice = new Line;
    auto* group = new Group(tr("How the letter speaks"));
    m_we = new QRadioButton(tr("The letter says “we” (a company)"));
    m_i = new QRadioButton(tr("The letter says “I” (a sole trader)"));
    group->column()->addWidget(m_we);
    group->column()->addWidget(m_i);
    voice->add(group);
    form->addWidget(voice);
    m_keep = button(tr("Keep for the next case"));
    m_keep->setToolTip(tr("The seller's data is offered when another notice names this store. It stays on this computer."));
    form->addWidget(m_keep);
    column()->addWidget(m_form);

    connect(m_edit, &QPushButton::clicked, this, [this] {
        m_open = !m_open;
        draw();
    });
    connect(m_keep, &QPushButton::clicked, this, &SellerBox::keep);
    connect(&desk.model, &CaseModel::opened, this, [this] { m_open = false; });
    connect(m_we, &QRadioButton::clicked, this, [this] { m_desk.model.edit(appeal::SetVoice{appeal::Voice::We}); });
    connect(m_i, &QRadioButton::clicked, this, [this] { m_desk.model.edit(appeal::SetVoice{appeal::Voice::I}); });
}

void SellerBox::showEvent(QShowEvent* event)
{
    Card::showEvent(event);
    fetch();
}

void SellerBox::fetch()
{
    m_desk.storage.ask(
        this, [](Stores& stores) { return stores.cases ? stores.cases->profiles() : appeal::Result<std::vector<storage::Profile>>(std::vector<storage::Profile>{}); },
        [this](appeal::Result<std::vector<storage::Profile>> profiles) {
            m_asked = true;
            if (profiles)
                m_profiles = std::move(*profiles);
            if (m_desk.model.isOpen())
                draw();
        });
}

std::vector<letter::FactState> SellerBox::states() const
{
    std::vector<letter::FactState> out;
    const auto& c = m_desk.model.now();
    for (const char* name : kFacts) {
        letter::FactState state;
        state.name = name;
        state.field = m_desk.model.catalogue().fact("case", name);
        if (!state.field)
            continue;
        if (const auto it = c.facts.find({appeal::Scope::Case, {}, name}); it != c.facts.end()) {
            state.value = it->second.value;
            state.source = it->second.source;
        }
        state.missing = state.value.empty() && std::find(kNeeded.begin(), kNeeded.end(), std::string_view(name)) != kNeeded.end();
        out.push_back(std::move(state));
    }
    return out;
}

void SellerBox::draw()
{
    const auto& c = m_desk.model.now();
    const auto value = [&](const char* name) { return appeal::caseFact(c, name); };
    const bool complete = std::all_of(kNeeded.begin(), kNeeded.end(), [&](const char* name) { return !value(name).empty(); });
    const bool personal = !value("contact_name").empty() || !value("contact_phone").empty() || !c.profile.empty();

    // offers: the profile that the notice names, or all of them, as long as nobody said who it is
    std::vector<const storage::Profile*> offered;
    QString asked;
    if (m_asked && !personal && !m_profiles.empty()) {
        std::vector<std::pair<std::string, std::map<std::string, std::string>>> all;
        for (const auto& p : m_profiles)
            all.emplace_back(p.name, p.facts);
        const auto* document = appeal::notice(c);
        const auto named = journey::namedProfile(all, m_desk.model.reading(), document ? document->text : std::string{});
        for (const auto& p : m_profiles)
            if (named.empty() || p.name == named)
                offered.push_back(&p);
        asked = named.empty() ? tr("Which of your stores is this notice for?") : tr("The notice names %1.").arg(q(named));
    }
    m_offers->begin();
    for (const auto* p : offered) {
        auto* b = m_offers->row<QPushButton>(q(p->name), [&] {
            auto* made = button(tr("Use the data of %1").arg(q(p->name)));
            connect(made, &QPushButton::clicked, this, [this, name = p->name] {
                for (const auto& profile : m_profiles)
                    if (profile.name == name)
                        use(profile);
            });
            return made;
        });
        (void)b;
    }
    if (const auto store = addressed(); offered.empty() && value("store_name").empty() && !store.empty()) {
        m_offers->row<QPushButton>(QStringLiteral("addressed:") + q(store), [&] {
            auto* made = button(tr("The notice is addressed to %1: take the name").arg(q(store)));
            connect(made, &QPushButton::clicked, this, [this, store] {
                // member by member: in one expression GCC 12 warns of an uninitialised name that is none
                appeal::SetFact edit;
                edit.fact.scope = appeal::Scope::Case;
                edit.fact.name = "store_name";
                edit.value = store;
                m_desk.model.edit(edit);
            });
            return made;
        });
    }
    m_offers->end();

    QString sentence = asked;
    if (sentence.isEmpty() && complete) {
        QStringList parts;
        for (const char* name : {"store_name", "contact_name", "contact_role", "contact_phone"})
            if (!value(name).empty())
                parts << q(value(name));
        sentence = parts.join(QStringLiteral(" · "));
    } else if (sentence.isEmpty()) {
        sentence = tr("The letter is signed with this data. It stays on this computer.");
    }
    setWords(m_sentence, sentence);

    // once it is open it stays so until a person closes it: the last field that was missing is still being typed in
    const bool wanted = !complete && offered.empty();
    m_open = m_open || (m_asked && wanted);
    const bool form = m_open || wanted;
    m_edit->setVisible(complete || !offered.empty());
    m_edit->setText(!form && !offered.empty() && !complete ? tr("It is another seller") : form ? tr("Close the seller's data") : tr("Change the seller's data"));
    m_edit->setAccessibleName(m_edit->text());
    m_form->setVisible(form);
    if (!form)
        return;
    drawFacts(*m_fields, m_desk, states());
    m_we->setChecked(c.voice == appeal::Voice::We);
    m_i->setChecked(c.voice == appeal::Voice::I);
    m_keep->setEnabled(!value("store_name").empty());
}

std::string SellerBox::addressed() const
{
    // a masked name is somebody else's account
    for (const auto& entity : m_desk.model.reading().entities)
        if (entity.kind == "account_names" && entity.doubtful.empty() && entity.value.find('*') == std::string::npos)
            return entity.value;
    return {};
}

void SellerBox::use(const storage::Profile& profile)
{
    m_open = false;
    m_desk.model.edit(journey::useProfile(profile.name, profile.facts));
}

void SellerBox::keep()
{
    const auto& c = m_desk.model.now();
    storage::Profile profile;
    // data that was taken from a profile and became another store's is a profile of its own
    const auto store = appeal::caseFact(c, "store_name");
    const auto known = std::find_if(m_profiles.begin(), m_profiles.end(), [&](const auto& p) { return p.name == c.profile; });
    const bool same = known != m_profiles.end() && known->facts.count("store_name") != 0 && known->facts.at("store_name") == store;
    profile.name = same ? c.profile : store;
    for (const char* name : kFacts)
        if (const auto value = appeal::caseFact(c, name); !value.empty())
            profile.facts[name] = value;
    for (const char* name : {"marketplace", "store"})
        if (const auto value = appeal::caseFact(c, name); !value.empty())
            profile.facts[name] = value;
    profile.facts["voice"] = c.voice == appeal::Voice::I ? "I" : "we";
    m_desk.storage.ask(
        this,
        [profile](Stores& stores) -> appeal::Result<appeal::Done> {
            if (!stores.cases)
                return appeal::Error{appeal::Error::Code::CannotWrite, "cases.db", {}};
            return stores.cases->saveProfile(profile);
        },
        [this, name = profile.name](appeal::Result<appeal::Done> done) {
            if (!done) {
                Q_EMIT said(ErrorWords::of(done.error(), &m_desk.model.catalogue()));
                return;
            }
            m_open = false;
            m_desk.model.edit(appeal::SetProfile{name});
            Q_EMIT said(tr("Kept: %1 is offered when another notice names it.").arg(q(name)));
            fetch();
        });
}

bool SellerBox::reveal(const std::string& fact)
{
    if (std::find(kFacts.begin(), kFacts.end(), std::string_view(fact)) == kFacts.end())
        return false;
    m_open = true;
    draw();
    if (auto* row = m_fields->at(q("case::" + fact)))
        static_cast<FactRow*>(row)->editor()->input()->setFocus();
    return true;
}

} // namespace desktop
