#include "text/mail.h"

#include "text/decode.h"
#include "text/encodings.h"
#include "text/markup.h"

#include <gmime/gmime.h>

#include <cstdio>
#include <memory>
#include <mutex>

namespace text {

namespace {

constexpr int kDeepest = 8; // mails in mails, parts in parts

struct Unref
{
    void operator()(void* object) const
    {
        if (object)
            g_object_unref(object);
    }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

void startOnce()
{
    static std::once_flag once;
    std::call_once(once, [] { g_mime_init(); });
}

std::string valid(const char* text)
{
    if (!text)
        return {};
    if (validUtf8(text))
        return text;
    auto unicode = toUnicode(text);
    return unicode ? std::move(unicode->text) : std::string{};
}

std::string addresses(InternetAddressList* list)
{
    if (!list || internet_address_list_length(list) == 0)
        return {};
    char* text = internet_address_list_to_string(list, nullptr, false);
    auto out = valid(text);
    g_free(text);
    for (auto& c : out)
        if (c == '\n' || c == '\r' || c == '\t')
            c = ' ';
    return out;
}

std::string content(GMimePart* part)
{
    auto* wrapper = g_mime_part_get_content(part);
    if (!wrapper)
        return {};
    const Owned<GMimeStream> stream(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(wrapper, stream.get());
    auto* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
    const char* charset = g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset");
    auto unicode = toUnicode({reinterpret_cast<const char*>(bytes->data), bytes->len}, charset ? charset : "");
    return unicode ? std::move(unicode->text) : std::string{};
}

bool isType(GMimeObject* object, const char* type, const char* subtype)
{
    return g_mime_content_type_is_type(g_mime_object_get_content_type(object), type, subtype);
}

void message(GMimeMessage* mail, std::string& out, int depth);

/// The part of multipart/alternative to show: plain text before HTML.
GMimeObject* best(GMimeMultipart* multipart)
{
    GMimeObject* html = nullptr;
    for (int i = 0; i < g_mime_multipart_get_count(multipart); ++i) {
        auto* part = g_mime_multipart_get_part(multipart, i);
        if (isType(part, "text", "plain"))
            return part;
        if (!html || isType(part, "text", "html"))
            html = part;
    }
    return html;
}

void object(GMimeObject* part, std::string& out, int depth)
{
    if (!part || depth > kDeepest || out.size() > kLargest)
        return;
    if (GMIME_IS_MESSAGE_PART(part)) {
        if (auto* inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(part))) {
            out += "\n-----Original Message-----\n";
            message(inner, out, depth + 1);
        }
    } else if (GMIME_IS_MULTIPART(part)) {
        auto* multipart = GMIME_MULTIPART(part);
        if (isType(part, "multipart", "alternative")) {
            object(best(multipart), out, depth + 1);
            return;
        }
        for (int i = 0; i < g_mime_multipart_get_count(multipart); ++i)
            object(g_mime_multipart_get_part(multipart, i), out, depth + 1);
    } else if (GMIME_IS_PART(part) && isType(part, "text", "*") && !g_mime_part_is_attachment(GMIME_PART(part))) {
        auto body = content(GMIME_PART(part));
        if (isType(part, "text", "html") || looksLikeHtml(body))
            body = htmlToText(body);
        out += body;
        if (!out.empty() && out.back() != '\n')
            out += '\n';
    }
}

void header(std::string& out, const char* name, const std::string& value)
{
    if (!value.empty())
        out += std::string(name) + ": " + value + "\n";
}

void message(GMimeMessage* mail, std::string& out, int depth)
{
    header(out, "From", addresses(g_mime_message_get_from(mail)));
    header(out, "To", addresses(g_mime_message_get_to(mail)));
    header(out, "Subject", valid(g_mime_message_get_subject(mail)));
    header(out, "Date", valid(g_mime_object_get_header(GMIME_OBJECT(mail), "Date")));
    out += '\n';
    object(g_mime_message_get_mime_part(mail), out, depth);
}

/// Does a line of the head start with one of the fields that only a mail in transit has?
bool transitHeader(std::string_view line)
{
    for (const std::string_view field : {"mime-version:", "message-id:", "content-transfer-encoding:", "return-path:", "received:", "delivered-to:", "dkim-signature:", "content-type:"}) {
        if (line.size() < field.size())
            continue;
        bool same = true;
        for (std::size_t i = 0; i < field.size() && same; ++i)
            same = (line[i] >= 'A' && line[i] <= 'Z' ? static_cast<char>(line[i] - 'A' + 'a') : line[i]) == field[i];
        if (same)
            return true;
    }
    return false;
}

/// "Name: value" of a header.
bool headerLine(std::string_view line)
{
    const auto colon = line.substr(0, 64).find(':');
    if (colon == std::string_view::npos || colon == 0)
        return false;
    for (const char c : line.substr(0, colon))
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'))
            return false;
    return true;
}

} // namespace

bool looksLikeMail(std::string_view bytes, std::string_view name)
{
    const bool named = name.size() > 4 && (name.substr(name.size() - 4) == ".eml" || name.substr(name.size() - 4) == ".EML" || name.substr(name.size() - 4) == ".mht");
    std::size_t at = 0, headers = 0, transit = 0;
    if (bytes.substr(0, 3) == "\xEF\xBB\xBF")
        at = 3;
    for (int lines = 0; at < bytes.size() && lines < 200; ++lines) {
        const auto end = std::min(bytes.find('\n', at), bytes.size());
        auto line = bytes.substr(at, end - at);
        if (!line.empty() && line.back() == '\r')
            line.remove_suffix(1);
        at = end + 1;
        if (line.empty()) {
            if (headers == 0)
                continue;
            break;
        }
        if (line[0] == ' ' || line[0] == '\t')
            continue;
        if (lines == 0 && line.substr(0, 5) == "From ")
            continue; // mbox
        if (!headerLine(line))
            return false;
        ++headers;
        transit += transitHeader(line);
    }
    return headers >= 2 && (transit > 0 || named);
}

std::optional<Mail> parseMail(std::string_view bytes)
{
    startOnce();
    while (!bytes.empty() && (bytes[0] == '\n' || bytes[0] == '\r'))
        bytes.remove_prefix(1);
    if (bytes.substr(0, 3) == "\xEF\xBB\xBF")
        bytes.remove_prefix(3);
    const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    g_mime_parser_set_format(parser.get(), bytes.substr(0, 5) == "From " ? GMIME_FORMAT_MBOX : GMIME_FORMAT_MESSAGE);
    const Owned<GMimeMessage> mail(g_mime_parser_construct_message(parser.get(), nullptr));
    if (!mail)
        return std::nullopt;
    Mail out;
    out.from = addresses(g_mime_message_get_from(mail.get()));
    out.subject = valid(g_mime_message_get_subject(mail.get()));
    if (auto* date = g_mime_message_get_date(mail.get())) {
        char day[32];
        std::snprintf(day, sizeof day, "%04d-%02d-%02d", g_date_time_get_year(date), g_date_time_get_month(date), g_date_time_get_day_of_month(date));
        out.date = day;
    }
    message(mail.get(), out.text, 0);
    return out;
}

} // namespace text
