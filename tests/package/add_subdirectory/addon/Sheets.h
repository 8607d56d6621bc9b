#pragma once

#include <sidetal/Report.h>

/// How many sheets of paper a document takes, printed on both sides.
SIDETAL_API unsigned sheetsOf(const sidetal::Document& document);
