#include "storage/case_store.h"

#include "storage/describe.h"
#include "text/decode.h"

#include <algorithm>

namespace storage {

namespace archive {

// The members of each edit, by name (resources/edits.schema.json is held to them by a test). A letter left out is the one being worked on.
template <typename A> void describe(A& a, appeal::AddDocument& v) { a.must("document", v.document); }
template <typename A> void describe(A& a, appeal::SetDocumentText& v) { a.must("document", v.document), a.must("text", v.text); }
template <typename A> void describe(A& a, appeal::SetReceived& v) { a.must("document", v.document), a("received", v.received); }
template <typename A> void describe(A& a, appeal::Correct& v) { a.must("correction", v.correction); }
template <typename A> void describe(A& a, appeal::Uncorrect& v) { a.must("document", v.document), a.must("start", v.start), a.must("end", v.end); }
template <typename A> void describe(A& a, appeal::SetUnderstanding& v) { a("actions", v.actions), a("way", v.way), a("asks_for", v.asksFor), a("attempt_limit", v.attemptLimit); }
template <typename A> void describe(A& a, appeal::ChooseCause& v) { a.must("cause", v.cause), a("by", v.by), a("at", v.at); }
template <typename A> void describe(A& a, appeal::RemoveCause& v) { a.must("cause", v.cause); }
template <typename A> void describe(A& a, appeal::SetRoute& v) { a.must("cause", v.cause), a("route", v.route), a("by", v.by); }
template <typename A> void describe(A& a, appeal::SetWhys& v) { a.must("cause", v.cause), a.must("whys", v.whys); }
template <typename A> void describe(A& a, appeal::PutDeadline& v) { a.must("deadline", v.deadline); }
template <typename A> void describe(A& a, appeal::RemoveDeadline& v) { a.must("id", v.id); }
template <typename A> void describe(A& a, appeal::SetFact& v)
{
    a("scope", v.fact.scope), a("owner", v.fact.owner), a.must("name", v.fact.name);
    a("language", v.language), a.must("value", v.value), a("source", v.source);
}
template <typename A> void describe(A& a, appeal::PutFigure& v) { a.must("figure", v.figure); }
template <typename A> void describe(A& a, appeal::RemoveFigure& v) { a.must("metric", v.metric), a("channel", v.channel), a("window", v.window); }
template <typename A> void describe(A& a, appeal::AnswerPractice& v) { a.must("question", v.question), a.must("answer", v.answer); }
template <typename A> void describe(A& a, appeal::AddRecord& v) { a.must("record", v.record), a("at", v.at); }
template <typename A> void describe(A& a, appeal::SetField& v) { a.must("record", v.record), a.must("member", v.member), a("language", v.language), a.must("value", v.value); }
template <typename A> void describe(A& a, appeal::SetRecordCauses& v) { a.must("record", v.record), a.must("causes", v.causes); }
template <typename A> void describe(A& a, appeal::RemoveRecord& v) { a.must("record", v.record); }
template <typename A> void describe(A& a, appeal::MoveRecord& v) { a.must("record", v.record), a.must("to", v.to); }
template <typename A> void describe(A& a, appeal::PutEvidence& v) { a.must("evidence", v.evidence); }
template <typename A> void describe(A& a, appeal::RemoveEvidence& v) { a.must("id", v.id); }
template <typename A> void describe(A& a, appeal::AddLetter& v) { a.must("kind", v.kind), a("language", v.language), a("current", v.current); }
template <typename A> void describe(A& a, appeal::RemoveLetter& v) { a("letter", v.letter); }
template <typename A> void describe(A& a, appeal::SetLetterKind& v) { a("letter", v.letter), a.must("kind", v.kind); }
template <typename A> void describe(A& a, appeal::SetLetterLanguage& v) { a("letter", v.letter), a.must("language", v.language); }
template <typename A> void describe(A& a, appeal::UseLetter& v) { a.must("letter", v.letter); }
template <typename A> void describe(A& a, appeal::PickClause& v) { a("letter", v.letter), a.must("pick", v.pick), a("new_record", v.newRecord), a("at", v.at); }
template <typename A> void describe(A& a, appeal::DropPick& v) { a("letter", v.letter), a.must("pick", v.pick); }
template <typename A> void describe(A& a, appeal::MovePick& v) { a("letter", v.letter), a.must("pick", v.pick), a.must("to", v.to), a("section", v.section), a("cause", v.cause); }
template <typename A> void describe(A& a, appeal::SetVariant& v) { a("letter", v.letter), a.must("place", v.place), a.must("variant", v.variant); }
template <typename A> void describe(A& a, appeal::Reword& v) { a("letter", v.letter), a.must("place", v.place), a.must("language", v.language), a("text", v.text), a("other", v.other); }
template <typename A> void describe(A& a, appeal::Confirm& v) { a("letter", v.letter), a.must("pick", v.pick), a("claim", v.claim); }
template <typename A> void describe(A& a, appeal::Unconfirm& v) { a("letter", v.letter), a.must("pick", v.pick); }
template <typename A> void describe(A& a, appeal::SetVoice& v) { a.must("voice", v.voice); }
template <typename A> void describe(A& a, appeal::SetProfile& v) { a.must("profile", v.profile); }
template <typename A> void describe(A& a, appeal::SetTitle& v) { a.must("title", v.title); }
template <typename A> void describe(A& a, appeal::SetTags& v) { a.must("tags", v.tags); }
template <typename A> void describe(A& a, appeal::RecordSubmission& v) { a.must("event", v.event); }
template <typename A> void describe(A& a, appeal::RecordReply& v) { a.must("event", v.event); }
template <typename A> void describe(A& a, appeal::RecordEvent& v) { a.must("event", v.event); }
template <typename A> void describe(A& a, appeal::TickPromise& v) { a.must("record", v.record), a("tick", v.tick); }
template <typename A> void describe(A& a, appeal::PutSetAside& v) { a.must("what", v.what); }
template <typename A> void describe(A& a, appeal::RemoveSetAside& v) { a.must("check", v.check), a.must("text", v.text); }
template <typename A> void describe(A& a, appeal::SetOutcome& v) { a.must("outcome", v.outcome), a("closed", v.closed); }

} // namespace archive

namespace {

using appeal::Edit;
using appeal::Error;
using archive::Json;

/// In the order of the variant's alternatives.
constexpr const char* kNames[] = {"add_document", "set_document_text", "set_received", "correct", "uncorrect", "set_understanding", "choose_cause", "remove_cause", "set_route", "set_whys", "put_deadline",
    "remove_deadline", "set_fact", "put_figure", "remove_figure", "answer_practice", "add_record", "set_field", "set_record_causes", "remove_record", "move_record", "put_evidence", "remove_evidence", "add_letter",
    "remove_letter", "set_letter_kind", "set_letter_language", "use_letter", "pick_clause", "drop_pick", "move_pick", "set_variant", "reword", "confirm", "unconfirm", "set_voice", "set_profile", "set_title",
    "set_tags", "record_submission", "record_reply", "record_event", "tick_promise", "put_set_aside", "remove_set_aside", "set_outcome"};
static_assert(std::size(kNames) == std::variant_size_v<Edit>);

template <std::size_t... I>
Edit readEdit(std::size_t which, const archive::Parsed& json, const archive::Path& path, std::index_sequence<I...>)
{
    Edit out;
    const auto read = [&]<std::size_t N>(std::integral_constant<std::size_t, N>) {
        if (which != N)
            return;
        std::variant_alternative_t<N, Edit> value{};
        archive::Reader reader(json, path);
        reader.skip("edit");
        archive::describe(reader, value);
        reader.finish();
        if constexpr (requires { value.event.on; })
            if (!value.event.on.ok())
                archive::Reader::refuse(path.member("event"), "\"on\" is missing");
        out = std::move(value);
    };
    (read(std::integral_constant<std::size_t, I>{}), ...);
    return out;
}

} // namespace

appeal::Result<std::vector<Edit>> editsFromJson(std::string_view json, std::string_view name)
{
    const std::string where(name);
    if (!text::validUtf8(json))
        return Error{Error::Code::Unreadable, where, "this is no valid text (UTF-8)"};
    auto parsed = archive::parse(json);
    if (const auto* trouble = std::get_if<archive::Trouble>(&parsed))
        return Error{Error::Code::Unreadable, where + ":" + trouble->path, trouble->what};
    const auto& root = std::get<archive::Parsed>(parsed);
    if (!root.is_array())
        return Error{Error::Code::Unreadable, where + ":1:1", "a list of edits is wanted"};
    std::vector<Edit> out;
    try {
        for (std::size_t i = 0; i < root.size(); ++i) {
            const archive::Path path{nullptr, {}, i, true};
            if (!root[i].is_object() || !root[i].contains("edit") || !root[i]["edit"].is_string())
                archive::Reader::refuse(path, "an object with \"edit\" is wanted");
            const auto& kind = root[i]["edit"].get_ref<const std::string&>();
            const auto it = std::find_if(std::begin(kNames), std::end(kNames), [&](const char* n) { return kind == n; });
            if (it == std::end(kNames))
                archive::Reader::refuse(path, "no edit is called \"" + archive::shortened(kind) + "\"");
            out.push_back(readEdit(std::size_t(it - std::begin(kNames)), root[i], path, std::make_index_sequence<std::variant_size_v<Edit>>{}));
        }
    } catch (const archive::Refused& refused) {
        return Error{Error::Code::Unreadable, where, refused.trouble.path + ": " + refused.trouble.what};
    }
    return out;
}

std::string editsToJson(const std::vector<Edit>& edits)
{
    Json out = Json::array();
    for (const auto& edit : edits) {
        Json entry{{"edit", kNames[edit.index()]}};
        std::visit([&](const auto& value) {
            const auto members = archive::Writer::write(value);
            for (const auto& [key, member] : members.items())
                entry[key] = member;
        }, edit);
        out.push_back(std::move(entry));
    }
    return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace storage
