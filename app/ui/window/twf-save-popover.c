/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-save-popover.h"

#include "twf-clock.h"
#include "twf-delegation-menu.h"

#include <glib/gi18n.h>

struct _TwfSavePopover
{
  GtkPopover parent_instance;

  /* Template widgets. */
  GtkEditable *message;
  GtkCheckButton *orally;
  GtkDropDown *reader;

  /* Owned. */
  TwfWorkbench *workbench;
  GStrv readers; /* codes, in step with the rows of @reader behind the first; nullable */
};

G_DEFINE_FINAL_TYPE (TwfSavePopover, twf_save_popover, GTK_TYPE_POPOVER)

/* The desk of the facilitator, who types what is read out; NULL: it is another's. */
static TwfDesk *
get_facilitators (TwfSavePopover *self)
{
  TwfDesk *desk = self->workbench != NULL ? twf_workbench_get_desk (self->workbench) : NULL;

  return desk != NULL && twf_desk_get_identity (desk) == NULL ? desk : NULL;
}

/* Delegations come and go: who could have read it out is listed when it is asked. */
static void
twf_save_popover_show (GtkWidget *widget)
{
  TwfSavePopover *self = TWF_SAVE_POPOVER (widget);

  gtk_check_button_set_active (self->orally, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->orally), get_facilitators (self) != NULL);
  g_clear_pointer (&self->readers, g_strfreev);
  if (self->workbench != NULL)
    self->readers = twf_delegation_menu_fill (self->reader, self->workbench, _ ("The chair"), NULL);
  GTK_WIDGET_CLASS (twf_save_popover_parent_class)->show (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->message));
}

/* What was read out in the room stands in history under that mandate, as of now. */
static void
note_orally (TwfSavePopover *self)
{
  TwfDesk *desk = get_facilitators (self);
  gboolean orally = gtk_check_button_get_active (self->orally);

  if (desk != NULL && self->readers != NULL)
    twf_desk_set_orally (
        desk,
        twf_delegation_menu_get_code (self->reader, (const char *const *)self->readers),
        orally && twf_desk_is_modified (desk) ? twf_clock_now () : 0);
}

static void
save_clicked_cb (TwfSavePopover *self)
{
  g_autofree char *message = g_strdup (gtk_editable_get_text (self->message));

  note_orally (self);
  gtk_editable_set_text (self->message, "");
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.save-revision", "s", message);
}

static void
twf_save_popover_dispose (GObject *object)
{
  TwfSavePopover *self = TWF_SAVE_POPOVER (object);

  g_clear_pointer (&self->readers, g_strfreev);
  g_clear_object (&self->workbench);
  gtk_widget_dispose_template (GTK_WIDGET (self), TWF_TYPE_SAVE_POPOVER);
  G_OBJECT_CLASS (twf_save_popover_parent_class)->dispose (object);
}

static void
twf_save_popover_class_init (TwfSavePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_save_popover_dispose;
  widget_class->show = twf_save_popover_show;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/window/twf-save-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfSavePopover, message);
  gtk_widget_class_bind_template_child (widget_class, TwfSavePopover, orally);
  gtk_widget_class_bind_template_child (widget_class, TwfSavePopover, reader);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
}

static void
twf_save_popover_init (TwfSavePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * twf_save_popover_set_workbench:
 * @self: a popover
 * @workbench: (nullable): the plan that is open
 */
void
twf_save_popover_set_workbench (TwfSavePopover *self, TwfWorkbench *workbench)
{
  g_return_if_fail (TWF_IS_SAVE_POPOVER (self));

  g_set_object (&self->workbench, workbench);
}
