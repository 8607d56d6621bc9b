#pragma once

/// Marks what the shared library exports; everything else is hidden.
#if defined(_WIN32)
#define SIDETAL_API
#else
#define SIDETAL_API __attribute__((visibility("default")))
#endif
