#pragma once

#include "appeal/case.h"

namespace appeal {

/// Bytes in the text that was read, end exclusive.
struct Span
{
    std::size_t start = 0, end = 0;
    friend auto operator<=>(const Span&, const Span&) = default;
};

struct CauseReading
{
    std::string id;
    double confidence = 0;      ///< 0..1
    std::vector<Span> evidence; ///< the words that led to it, in order
};

/// An entity as it stands in the text. `kind` is a key of CLI.md's `entities`.
struct Entity
{
    std::string kind;
    std::string value;    ///< as given out: ids as written, dates ISO ("2016-08-04", "--08-04")
    std::vector<Span> at; ///< every occurrence
    std::string doubtful; ///< empty, or why: "9 characters"
    std::string cause;    ///< the cause under which the notice lists it; empty: not parted
};

struct MetricReading
{
    std::string id;
    std::optional<double> value;  ///< a share
    std::string written;          ///< "2.31%"
    std::optional<std::int64_t> numerator, denominator;
    std::string target;           ///< "<0.01"; empty: not said
    std::string targetWritten;    ///< "1%"
    std::optional<int> window;
    std::string channel;
    std::optional<Date> from, to;
    Span at;
};

struct DeadlineReading
{
    std::string kind, unit;
    int value = 0;
    std::optional<int> valueMin;
    std::optional<Date> due, dueMin, from;
    Span at;
};

struct DocumentAge
{
    int value = 0;
    std::string unit, what;
    Span at;
};

struct MetricWindow
{
    int value = 0;
    std::string unit;
    Span at;
};

struct Found ///< an id of a vocabulary with its words: an action, a thing asked for
{
    std::string id;
    Span at;
};

/// A notice, read. Everything the program thinks of it, with the words it rests on.
struct Reading
{
    std::string marketplace; ///< empty: not recognised
    std::string store;       ///< empty: not said
    std::string language;    ///< en, zh, mixed, or an ISO 639-1 code; empty for no text
    std::vector<Found> actions; ///< the first is the main one
    std::optional<Date> noticeDate;
    Span noticeDateAt;
    bool answersAppeal = false;
    std::string way;
    std::vector<CauseReading> causes; ///< by confidence
    std::vector<Entity> entities;     ///< in order of appearance
    std::vector<MetricReading> metrics;
    std::vector<DeadlineReading> deadlines;
    std::optional<int> attemptLimit;
    Span attemptLimitAt;
    std::vector<DocumentAge> documentAges;
    std::vector<MetricWindow> metricWindows;
    std::vector<Found> asksFor;
    std::string subject;              ///< of the notice
    std::vector<Span> nothing;        ///< sentences in which nothing was recognised
};

/// A marketplace's answer to an appeal, read.
struct ReplyReading
{
    std::string cls = "other"; ///< reinstated, more_information_requested, appeal_rejected, auto_acknowledgement, final_decision, other
    double confidence = 0;
    std::vector<Found> asksFor;
    std::vector<DeadlineReading> deadlines;
    std::optional<Date> date;
    std::vector<std::string> points; ///< the requested points, quoted, in the marketplace's order
    Span at;                         ///< the words that decided the class
};

} // namespace appeal
