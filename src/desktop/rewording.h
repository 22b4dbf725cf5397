#pragma once

#include "appeal/letter.h"

#include <string>
#include <string_view>

namespace desktop {

/**
 * The template of a paragraph after somebody typed in the letter itself: @p removed bytes at @p at of its text became @p typed.
 * Placeholders that were not touched stay live, sentences that fell for want of a fact stay in the template, a value that was
 * typed into becomes words. What the letter adds to the template by itself (a record's unsaid facts) becomes part of it.
 */
std::string reworded(const appeal::Paragraph& p, std::size_t at, std::size_t removed, std::string_view typed);

} // namespace desktop
