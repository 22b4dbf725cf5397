#pragma once

#include "submit/body.h"

namespace submit {

/// Tells the parts of a letter that was not composed here by its headings and by what letters look like: subject, salutation, opening,
/// the headed sections, list of attachments, what is quoted, closing and signature.
void findSections(Body& body);

/// A team or person addressed in the first lines; nullptr where nobody is.
const Block* salutation(const Body& body);

} // namespace submit
