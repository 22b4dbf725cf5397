// Reading a notice beside a bare pass over the same text: an RE2::Set of the same expressions and of the causes' phrases, line by line, then the expressions that
// matched for their spans. The bars: 10 kB in 2 ms when warm, the first reading in 30 ms, 1 MB in 60 ms; twice the text takes twice the time.
// Texts are put together of the notices under tests/corpus; in each repetition the digits differ, so that no sentence with a number is the same twice.
// Times are the processor's for this thread, so that a busy machine does not blur them.
// read_bench [MB …] reads the many-lines text of those sizes as well; read_bench 0 [MS] reads 10 kB again and again for that long, for a profiler.
#include "cause/reader.h"
#include "cause/rule_book.h"
#include "library/clauses.h"
#include "text/decode.h"
#include "text/normalised.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace {

constexpr std::size_t kMega = 1000000;

/// Milliseconds of the processor.
double now()
{
    timespec t{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_nsec) / 1e6;
}

struct Times { double p50 = 0, worst = 0; };

/// At most @p runs, and no more than three seconds of them.
template <typename Work>
Times measure(int runs, Work work)
{
    std::vector<double> all;
    const auto begin = now();
    work(); // warm
    for (int i = 0; i < runs && (i == 0 || now() - begin < 3000); ++i) {
        const auto start = now();
        work();
        all.push_back(now() - start);
    }
    std::sort(all.begin(), all.end());
    return {all[all.size() / 2], all.back()};
}

std::vector<std::string> corpus()
{
    std::vector<std::string> out;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(SOURCE_DIR "/tests/corpus/notices"))
        if (entry.path().extension() == ".txt")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        if (auto decoded = text::decode(bytes, file.filename().string()))
            out.push_back(std::move(decoded->text));
    }
    return out;
}

/// Notices one behind the other up to @p size bytes.
std::string together(const std::vector<std::string>& notices, std::size_t size, std::string_view between)
{
    std::string out;
    unsigned state = 1;
    for (std::size_t i = 0; out.size() < size; ++i) {
        for (const char c : notices[i % notices.size()]) {
            state = state * 1664525u + 1013904223u;
            out += i >= notices.size() && c >= '0' && c <= '9' ? static_cast<char>('0' + (state >> 16) % 10) : c;
        }
        out += between;
    }
    while (size < out.size() && (static_cast<unsigned char>(out[size]) & 0xC0u) == 0x80u)
        --size;
    out.resize(std::min(size, out.size()));
    return out;
}

std::string oneLine(std::string text)
{
    for (auto& c : text)
        if (c == '\n')
            c = ' ';
    return text;
}

std::string page(const std::string& text)
{
    std::string out = "<html><body><table>";
    std::size_t at = 0;
    while (at < text.size()) {
        const auto end = std::min(text.find('\n', at), text.size());
        out += "<tr><td style=\"font-family:Arial;padding:0\"><p class=\"x\">" + text.substr(at, end - at) + "&nbsp;<br></p></td></tr>";
        at = end + 1;
    }
    return out + "</table></body></html>";
}

/// Rows as a report has them.
std::string rows(std::size_t size)
{
    std::string out = "order-id\tasin\tdate\trate\n";
    unsigned state = 7;
    const auto digits = [&](int count) {
        std::string number;
        for (int i = 0; i < count; ++i) {
            state = state * 1664525u + 1013904223u;
            number += static_cast<char>('0' + (state >> 16) % 10);
        }
        return number;
    };
    while (out.size() < size)
        out += digits(3) + "-" + digits(7) + "-" + digits(7) + "\tB0" + digits(8) + "\t2026-03-0" + std::to_string(1 + state % 9) + "\t" + digits(1) + "." + digits(2) + "%\n";
    return out;
}

/// The bare pass.
class Floor
{
public:
    explicit Floor(const library::Catalogue& catalogue) : m_book(catalogue), m_set(options(), RE2::UNANCHORED)
    {
        for (std::size_t i = 0; i < m_book.patterns().size(); ++i)
            add(m_book.patterns().source(i));
        for (const auto& cause : catalogue.causes)
            for (const auto& [language, phrases] : cause.phrases)
                for (const auto& phrase : phrases)
                    add("(?i)" + RE2::QuoteMeta(phrase));
        m_set.Compile();
    }

    std::size_t pass(std::string_view text)
    {
        std::size_t spans = 0;
        std::vector<int> matching;
        for (std::size_t at = 0; at < text.size();) {
            const auto end = std::min(text.find('\n', at), text.size());
            const re2::StringPiece line(text.data() + at, end - at);
            if (m_set.Match(line, &matching))
                for (const int number : matching) {
                    re2::StringPiece found;
                    for (std::size_t from = 0; from <= line.size() && m_patterns[static_cast<std::size_t>(number)]->Match(line, from, line.size(), RE2::UNANCHORED, &found, 1); ++spans)
                        from = static_cast<std::size_t>(found.data() - line.data()) + std::max<std::size_t>(found.size(), 1);
                }
            at = end + 1;
        }
        return spans;
    }

private:
    static RE2::Options options()
    {
        RE2::Options out;
        out.set_log_errors(false);
        out.set_max_mem(std::int64_t{1} << 30); // its automaton is large
        return out;
    }
    void add(const std::string& pattern)
    {
        auto re = std::make_unique<RE2>(pattern, options());
        if (re->ok() && m_set.Add(pattern, nullptr) >= 0)
            m_patterns.push_back(std::move(re));
    }

    cause::RuleBook m_book;
    RE2::Set m_set;
    std::vector<std::unique_ptr<RE2>> m_patterns;
};

} // namespace

/// Reads @p text for so long; a profiler may look at this alone.
int again(const cause::Reader& reader, const std::string& text, double ms);
int again(const cause::Reader& reader, const std::string& text, double ms)
{
    int count = 0;
    reader.read(text);
    for (const auto until = now() + ms; now() < until; ++count)
        reader.read(text);
    return count;
}

int main(int argc, char** argv)
{
    const auto catalogue = library::builtinCatalogue();
    const auto notices = corpus();
    if (!catalogue || notices.empty())
        return 1;
    volatile std::size_t sink = 0;

    const auto ten = together(notices, 10000, "\n\n");
    const auto start = now();
    const cause::Reader reader(**catalogue);
    const auto built = now();
    reader.warm();
    const auto warmed = now();
    sink = reader.read(ten).entities.size();
    std::printf("building the reader %.1f ms, warming it %.1f ms, first reading of 10 kB then %.1f ms\n\n", built - start, warmed - built, now() - warmed);
    if (argc > 1 && argv[1] == std::string_view("0")) {
        const auto text = argc > 3 ? together(notices, std::strtoul(argv[3], nullptr, 10), "\n\n") : ten;
        std::printf("%d readings\n", again(reader, text, argc > 2 ? std::atof(argv[2]) : 2000));
        return 0;
    }

    Floor floor(**catalogue);
    std::printf("%-34s %10s %10s %10s %10s %8s\n", "reading", "p50 ms", "worst ms", "ns/byte", "floor ms", "ratio");
    const auto row = [&](const std::string& name, const std::string& text, int runs) {
        const auto reading = measure(runs, [&] { sink = reader.read(text).entities.size(); });
        const auto bare = measure(std::min(runs, 5), [&] { sink = floor.pass(text); });
        std::printf("%-34s %10.2f %10.2f %10.1f %10.2f %8.2f\n", name.c_str(), reading.p50, reading.worst, reading.p50 * 1e6 / static_cast<double>(text.size()), bare.p50, reading.p50 / bare.p50);
        std::fflush(stdout);
    };
    row("10 kB, several notices", ten, 200);
    row("10 kB, one line", oneLine(ten), 200);
    const auto lines = [&](std::size_t size) { return together(notices, size, "\n\n"); };
    row("0.5 MB, many lines", lines(kMega / 2), 9);
    row("1 MB, many lines", lines(kMega), 9);
    row("2 MB, many lines", lines(2 * kMega), 5);
    row("0.5 MB, one line", oneLine(lines(kMega / 2)), 9);
    row("1 MB, one line", oneLine(lines(kMega)), 9);
    row("2 MB, one line", oneLine(lines(2 * kMega)), 5);
    row("1 MB, no empty lines", together(notices, kMega, "\n"), 9);
    std::string repeated;
    while (repeated.size() < kMega)
        repeated += notices[repeated.size() % 7] + "\n\n";
    row("1 MB, the same notices again", repeated, 9);
    row("1 MB, HTML as text", page(lines(kMega * 6 / 10)), 9);
    row("1 MB, rows of a report", rows(kMega), 9);
    row("2 MB, rows of a report", rows(2 * kMega), 5);
    row("1 MB, without a blank", std::string(kMega, 'x'), 9);
    std::string words;
    for (unsigned state = 3; words.size() < kMega;) {
        state = state * 1664525u + 1013904223u;
        words += static_cast<char>('a' + (state >> 16) % 4);
        if ((state >> 21) % 6 == 0)
            words += (state >> 24) % 12 == 0 ? '\n' : ' ';
    }
    row("1 MB, words that say nothing", words, 9);
    for (int i = 1; i < argc; ++i)
        if (const auto mega = std::strtoul(argv[i], nullptr, 10); mega > 0)
            row(std::string(argv[i]) + " MB, many lines", lines(mega * kMega), 1);
}
