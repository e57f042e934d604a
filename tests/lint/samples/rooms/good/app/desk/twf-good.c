#include "twf-plan.h"
#include <gio/gio.h>
