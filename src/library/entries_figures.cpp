#include "library/entries.h"

namespace library {

namespace {

Store readStore(Values& values, const Located& entry)
{
    values.shaped(entry, "store");
    Store out;
    out.id = values.string(entry, "id");
    out.name = values.words(entry, "name");
    out.domain = values.string(entry, "domain");
    out.currency = values.string(entry, "currency");
    out.spelling = values.string(entry, "spelling");
    out.team = values.words(entry, "team");
    for (const auto& term : values.object(entry, "terms"))
        out.terms.emplace(term.key, term.text);
    return out;
}

} // namespace

void readMarketplace(Values& values, const Located& entry, Pack& pack)
{
    values.shaped(entry, "marketplace");
    Marketplace out;
    out.id = values.string(entry, "id");
    out.name = values.words(entry, "name");
    out.team = values.words(entry, "team");
    out.teams = values.listOfWords(entry, "teams");
    out.entrance = values.words(entry, "entrance");
    out.languages = values.words(entry, "languages");
    out.source = values.string(entry, "source");
    out.asOf = values.string(entry, "as_of");
    out.invoiceAgeDays = values.integer(entry, "invoice_age_days");
    for (const auto& store : values.list(entry, "stores"))
        out.stores.push_back(readStore(values, store));
    if (const auto* status = entry.find("status_request")) {
        values.shaped(*status, "status_request");
        out.statusFrom = values.integer(*status, "from").value_or(out.statusFrom);
        out.statusOn = values.integer(*status, "on").value_or(out.statusOn);
        out.statusUnconfirmed = values.flag(*status, "unconfirmed");
        out.statusSource = values.string(*status, "source");
        out.statusAsOf = values.string(*status, "as_of");
    }
    if (const auto* form = entry.find("form")) {
        values.shaped(*form, "form");
        for (const auto& box : values.list(*form, "boxes")) {
            values.shaped(box, "form_box");
            out.boxes.push_back({values.string(box, "id"), values.strings(box, "sections"), values.integer(box, "limit")});
        }
    }
    for (const auto& situation : values.object(entry, "attachment_types"))
        out.attachmentTypes.emplace(situation.key, values.stringsOf(situation));
    if (const auto* size = entry.find("attachment_size")) {
        values.shaped(*size, "attachment_size");
        out.attachmentMegabytes = values.integer(*size, "megabytes");
    }
    for (const auto& form : values.list(entry, "ids")) {
        values.shaped(form, "id_form");
        out.ids.push_back({values.string(form, "kind"), values.string(form, "example"), values.string(form, "standing"), values.words(form, "form")});
    }
    pack.catalogue.marketplaces.push_back(std::move(out));
}

void readMetric(Values& values, const Located& entry, Pack& pack)
{
    values.shaped(entry, "metric");
    Metric out;
    out.id = values.string(entry, "id");
    out.name = values.words(entry, "name");
    out.shortName = values.string(entry, "short");
    out.sign = values.string(entry, "sign");
    out.target = values.string(entry, "target");
    out.unit = values.string(entry, "unit");
    out.example = values.string(entry, "example");
    out.partOf = values.string(entry, "part_of");
    out.source = values.string(entry, "source");
    out.asOf = values.string(entry, "as_of");
    out.numerator = values.words(entry, "numerator");
    out.denominator = values.words(entry, "denominator");
    out.definition = values.words(entry, "definition");
    out.notes = values.words(entry, "notes");
    out.marketplaces = values.strings(entry, "marketplaces");
    out.channels = values.strings(entry, "channels");
    for (const auto& window : values.strings(entry, "windows"))
        out.windows.push_back(std::atoi(window.c_str()));
    out.unconfirmed = values.flag(entry, "unconfirmed");
    for (const auto& store : values.object(entry, "stores")) {
        values.shaped(store, "metric_store");
        out.storeTargets.emplace(store.key, values.string(store, "sign") + values.string(store, "target"));
    }
    pack.catalogue.metrics.push_back(std::move(out));
}

void readPractice(Values& values, const Located& entry, Pack& pack)
{
    values.shaped(entry, "practice");
    pack.catalogue.practices.push_back(
        {values.string(entry, "id"), values.string(entry, "area"), values.words(entry, "question"), values.words(entry, "area_name"), values.strings(entry, "leads_to")});
}

void readGuide(Values& values, const Located& entry, Pack& pack)
{
    values.shaped(entry, "guide");
    Guide out;
    out.id = values.string(entry, "id");
    out.name = values.words(entry, "name");
    out.marketplaces = values.strings(entry, "marketplaces");
    out.kinds = values.strings(entry, "kinds");
    out.stores = values.strings(entry, "stores");
    out.routes = values.strings(entry, "routes");
    out.page = values.string(entry, "page");
    out.source = values.string(entry, "source");
    out.asOf = values.string(entry, "as_of");
    out.steps = values.listOfWords(entry, "steps");
    out.next = values.listOfWords(entry, "next");
    out.unconfirmed = values.flag(entry, "unconfirmed");
    pack.catalogue.guides.push_back(std::move(out));
}

void readReport(Values& values, const Located& entry, Pack& pack)
{
    values.shaped(entry, "report");
    pack.catalogue.reports.push_back(Values::node(entry));
}

} // namespace library
