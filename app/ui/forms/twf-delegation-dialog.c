/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-delegation-dialog.h"

#include "twf-delegation-entry.h"
#include "twf-delegation-list.h"
#include "twf-delegation-words.h"
#include "twf-groups.h"
#include "twf-interface.h"
#include "twf-region.h"
#include "twf-words.h"

#include <glib/gi18n.h>

struct _TwfDelegationDialog
{
  AdwWindow parent_instance;

  /* Template widgets. */
  GtkEditable *code;
  GtkLabel *found;
  GtkLabel *problem;
  GtkBox *names;
  GtkWidget *group;
  GtkBox *members;
  GtkLabel *absent;
  GtkWidget *done;

  /* Owned. */
  TwfWorkbench *workbench;
  TwfDelegation *delegation; /* NULL: a new one */
  GPtrArray *entries;        /* of GtkEditable (borrowed), in the order of the plan's languages */
  char *chosen;              /* code of the delegation; NULL while what is typed is none */
  TwfDelegationList *list;   /* borrowed */
};

G_DEFINE_FINAL_TYPE (TwfDelegationDialog, twf_delegation_dialog, ADW_TYPE_WINDOW)

static TwfPlan *
get_plan (TwfDelegationDialog *self)
{
  return twf_workbench_get_plan (self->workbench);
}

static const char *const *
get_languages (TwfDelegationDialog *self)
{
  return twf_plan_get_languages (get_plan (self));
}

static const char *const *
get_members (TwfDelegationDialog *self)
{
  return self->delegation != NULL
             ? twf_delegation_get_values (self->delegation, TWF_DELEGATION_MEMBER)
             : NULL;
}

static void
show_problem (TwfDelegationDialog *self, const char *sentence)
{
  g_autofree char *line = sentence != NULL ? twf_interface_dup_line (sentence) : NULL;

  gtk_label_set_label (self->problem, line != NULL ? line : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
}

/* The state's usual name in @language; NULL: @code is none's. */
static char *
dup_state (const char *code, const char *language)
{
  g_autofree char *name = twf_region_dup_name (code, language);

  return name != NULL && !g_str_equal (name, code) ? g_steal_pointer (&name) : NULL;
}

static char *
dup_found (TwfDelegationDialog *self, const char *typed)
{
  g_autofree char *language = twf_interface_dup_language ();
  g_autofree char *state = NULL;

  if (*typed == '\0')
    return g_strdup ("");
  if (self->chosen == NULL)
    return g_strdup (_ ("No state of that name or code"));
  if (self->delegation == NULL && twf_plan_get_delegation (get_plan (self), self->chosen) != NULL)
    {
      g_autofree char *name = twf_words_dup_delegation (self->workbench, self->chosen);

      return g_strdup_printf (_ ("%s is in the plan already."), name);
    }
  state = dup_state (self->chosen, language);
  return state != NULL ? g_steal_pointer (&state)
                       : g_strdup_printf (_ ("A group with the code %s"), self->chosen);
}

/* A state is known by its code or by its name; its names are filled in. Anything else is a group,
 * which has members. */
static void
code_changed_cb (TwfDelegationDialog *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->code)));
  const char *const *languages = get_languages (self);
  g_autofree char *found = NULL;
  g_autofree char *line = NULL;
  gboolean is_new = self->delegation == NULL;
  gboolean is_state = FALSE;

  g_free (self->chosen);
  self->chosen = twf_delegation_entry_find_code (typed, languages);
  for (guint i = 0; self->chosen != NULL && i < self->entries->len; i++)
    {
      g_autofree char *name = dup_state (self->chosen, languages[i]);

      is_state = is_state || name != NULL;
      if (is_new)
        gtk_editable_set_text (self->entries->pdata[i], name != NULL ? name : "");
    }
  found = dup_found (self, typed);
  line = twf_interface_dup_line (found);
  gtk_label_set_label (self->found, line);
  gtk_widget_set_sensitive (
      self->done,
      self->chosen != NULL
          && (!is_new || twf_plan_get_delegation (get_plan (self), self->chosen) == NULL));
  gtk_widget_set_visible (self->group,
                          self->chosen != NULL && (!is_state || get_members (self) != NULL));
  twf_delegation_list_leave_out (self->list, self->chosen);
  show_problem (self, NULL);
}

static gboolean
is_absent (TwfDelegationDialog *self, const char *code)
{
  return twf_plan_get_delegation (get_plan (self), code) == NULL;
}

/* Those that are ticked, and members that take no part by themselves, which no list shows. */
static GStrv
list_members (TwfDelegationDialog *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ticked = twf_delegation_list_list_chosen (self->list);
  const char *const *former = get_members (self);

  for (guint i = 0; ticked[i] != NULL; i++)
    if (!g_str_equal (ticked[i], self->chosen))
      g_strv_builder_add (builder, ticked[i]);
  for (guint i = 0; former != NULL && former[i] != NULL; i++)
    if (is_absent (self, former[i]))
      g_strv_builder_add (builder, former[i]);
  return g_strv_builder_end (builder);
}

static TwfDelegation *
make_delegation (TwfDelegationDialog *self, const char *const *members)
{
  const char *const *languages = get_languages (self);
  TwfDelegation *made = self->delegation != NULL ? twf_delegation_copy (self->delegation)
                                                 : twf_delegation_new (self->chosen);

  for (guint i = 0; i < self->entries->len; i++)
    {
      g_autofree char *typed
          = g_strstrip (g_strdup (gtk_editable_get_text (self->entries->pdata[i])));

      twf_delegation_set_localized (
          made, TWF_DELEGATION_NAME, languages[i], *typed != '\0' ? typed : NULL);
    }
  if (gtk_widget_get_visible (self->group))
    twf_delegation_set_values (made, TWF_DELEGATION_MEMBER, members);
  return made;
}

static void
done_clicked_cb (TwfDelegationDialog *self)
{
  g_auto (GStrv) members = NULL;
  g_autoptr (TwfDelegation) made = NULL;
  g_autoptr (TwfEdit) edit = NULL;
  const char *circle;

  if (self->chosen == NULL)
    return;
  members = list_members (self);
  circle = twf_group_find_circle (get_plan (self), self->chosen, (const char *const *)members);
  if (circle != NULL)
    {
      g_autofree char *group = twf_words_dup_delegation (self->workbench, self->chosen);
      g_autofree char *member = twf_words_dup_delegation (self->workbench, circle);
      g_autofree char *sentence = twf_group_circle_dup_words (group, member);

      show_problem (self, sentence);
      return;
    }
  made = make_delegation (self, (const char *const *)members);
  edit = twf_edit_new_delegation (made);
  if ((self->delegation != NULL && twf_delegation_equal (self->delegation, made))
      || twf_workbench_apply (self->workbench, edit))
    gtk_window_close (GTK_WINDOW (self));
}

static void
twf_delegation_dialog_dispose (GObject *object)
{
  TwfDelegationDialog *self = TWF_DELEGATION_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TWF_TYPE_DELEGATION_DIALOG);
  g_clear_object (&self->delegation);
  g_clear_object (&self->workbench);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, g_free);
  G_OBJECT_CLASS (twf_delegation_dialog_parent_class)->dispose (object);
}

static void
twf_delegation_dialog_class_init (TwfDelegationDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_delegation_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/forms/twf-delegation-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfDelegationDialog, code);
  gtk_widget_class_bind_template_child (widget_class, TwfDelegationDialog, found);
  gtk_widget_class_bind_template_child (widget_class, TwfDelegationDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, TwfDelegationDialog, names);
  gtk_widget_class_bind_template_child (widget_class, TwfDelegationDialog, group);
  gtk_widget_class_bind_template_child (widget_class, TwfDelegationDialog, members);
  gtk_widget_class_bind_template_child (widget_class, TwfDelegationDialog, absent);
  gtk_widget_class_bind_template_child (widget_class, TwfDelegationDialog, done);
  gtk_widget_class_bind_template_callback (widget_class, code_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
twf_delegation_dialog_init (TwfDelegationDialog *self)
{
  self->entries = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
append_names (TwfDelegationDialog *self)
{
  const char *const *languages = get_languages (self);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      GtkWidget *entry = twf_delegation_entry_new (_ ("Name of the Delegation"), languages[i]);
      g_autofree char *name
          = self->delegation != NULL
                ? twf_delegation_dup_localized (self->delegation, TWF_DELEGATION_NAME, languages[i])
                : NULL;

      gtk_editable_set_text (GTK_EDITABLE (entry), name != NULL ? name : "");
      gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
      gtk_box_append (self->names, entry);
      g_ptr_array_add (self->entries, entry);
    }
}

static void
append_members (TwfDelegationDialog *self)
{
  const char *const *members = get_members (self);
  g_autoptr (GPtrArray) absent = g_ptr_array_new ();
  g_autofree char *names = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *line = NULL;

  self->list = TWF_DELEGATION_LIST (twf_delegation_list_new (self->workbench, TRUE));
  twf_delegation_list_choose (self->list, members);
  gtk_box_append (self->members, GTK_WIDGET (self->list));
  for (guint i = 0; members != NULL && members[i] != NULL; i++)
    if (is_absent (self, members[i]))
      g_ptr_array_add (absent, (gpointer)members[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->absent), absent->len > 0);
  if (absent->len == 0)
    return;
  g_ptr_array_add (absent, NULL);
  names = twf_words_dup_delegations (self->workbench, (const char *const *)absent->pdata);
  sentence = g_strdup_printf (_ ("Members that are not in the plan: %s"), names);
  line = twf_interface_dup_line (sentence);
  gtk_label_set_label (self->absent, line);
}

/**
 * twf_delegation_dialog_present:
 * @parent: the window that asks
 * @workbench: the workbench
 * @delegation: (nullable): the delegation or group to edit; %NULL for a new one
 */
void
twf_delegation_dialog_present (GtkWindow *parent,
                               TwfWorkbench *workbench,
                               TwfDelegation *delegation)
{
  TwfDelegationDialog *self
      = g_object_new (TWF_TYPE_DELEGATION_DIALOG, "transient-for", parent, NULL);

  self->workbench = g_object_ref (workbench);
  g_set_object (&self->delegation, delegation);
  append_names (self);
  append_members (self);
  if (delegation != NULL)
    {
      gtk_editable_set_text (self->code, twf_delegation_get_code (delegation));
      gtk_editable_set_editable (self->code, FALSE);
    }
  else
    code_changed_cb (self);
  gtk_widget_grab_focus (delegation != NULL ? self->entries->pdata[0] : GTK_WIDGET (self->code));
  gtk_window_present (GTK_WINDOW (self));
}
