/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-sponsor-dialog.h"

#include "twf-delegation-entry.h"
#include "twf-region.h"
#include "twf-spoken.h"

#include <glib/gi18n.h>

/* The texts of a delegation that are asked for, each in every language that is shown. */
static const struct
{
  const char *field;
  const char *label;
} texts[] = {
  { TWF_DELEGATION_NAME, N_ ("Name of the Delegation") },
  { TWF_DELEGATION_REPRESENTATIVE, N_ ("Representative") },
  { TWF_DELEGATION_TITLE, N_ ("Title of the Representative") },
};

#define MOST_LANGUAGES 2

struct _TwfSponsorDialog
{
  AdwWindow parent_instance;

  /* Template widgets. */
  GtkEditable *code;
  GtkLabel *found;
  GtkBox *fields;
  GtkDropDown *kind;
  GtkWidget *done;

  /* Owned. */
  TwfWorkbench *workbench;
  TwfDelegation *delegation; /* NULL: a new one */
  const char *languages[MOST_LANGUAGES + 1];
  GtkEditable *entries[G_N_ELEMENTS (texts)][MOST_LANGUAGES]; /* borrowed */
  char *chosen; /* code of the delegation; NULL while what is typed is none */
};

G_DEFINE_FINAL_TYPE (TwfSponsorDialog, twf_sponsor_dialog, ADW_TYPE_WINDOW)

/* In step with the rows of the list of kinds. */
static const char *const kinds[] = { "signatory", "co-sponsor" };

/* A state is known by its code or by its name in a language that is shown; its names in the others
 * are filled in where nothing stands. */
static void
code_changed_cb (TwfSponsorDialog *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->code)));
  g_autofree char *name = NULL;

  g_free (self->chosen);
  self->chosen = twf_delegation_entry_find_code (typed, self->languages);
  gtk_widget_set_sensitive (self->done, self->chosen != NULL);
  if (self->chosen == NULL)
    {
      gtk_label_set_text (self->found, *typed != '\0' ? _ ("No state of that name or code") : "");
      return;
    }
  for (guint i = 0; self->languages[i] != NULL; i++)
    {
      g_autofree char *region = twf_region_dup_name (self->chosen, self->languages[i]);

      if (i == 0)
        name = g_strdup (region);
      if (region != NULL && self->delegation == NULL)
        gtk_editable_set_text (self->entries[0][i], region);
    }
  gtk_label_set_text (self->found, name != NULL ? name : self->chosen);
}

static void
done_clicked_cb (TwfSponsorDialog *self)
{
  g_autoptr (TwfDelegation) delegation = NULL;
  g_autoptr (TwfEdit) edit = NULL;
  const char *kind = kinds[gtk_drop_down_get_selected (self->kind)];

  if (self->chosen == NULL)
    return;
  delegation = self->delegation != NULL ? twf_delegation_copy (self->delegation)
                                        : twf_delegation_new (self->chosen);
  for (guint text = 0; text < G_N_ELEMENTS (texts); text++)
    for (guint i = 0; self->languages[i] != NULL; i++)
      {
        g_autofree char *typed
            = g_strstrip (g_strdup (gtk_editable_get_text (self->entries[text][i])));
        twf_delegation_set_localized (
            delegation, texts[text].field, self->languages[i], *typed != '\0' ? typed : NULL);
      }
  twf_delegation_set_values (
      delegation, TWF_DELEGATION_SPONSOR, (const char *const[]){ kind, NULL });
  edit = twf_edit_new_delegation (delegation);
  if (twf_workbench_apply (self->workbench, edit))
    gtk_window_close (GTK_WINDOW (self));
}

static void
append_text (TwfSponsorDialog *self, guint text)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (_ (texts[text].label));

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (group), heading);
  for (guint i = 0; self->languages[i] != NULL; i++)
    {
      GtkWidget *entry = twf_delegation_entry_new (_ (texts[text].label), self->languages[i]);

      gtk_box_append (GTK_BOX (group), entry);
      self->entries[text][i] = GTK_EDITABLE (entry);
    }
  gtk_box_append (self->fields, group);
}

static void
twf_sponsor_dialog_dispose (GObject *object)
{
  TwfSponsorDialog *self = TWF_SPONSOR_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TWF_TYPE_SPONSOR_DIALOG);
  g_clear_object (&self->delegation);
  g_clear_object (&self->workbench);
  g_clear_pointer (&self->chosen, g_free);
  G_OBJECT_CLASS (twf_sponsor_dialog_parent_class)->dispose (object);
}

static void
twf_sponsor_dialog_class_init (TwfSponsorDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_sponsor_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/forms/twf-sponsor-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfSponsorDialog, code);
  gtk_widget_class_bind_template_child (widget_class, TwfSponsorDialog, found);
  gtk_widget_class_bind_template_child (widget_class, TwfSponsorDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, TwfSponsorDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, TwfSponsorDialog, done);
  gtk_widget_class_bind_template_callback (widget_class, code_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
twf_sponsor_dialog_init (TwfSponsorDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  twf_spoken_name_drop_downs (GTK_WIDGET (self));
}

static void
show_delegation (TwfSponsorDialog *self)
{
  const char *kind = twf_delegation_get_field (self->delegation, TWF_DELEGATION_SPONSOR);

  for (guint text = 0; text < G_N_ELEMENTS (texts); text++)
    for (guint i = 0; self->languages[i] != NULL; i++)
      {
        g_autofree char *stored = twf_delegation_dup_localized (
            self->delegation, texts[text].field, self->languages[i]);
        gtk_editable_set_text (self->entries[text][i], stored != NULL ? stored : "");
      }
  gtk_drop_down_set_selected (self->kind, g_strcmp0 (kind, kinds[1]) == 0 ? 1 : 0);
  gtk_editable_set_text (self->code, twf_delegation_get_code (self->delegation));
  gtk_editable_set_editable (self->code, FALSE);
}

/**
 * twf_sponsor_dialog_present:
 * @parent: the window that asks
 * @workbench: the workbench
 * @delegation: (nullable): the sponsor to edit; %NULL for a new one
 */
void
twf_sponsor_dialog_present (GtkWindow *parent, TwfWorkbench *workbench, TwfDelegation *delegation)
{
  TwfSponsorDialog *self = g_object_new (TWF_TYPE_SPONSOR_DIALOG, "transient-for", parent, NULL);

  self->workbench = g_object_ref (workbench);
  g_set_object (&self->delegation, delegation);
  self->languages[0] = g_intern_string (twf_workbench_get_language (workbench));
  self->languages[1] = g_intern_string (twf_workbench_get_second_language (workbench));
  for (guint text = 0; text < G_N_ELEMENTS (texts); text++)
    append_text (self, text);
  if (delegation != NULL)
    show_delegation (self);
  gtk_window_present (GTK_WINDOW (self));
}
