#pragma once

#include "cli/context.h"

#include <CLI/CLI.hpp>

#include <functional>

namespace cli {

/// What a command does once its words are understood. @return the exit status
using Action = std::function<Result<int>(Context&)>;

// One function a file: each adds its commands to the command line.
void addReading(CLI::App& app, Action& action);    // read, reply
void addNew(CLI::App& app, Action& action);        // new
void addShow(CLI::App& app, Action& action);       // show, facts
void addSet(CLI::App& app, Action& action);        // set
void addPlan(CLI::App& app, Action& action);       // pick, drop, confirm, apply, attach
void addEvaluate(CLI::App& app, Action& action);   // evaluate
void addCompose(CLI::App& app, Action& action);    // compose, packet, calendar
void addReview(CLI::App& app, Action& action);     // review
void addRecord(CLI::App& app, Action& action);     // record, followup
void addProfiles(CLI::App& app, Action& action);   // profiles, profile
void addLists(CLI::App& app, Action& action);      // causes, letters, checks, metrics, clauses
void addLibrary(CLI::App& app, Action& action);    // library
void addCases(CLI::App& app, Action& action);      // cases

} // namespace cli
