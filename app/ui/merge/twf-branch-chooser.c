/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-branch-chooser.h"

#include "twf-bidi.h"
#include "twf-date.h"
#include "twf-interface.h"
#include "twf-template.h"
#include "twf-words.h"

#include <glib/gi18n.h>
#include <string.h>

struct _TwfBranchChooser
{
  GtkWidget parent_instance;

  /* Template widgets. */
  GtkListBox *list;
  GtkWidget *save_note;
  GtkButton *all;

  GPtrArray *checks; /* owned; of GtkCheckButton (borrowed), in the order of the list */
};

G_DEFINE_FINAL_TYPE (TwfBranchChooser, twf_branch_chooser, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_HAS_CHOSEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
is_chosen (GtkWidget *check)
{
  return gtk_widget_get_sensitive (check) && gtk_check_button_get_active (GTK_CHECK_BUTTON (check));
}

static void
check_toggled_cb (TwfBranchChooser *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_CHOSEN]);
}

static void
all_clicked_cb (TwfBranchChooser *self)
{
  gboolean all = TRUE;

  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkWidget *check = g_ptr_array_index (self->checks, i);

      all = all && (!gtk_widget_get_sensitive (check) || is_chosen (check));
    }
  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkWidget *check = g_ptr_array_index (self->checks, i);

      if (gtk_widget_get_sensitive (check))
        gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !all);
    }
}

static char *
dup_moment (gint64 when)
{
  g_autofree char *language = twf_interface_dup_language ();
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (when);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *moment
      = local != NULL ? twf_date_format_moment (local, language) : g_strdup (_ ("date unknown"));

  return twf_text_isolate (moment);
}

/* NULL: it is known to be from whose it is, or was made here. */
static const char *
get_doubt (const TwfDeskBranch *branch)
{
  TwfVerdict verdict;

  if (branch->verdict == NULL)
    return NULL;
  if (twf_verdict_from_name (branch->verdict, &verdict) && verdict == TWF_VERDICT_VERIFIED)
    return NULL;
  return twf_verdict_describe (verdict);
}

static char *
describe_newest (TwfWorkbench *workbench, const TwfDeskBranch *branch)
{
  g_autofree char *moment = dup_moment (twf_revision_get_when (branch->newest));
  g_autofree char *saved = g_strdup_printf (_ ("Saved last on %s"), moment);
  g_autofree char *count = twf_workbench_dup_count (workbench, branch->n_ahead);
  g_autofree char *ahead = NULL;

  if (branch->n_ahead == 0)
    return g_strdup_printf ("%s\n%s", saved, _ ("Nothing new: the text has all of it already"));
  ahead = g_strdup_printf (ngettext ("%s revision that the text does not have",
                                     "%s revisions that the text does not have",
                                     branch->n_ahead),
                           count);
  return g_strdup_printf ("%s\n%s", saved, ahead);
}

static char *
describe (TwfWorkbench *workbench, const TwfDeskBranch *branch)
{
  g_autofree char *newest = describe_newest (workbench, branch);

  if (branch->verdict == NULL)
    return g_steal_pointer (&newest);
  return g_strdup_printf ("%s\n%s",
                          get_doubt (branch) != NULL ? get_doubt (branch)
                                                     : twf_verdict_describe (TWF_VERDICT_VERIFIED),
                          newest);
}

static GtkWidget *
make_label (const char *text, gboolean quiet)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (quiet)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
    }
  return label;
}

static GtkWidget *
make_check (TwfBranchChooser *self, TwfWorkbench *workbench, const TwfDeskBranch *branch)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *name = twf_words_dup_branch (workbench, branch->name);
  g_autofree char *title = twf_interface_dup_line (name);
  g_autofree char *about = describe (workbench, branch);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", name, about);

  g_strdelimit (spoken, "\n", ' ');
  gtk_box_append (GTK_BOX (box), make_label (title, FALSE));
  gtk_box_append (GTK_BOX (box), make_label (about, TRUE));
  gtk_widget_set_margin_start (box, 6);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_sensitive (check, branch->n_ahead > 0);
  gtk_widget_add_css_class (check, "branch");
  g_object_set_data_full (G_OBJECT (check), "branch", g_strdup (branch->name), g_free);
  if (get_doubt (branch) != NULL)
    g_object_set_data_full (
        G_OBJECT (check), "doubt", g_strdup_printf ("%s: %s", name, get_doubt (branch)), g_free);
  g_signal_connect_object (
      check, "toggled", G_CALLBACK (check_toggled_cb), self, G_CONNECT_SWAPPED);
  return check;
}

static gboolean
twf_branch_chooser_grab_focus (GtkWidget *widget)
{
  TwfBranchChooser *self = TWF_BRANCH_CHOOSER (widget);

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_widget_grab_focus (g_ptr_array_index (self->checks, i)))
      return TRUE;
  return FALSE;
}

static void
twf_branch_chooser_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TwfBranchChooser *self = TWF_BRANCH_CHOOSER (object);
  g_auto (GStrv) chosen = NULL;

  switch (id)
    {
    case PROP_HAS_CHOSEN:
      chosen = twf_branch_chooser_list_chosen (self);
      g_value_set_boolean (value, chosen[0] != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
twf_branch_chooser_dispose (GObject *object)
{
  g_ptr_array_set_size (TWF_BRANCH_CHOOSER (object)->checks, 0);
  twf_template_dispose (GTK_WIDGET (object), TWF_TYPE_BRANCH_CHOOSER);
  G_OBJECT_CLASS (twf_branch_chooser_parent_class)->dispose (object);
}

static void
twf_branch_chooser_finalize (GObject *object)
{
  g_ptr_array_unref (TWF_BRANCH_CHOOSER (object)->checks);
  G_OBJECT_CLASS (twf_branch_chooser_parent_class)->finalize (object);
}

static void
twf_branch_chooser_class_init (TwfBranchChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = twf_branch_chooser_dispose;
  object_class->finalize = twf_branch_chooser_finalize;
  object_class->get_property = twf_branch_chooser_get_property;
  widget_class->grab_focus = twf_branch_chooser_grab_focus;
  properties[PROP_HAS_CHOSEN] = g_param_spec_boolean (
      "has-chosen", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/merge/twf-branch-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfBranchChooser, list);
  gtk_widget_class_bind_template_child (widget_class, TwfBranchChooser, save_note);
  gtk_widget_class_bind_template_child (widget_class, TwfBranchChooser, all);
  gtk_widget_class_bind_template_callback (widget_class, all_clicked_cb);
}

static void
twf_branch_chooser_init (TwfBranchChooser *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * twf_branch_chooser_set_branches:
 * @self: a chooser
 * @workbench: the open plan
 * @branches: (element-type TwfDeskBranch): what can be chosen
 *
 * Shows @branches, none of them chosen; where one alone has something new, that one is.
 */
void
twf_branch_chooser_set_branches (TwfBranchChooser *self,
                                 TwfWorkbench *workbench,
                                 GPtrArray *branches)
{
  GtkWidget *row;
  GtkCheckButton *only = NULL;
  guint n_new = 0;

  g_return_if_fail (TWF_IS_BRANCH_CHOOSER (self) && TWF_IS_WORKBENCH (workbench));

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  g_ptr_array_set_size (self->checks, 0);
  for (guint i = 0; i < branches->len; i++)
    {
      const TwfDeskBranch *branch = g_ptr_array_index (branches, i);
      GtkWidget *check = make_check (self, workbench, branch);

      g_ptr_array_add (self->checks, check);
      gtk_list_box_append (self->list, check);
      row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int)i));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_widget_set_focusable (row, FALSE);
      if (branch->n_ahead > 0 && n_new++ == 0)
        only = GTK_CHECK_BUTTON (check);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->all), n_new > 1);
  if (n_new == 1)
    gtk_check_button_set_active (only, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_CHOSEN]);
}

/**
 * twf_branch_chooser_list_chosen:
 * @self: a chooser
 *
 * Returns: (transfer full) (array zero-terminated=1): names of the branches that are chosen
 */
GStrv
twf_branch_chooser_list_chosen (TwfBranchChooser *self)
{
  g_autoptr (GStrvBuilder) chosen = g_strv_builder_new ();

  g_return_val_if_fail (TWF_IS_BRANCH_CHOOSER (self), NULL);

  for (guint i = 0; i < self->checks->len; i++)
    if (is_chosen (g_ptr_array_index (self->checks, i)))
      g_strv_builder_add (chosen,
                          g_object_get_data (g_ptr_array_index (self->checks, i), "branch"));
  return g_strv_builder_end (chosen);
}

/**
 * twf_branch_chooser_list_unverified:
 * @self: a chooser
 *
 * Returns: (transfer full) (array zero-terminated=1): of what is chosen, what is not known to be
 *   from whose it is: a line each, with the reason
 */
GStrv
twf_branch_chooser_list_unverified (TwfBranchChooser *self)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  g_return_val_if_fail (TWF_IS_BRANCH_CHOOSER (self), NULL);

  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkWidget *check = g_ptr_array_index (self->checks, i);
      const char *doubt = g_object_get_data (G_OBJECT (check), "doubt");

      if (doubt != NULL && is_chosen (check))
        g_strv_builder_add (lines, doubt);
    }
  return g_strv_builder_end (lines);
}

/**
 * twf_branch_chooser_choose:
 * @self: a chooser
 * @names: (array zero-terminated=1): names of branches
 *
 * Chooses these, as far as they are there and have something new, and no others.
 */
void
twf_branch_chooser_choose (TwfBranchChooser *self, const char *const *names)
{
  g_return_if_fail (TWF_IS_BRANCH_CHOOSER (self) && names != NULL);

  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkWidget *check = g_ptr_array_index (self->checks, i);

      gtk_check_button_set_active (
          GTK_CHECK_BUTTON (check),
          gtk_widget_get_sensitive (check)
              && g_strv_contains (names, g_object_get_data (G_OBJECT (check), "branch")));
    }
}

/**
 * twf_branch_chooser_set_saves_first:
 * @self: a chooser
 * @saves_first: whether a revision of what is not saved yet is made before the merge
 *
 * Says so.
 */
void
twf_branch_chooser_set_saves_first (TwfBranchChooser *self, gboolean saves_first)
{
  g_return_if_fail (TWF_IS_BRANCH_CHOOSER (self));

  gtk_widget_set_visible (self->save_note, saves_first);
}
