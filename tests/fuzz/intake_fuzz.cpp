#include "laws.h"

#include "text/decode.h"
#include "text/markup.h"

/// Bytes come in as a file: as text in whatever encoding, as a mail, as a page.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    for (const char* name : {"", "notice.txt", "notice.eml", "notice.html"}) {
        const auto decoded = text::decode(bytes, name);
        if (!decoded) {
            law(decoded.error().where == name, "what is refused is named");
            continue;
        }
        const auto& out = decoded->text;
        law(text::validUtf8(out), "what comes in is valid UTF-8");
        law(out.find('\0') == out.npos && out.find('\r') == out.npos, "no NUL, no CR");
        law(text::toNfc(out) == out, "what comes in is composed");
        law(text::validUtf8(decoded->mailFrom) && text::validUtf8(decoded->mailSubject) && text::validUtf8(decoded->mailDate), "a mail's head is valid UTF-8");
        law(decoded->changed == (out != bytes), "what was changed is said");
    }
    return 0;
}
