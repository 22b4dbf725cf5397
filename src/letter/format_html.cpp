#include "letter/format.h"

namespace letter {

namespace {

std::string escaped(const std::string& text)
{
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\n': out += "<br>\n"; break;
        default: out += c;
        }
    }
    return out;
}

} // namespace

std::string toHtml(const appeal::Letter& letter)
{
    using Kind = appeal::Paragraph::Kind;
    std::string title;
    for (const auto& p : letter.paragraphs)
        if (p.section == "subject" && title.empty())
            title = p.text;
    std::string out = "<!DOCTYPE html>\n<html lang=\"" + std::string(letter.language == "zh" ? "zh-CN" : letter.language) + "\">\n<head>\n<meta charset=\"utf-8\">\n<title>"
        + escaped(title.empty() ? letter.kind : title)
        + "</title>\n<style>body{font-family:\"DejaVu Sans\",\"Noto Sans CJK SC\",sans-serif;max-width:42em;margin:2em auto;line-height:1.45}h2{font-size:1.05em;margin:1.4em 0 .3em}"
          "h3{font-size:1em;margin:1em 0 .2em}p{margin:.3em 0}</style>\n</head>\n<body>\n";
    for (const auto& p : letter.paragraphs) {
        const char* tag = p.kind == Kind::Heading ? "h2" : p.kind == Kind::SubHeading ? "h3" : "p";
        out += std::string("<") + tag + ">" + escaped(p.marker + p.text) + "</" + tag + ">\n";
    }
    return out + "</body>\n</html>\n";
}

} // namespace letter
