#include "Pages/Pages.h"
