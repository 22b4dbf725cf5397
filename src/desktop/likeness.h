#pragma once

#include "desktop/page.h"

#include <functional>

namespace desktop {

/// The open case in the store; empty while it is not there yet.
appeal::Id storedId(const Desk& desk);
/// Share of @p text that letters sent in other cases, or this case's own sent ones, have in the same words. @p then gets it soon, unless @p receiver is gone.
void likeEarlier(Desk& desk, QObject* receiver, const std::string& text, const appeal::Language& language, std::function<void(double)> then);
/// Chooses for each place the phrasing that has least in common with letters sent before, in one step. @p then gets how many places changed.
void makeMine(Desk& desk, QObject* receiver, std::function<void(int)> then);

} // namespace desktop
