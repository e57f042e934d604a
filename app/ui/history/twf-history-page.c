/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-history-page.h"

#include <adwaita.h>

struct _TwfHistoryPage
{
  GtkWidget parent_instance;

  TwfWorkbench *workbench; /* owned */
};

G_DEFINE_FINAL_TYPE (TwfHistoryPage, twf_history_page, GTK_TYPE_WIDGET)

static void
twf_history_page_dispose (GObject *object)
{
  TwfHistoryPage *self = TWF_HISTORY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TWF_TYPE_HISTORY_PAGE);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (twf_history_page_parent_class)->dispose (object);
}

static void
twf_history_page_class_init (TwfHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_history_page_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/history/twf-history-page.ui");
}

static void
twf_history_page_init (TwfHistoryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * twf_history_page_set_workbench:
 * @self: the page
 * @workbench: (nullable): the workbench
 */
void
twf_history_page_set_workbench (TwfHistoryPage *self, TwfWorkbench *workbench)
{
  g_return_if_fail (TWF_IS_HISTORY_PAGE (self));

  g_set_object (&self->workbench, workbench);
}
