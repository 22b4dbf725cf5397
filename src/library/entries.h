#pragma once

#include "library/clauses.h"
#include "library/values.h"

namespace library {

/// One function for each array of a pack: reads an entry into the pack.
using ReadEntry = void (*)(Values& values, const Located& entry, Pack& pack);

void readFact(Values&, const Located&, Pack&);
void readGroup(Values&, const Located&, Pack&);
void readSection(Values&, const Located&, Pack&);
void readVoice(Values&, const Located&, Pack&);
void readNamed(Values&, const Located&, Pack&, std::string_view vocabulary);

void readCause(Values&, const Located&, Pack&);
void readClause(Values&, const Located&, Pack&);
void readLetter(Values&, const Located&, Pack&);
void readChoice(Values&, const Located&, Pack&);

void readMarketplace(Values&, const Located&, Pack&);
void readMetric(Values&, const Located&, Pack&);
void readPractice(Values&, const Located&, Pack&);
void readGuide(Values&, const Located&, Pack&);
void readReport(Values&, const Located&, Pack&);

void readCheck(Values&, const Located&, Pack&);
void readReading(Values&, const Located&, Pack&);
void readWording(Values&, const Located&, Pack&);
void readTerm(Values&, const Located&, Pack&);
void readPhrase(Values&, const Located&, Pack&);
void readSpelling(Values&, const Located&, Pack&);
void readPinyin(Values&, const Located&, Pack&);

} // namespace library
