#pragma once

#include <sidetal/Report.h>

/// How many leaves of paper a document takes, printed on both sides.
SIDETAL_API unsigned leavesOf(const sidetal::Document& document);
