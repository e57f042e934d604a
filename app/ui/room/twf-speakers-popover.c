/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-speakers-popover.h"

#include "twf-delegation-list.h"
#include "twf-interface.h"
#include "twf-speakers.h"
#include "twf-words.h"

#include <glib/gi18n.h>

#define WIDTH 300
#define DELEGATIONS_HEIGHT 220

struct _TwfSpeakersPopover
{
  GtkPopover parent_instance;

  GtkLabel *floor;
  GtkBox *waiting;
  GtkBox *others; /* holds the list of delegations, made whenever it is opened */

  /* Owned. */
  TwfWorkbench *workbench; /* nullable */
  GSignalGroup *speakers_signals;
};

G_DEFINE_FINAL_TYPE (TwfSpeakersPopover, twf_speakers_popover, GTK_TYPE_POPOVER)

static void
empty (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_waiting (TwfSpeakersPopover *self, const char *code)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *name = twf_words_dup_delegation (self->workbench, code);
  g_autofree char *line = twf_interface_dup_line (name);
  g_autofree char *spoken = g_strdup_printf (_ ("Take %s off the list"), name);
  GtkWidget *label = new_label (line, NULL);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, spoken);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", code);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "speakers.remove");
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), button);
  return row;
}

static void
show (TwfSpeakersPopover *self)
{
  TwfSpeakers *speakers = twf_speakers_get (self->workbench);
  const char *speaking = twf_speakers_get_speaking (speakers);
  const char *const *waiting = twf_speakers_list_waiting (speakers);

  if (speaking != NULL)
    {
      g_autofree char *name = twf_words_dup_delegation (self->workbench, speaking);
      g_autofree char *line = g_strdup_printf (_ ("%s has the floor"), name);

      gtk_label_set_label (self->floor, line);
    }
  else
    gtk_label_set_label (self->floor, _ ("Nobody has the floor"));
  empty (self->waiting);
  for (guint i = 0; waiting[i] != NULL; i++)
    gtk_box_append (self->waiting, new_waiting (self, waiting[i]));
  gtk_widget_action_set_enabled (
      GTK_WIDGET (self), "speakers.next", speaking != NULL || waiting[0] != NULL);
}

static void
chosen_cb (TwfSpeakersPopover *self, const char *code)
{
  twf_speakers_add (twf_speakers_get (self->workbench), code);
}

/* Delegations come and go, and are called otherwise in another language. */
static void
twf_speakers_popover_show (GtkWidget *widget)
{
  TwfSpeakersPopover *self = TWF_SPEAKERS_POPOVER (widget);

  if (self->workbench != NULL)
    {
      GtkWidget *list = twf_delegation_list_new (self->workbench, FALSE);

      g_signal_connect_object (list, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_set_size_request (list, WIDTH, DELEGATIONS_HEIGHT);
      empty (self->others);
      gtk_box_append (self->others, list);
      show (self);
    }
  GTK_WIDGET_CLASS (twf_speakers_popover_parent_class)->show (widget);
}

static void
next_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfSpeakersPopover *self = TWF_SPEAKERS_POPOVER (widget);

  if (self->workbench != NULL)
    twf_speakers_go_on (twf_speakers_get (self->workbench));
}

static void
remove_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfSpeakersPopover *self = TWF_SPEAKERS_POPOVER (widget);

  if (self->workbench != NULL)
    twf_speakers_remove (twf_speakers_get (self->workbench),
                         g_variant_get_string (parameter, NULL));
}

static void
twf_speakers_popover_dispose (GObject *object)
{
  TwfSpeakersPopover *self = TWF_SPEAKERS_POPOVER (object);

  g_clear_object (&self->speakers_signals);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (twf_speakers_popover_parent_class)->dispose (object);
}

static void
twf_speakers_popover_class_init (TwfSpeakersPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_speakers_popover_dispose;
  widget_class->show = twf_speakers_popover_show;
  gtk_widget_class_install_action (widget_class, "speakers.next", NULL, next_activated);
  gtk_widget_class_install_action (widget_class, "speakers.remove", "s", remove_activated);
}

static void
twf_speakers_popover_init (TwfSpeakersPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *next = gtk_button_new_with_label (_ ("Next Speaker"));

  self->floor = GTK_LABEL (new_label (NULL, "heading"));
  self->waiting = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->others = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (next), "speakers.next");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->floor));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->waiting));
  gtk_box_append (GTK_BOX (box), next);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), new_label (_ ("Asks for the floor"), "caption-heading"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->others));
  gtk_popover_set_child (GTK_POPOVER (self), box);
  self->speakers_signals = g_signal_group_new (TWF_TYPE_SPEAKERS);
  g_signal_group_connect_swapped (self->speakers_signals, "changed", G_CALLBACK (show), self);
}

/**
 * twf_speakers_popover_new:
 *
 * Returns: (transfer floating): a popover; empty until it is told of which plan
 */
GtkWidget *
twf_speakers_popover_new (void)
{
  return g_object_new (TWF_TYPE_SPEAKERS_POPOVER, NULL);
}

/**
 * twf_speakers_popover_set_workbench:
 * @self: a popover
 * @workbench: (nullable): the open plan
 */
void
twf_speakers_popover_set_workbench (TwfSpeakersPopover *self, TwfWorkbench *workbench)
{
  g_return_if_fail (TWF_IS_SPEAKERS_POPOVER (self));

  if (!g_set_object (&self->workbench, workbench))
    return;
  g_signal_group_set_target (self->speakers_signals,
                             workbench != NULL ? twf_speakers_get (workbench) : NULL);
}
