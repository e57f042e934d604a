/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-statement-rows.h"

#include "twf-bidi.h"
#include "twf-language.h"
#include "twf-words.h"

#include <glib/gi18n.h>

static GtkWidget *
new_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

/* A statement is its delegation's own; the facilitator writes down what that says. */
static gboolean
may_take_back (TwfWorkbench *workbench, TwfRemark *remark)
{
  const char *identity = twf_workbench_get_owner (workbench);

  return !twf_workbench_is_read_only (workbench)
         && (identity == NULL || g_strcmp0 (identity, twf_remark_get_author (remark)) == 0);
}

static GtkWidget *
new_take_back (TwfRemark *remark, const char *title)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Take Back"));
  g_autofree char *spoken = g_strdup_printf ("%s: %s", _ ("Take Back"), title);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", twf_remark_get_id (remark));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "agreement.take-back");
  return button;
}

static void
append_statement (GtkBox *box, TwfWorkbench *workbench, TwfRemark *remark)
{
  const char *language = twf_remark_get_language (remark);
  g_autofree char *name = twf_words_dup_delegation (workbench, twf_remark_get_author (remark));
  g_autofree char *owner = twf_text_isolate (name);
  g_autofree char *title = g_strdup_printf (twf_remark_get_kind (remark) == TWF_REMARK_RESERVATION
                                                ? _ ("Reservation of %s")
                                                : _ ("Explanation of position of %s"),
                                            owner);
  GtkBox *head = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  GtkWidget *label = new_label (title);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_box_append (head, label);
  if (may_take_back (workbench, remark))
    gtk_box_append (head, new_take_back (remark, title));
  gtk_box_append (box, GTK_WIDGET (head));
  label = new_label (twf_remark_get_text (remark));
  if (language != NULL)
    gtk_widget_set_direction (label,
                              twf_language_get_direction (language) == TWF_DIRECTION_RTL
                                  ? GTK_TEXT_DIR_RTL
                                  : GTK_TEXT_DIR_LTR);
  gtk_box_append (box, label);
}

/**
 * twf_statement_rows_fill:
 * @box: where to
 * @workbench: the open plan
 * @provision: a provision of it
 *
 * Shows what was stated about @provision, in place of what @box showed.
 *
 * Returns: whether anything was
 */
gboolean
twf_statement_rows_fill (GtkBox *box, TwfWorkbench *workbench, TwfProvision *provision)
{
  GListModel *remarks
      = twf_provision_has_remarks (provision) ? twf_provision_list_remarks (provision) : NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  for (guint i = 0; remarks != NULL && i < g_list_model_get_n_items (remarks); i++)
    {
      g_autoptr (TwfRemark) remark = g_list_model_get_item (remarks, i);

      if (twf_remark_get_kind (remark) != TWF_REMARK_COMMENT)
        append_statement (box, workbench, remark);
    }
  return gtk_widget_get_first_child (GTK_WIDGET (box)) != NULL;
}
