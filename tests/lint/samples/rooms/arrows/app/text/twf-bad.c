#include "twf-plan.h"
#include <git2.h>
#include <gtk/gtk.h>
