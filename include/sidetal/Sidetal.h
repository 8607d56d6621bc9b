#pragma once

/// \file
/// All of sidetal's public C++ interface; programs that only render need no more than sidetal/Report.h.

#include "sidetal/Documents/AccessName.h"
#include "sidetal/Lint/LintRules.h"
#include "sidetal/Model/Document.h"
#include "sidetal/Model/Edition.h"
#include "sidetal/Report.h"
#include "sidetal/Report/JoinedFile.h"
#include "sidetal/Style/StyleSheet.h"
#include "sidetal/Support/ColumnWidth.h"
#include "sidetal/Support/DateTime.h"
#include "sidetal/Support/Diagnostic.h"
#include "sidetal/Support/DocumentKind.h"
#include "sidetal/Support/Geometry.h"
#include "sidetal/Support/Length.h"
#include "sidetal/Text/OwnFonts.h"
#include "sidetal/Version.h"
