/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-agreement-section.h"

#include "twf-agreement-menu.h"
#include "twf-bidi.h"
#include "twf-byline.h"
#include "twf-interface.h"
#include "twf-package-menu.h"
#include "twf-statement-rows.h"
#include "twf-statement-window.h"
#include "twf-words.h"

#include <glib/gi18n.h>

struct _TwfAgreementSection
{
  TwfFormSection parent_instance;

  GtkWidget *lines;
  GtkWidget *statements;
  GtkWidget *further;
  GtkMenuButton *agree;
  GtkWidget *reopen;

  /* Owned. */
  GSignalGroup *plan_signals;
  GSignalGroup *desk_signals;
  GCancellable *cancellable; /* of the look into history under way; nullable */
  GPtrArray *reopenings;     /* of TwfReopening; nullable: not known */
  char *asked;               /* what they are an answer to; nullable */
  char *shown;               /* the lines, joined; nullable */
  guint source;              /* it is to be looked at anew */
};

G_DEFINE_FINAL_TYPE (TwfAgreementSection, twf_agreement_section, TWF_TYPE_FORM_SECTION)

static void update (TwfAgreementSection *self);

static TwfWorkbench *
get_workbench (TwfAgreementSection *self)
{
  return twf_form_section_get_workbench (TWF_FORM_SECTION (self));
}

static TwfProvision *
get_provision (TwfAgreementSection *self)
{
  return twf_form_section_get_provision (TWF_FORM_SECTION (self));
}

static char *
dup_agreed (TwfAgreementSection *self, const TwfAgreement *agreement)
{
  g_autofree char *moment = twf_byline_dup_moment_with_utc (agreement->when);
  g_autofree char *name = agreement->code != NULL
                              ? twf_words_dup_delegation (get_workbench (self), agreement->code)
                              : NULL;

  return twf_agreement_dup_words (agreement, moment, name);
}

static const TwfReopening *
find_reopening (TwfAgreementSection *self, const char *language)
{
  for (guint i = 0; self->reopenings != NULL && i < self->reopenings->len; i++)
    {
      const TwfReopening *reopening = self->reopenings->pdata[i];

      if (g_str_equal (reopening->language, language))
        return reopening;
    }
  return NULL;
}

static char *
dup_reopened (TwfAgreementSection *self, const char *language)
{
  const TwfReopening *reopening = find_reopening (self, language);
  TwfWorkbench *workbench = get_workbench (self);
  g_autofree char *interface = twf_interface_dup_language ();
  g_autofree char *names = NULL;
  g_autofree char *moment = NULL;

  if (reopening != NULL && reopening->revision != NULL)
    {
      names = reopening->owners[0] != NULL
                  ? twf_words_dup_delegations (workbench, (const char *const *)reopening->owners)
                  : twf_desk_dup_author (
                      twf_workbench_get_desk (workbench), reopening->revision, interface);
      moment = twf_byline_dup_moment (twf_revision_get_when (reopening->revision));
    }
  return twf_reopening_dup_words (reopening, names, moment);
}

static char *
dup_line (TwfAgreementSection *self, const TwfStanding *standing, const TwfAgreedLanguage *item)
{
  g_autofree char *name = twf_interface_dup_language_name (item->language);
  g_autofree char *language = twf_text_isolate (name);
  g_autofree char *state = NULL;

  if (item->state == TWF_AGREED_NOT)
    return g_strdup_printf (_ ("Not agreed in %s"), language);
  state = item->state == TWF_AGREED_REOPENED ? dup_reopened (self, item->language)
                                             : dup_agreed (self, standing->agreement);
  /* Translators: a language, then whether the text in it is agreed. */
  return g_strdup_printf (_ ("%s: %s"), language, state);
}

static gboolean
all_stand (const TwfStanding *standing)
{
  for (guint i = 0; i < standing->languages->len; i++)
    {
      const TwfAgreedLanguage *item = standing->languages->pdata[i];

      if (item->state != TWF_AGREED_STANDS)
        return FALSE;
    }
  return standing->agreement != NULL;
}

static char *
dup_open (TwfAgreementSection *self, guint n)
{
  g_autofree char *count = twf_workbench_dup_count (get_workbench (self), n);

  return g_strdup_printf (ngettext ("%s proposal is open; nothing changes until it is accepted",
                                    "%s proposals are open; nothing changes until one is accepted",
                                    n),
                          count);
}

/* Which deals it is part of, and whether they hold. */
static void
list_packages (TwfAgreementSection *self, GStrvBuilder *lines)
{
  const char *const *names = twf_provision_get_values (get_provision (self), TWF_FIELD_PACKAGE);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *name = twf_text_isolate (names[i]);
      g_autofree char *line
          = g_strdup_printf (_ ("Part of the package “%s”: agreed as a whole or not at all"), name);

      g_strv_builder_add (lines, line);
    }
}

static void
list_broken (TwfAgreementSection *self, GStrvBuilder *lines)
{
  g_autoptr (GPtrArray) broken = twf_provision_list_broken_packages (
      twf_workbench_get_plan (get_workbench (self)), get_provision (self));

  for (guint i = 0; i < broken->len; i++)
    {
      g_autofree char *name = twf_text_isolate (((TwfPackage *)broken->pdata[i])->name);
      g_autofree char *line
          = g_strdup_printf (_ ("The package “%s” is broken: not all of it is agreed"), name);

      g_strv_builder_add (lines, line);
    }
}

static GStrv
list_lines (TwfAgreementSection *self, const TwfStanding *standing)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  if (standing->state == TWF_AGREED_NOT)
    g_strv_builder_add (lines, _ ("Not agreed yet"));
  else if (standing->state == TWF_AGREED_UNREADABLE)
    g_strv_builder_add (lines, _ ("It is said to be agreed in a way that cannot be read"));
  else if (all_stand (standing))
    {
      g_autofree char *line = dup_agreed (self, standing->agreement);

      g_strv_builder_add (lines, line);
    }
  else
    for (guint i = 0; i < standing->languages->len; i++)
      {
        g_autofree char *line = dup_line (self, standing, standing->languages->pdata[i]);

        g_strv_builder_add (lines, line);
      }
  if (standing->state == TWF_AGREED_STANDS && standing->n_open > 0)
    {
      g_autofree char *line = dup_open (self, standing->n_open);

      g_strv_builder_add (lines, line);
    }
  list_packages (self, lines);
  list_broken (self, lines);
  return g_strv_builder_end (lines);
}

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static GtkWidget *
append_label (GtkWidget *box, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfAgreementSection) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *found = twf_desk_find_reopenings_finish (TWF_DESK (source), result, &error);

  /* Without an answer it says that it is reopened, and not by whom. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_pointer (&self->reopenings, g_ptr_array_unref);
  self->reopenings = found;
  if (get_workbench (self) != NULL)
    update (self);
}

static void
stop_asking (TwfAgreementSection *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->reopenings, g_ptr_array_unref);
  g_clear_pointer (&self->asked, g_free);
}

/* What differs, in which revision's history: as long as that is the same, so is the answer. */
static char *
dup_question (TwfAgreementSection *self, TwfDesk *desk, const TwfStanding *standing)
{
  const char *revision = twf_desk_get_revision (desk);
  const char *agreed = twf_provision_get_field (get_provision (self), TWF_FIELD_AGREED);
  g_autoptr (GString) question = g_string_new (revision);

  g_string_append_printf (question, " %s %s", twf_provision_get_id (get_provision (self)), agreed);
  for (guint i = 0; i < standing->languages->len; i++)
    {
      const TwfAgreedLanguage *item = standing->languages->pdata[i];

      g_string_append_printf (question, " %s=%u", item->language, item->parts);
    }
  return g_string_free (g_steal_pointer (&question), FALSE);
}

static void
ask (TwfAgreementSection *self, const TwfStanding *standing)
{
  TwfDesk *desk = twf_workbench_get_desk (get_workbench (self));
  g_autofree char *question = NULL;

  if (desk == NULL || standing->state != TWF_AGREED_REOPENED)
    {
      stop_asking (self);
      return;
    }
  question = dup_question (self, desk, standing);
  if (g_strcmp0 (question, self->asked) == 0)
    return;
  stop_asking (self);
  self->asked = g_steal_pointer (&question);
  self->cancellable = g_cancellable_new ();
  twf_desk_find_reopenings_async (
      desk, get_provision (self), standing, NULL, self->cancellable, found_cb, g_object_ref (self));
}

/* A screen reader is not told the same again with every letter. */
static void
show_lines (TwfAgreementSection *self, const char *const *lines)
{
  g_autofree char *joined = g_strjoinv ("\n", (char **)lines);

  if (g_strcmp0 (joined, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&joined);
  clear (self->lines);
  for (guint i = 0; lines[i] != NULL; i++)
    append_label (self->lines, lines[i]);
}

static void
update (TwfAgreementSection *self)
{
  TwfWorkbench *workbench = get_workbench (self);
  TwfProvision *provision = get_provision (self);
  gboolean may
      = twf_workbench_get_owner (workbench) == NULL && !twf_workbench_is_read_only (workbench);
  g_autoptr (TwfStanding) standing = NULL;
  g_auto (GStrv) lines = NULL;

  if (provision == NULL)
    return;
  standing = twf_standing_new (twf_workbench_get_plan (workbench), provision);
  ask (self, standing);
  lines = list_lines (self, standing);
  show_lines (self, (const char *const *)lines);
  gtk_widget_set_visible (
      self->statements, twf_statement_rows_fill (GTK_BOX (self->statements), workbench, provision));
  gtk_widget_set_visible (self->further, !twf_workbench_is_read_only (workbench));
  gtk_widget_set_visible (GTK_WIDGET (self->agree), may);
  gtk_widget_set_visible (self->reopen, may && standing->state != TWF_AGREED_NOT);
}

/* Delegations come and go: the menu is made when it is opened. */
static void
create_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  g_autoptr (GMenuModel) menu
      = twf_agreement_menu_new (get_workbench (user_data), get_provision (user_data));
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);

  gtk_menu_button_set_popover (button, popover);
}

static GStrv
list_ids (TwfAgreementSection *self, const char *package_name)
{
  TwfPlan *plan = twf_workbench_get_plan (get_workbench (self));
  g_autoptr (TwfPackage) package
      = *package_name != '\0' ? twf_plan_find_package (plan, package_name) : NULL;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; package != NULL && i < package->members->len; i++)
    g_strv_builder_add (ids, twf_provision_get_id (package->members->pdata[i]));
  if (package == NULL)
    g_strv_builder_add (ids, twf_provision_get_id (get_provision (self)));
  return g_strv_builder_end (ids);
}

/* (level, delegation or "", package or "") */
static void
agree_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfAgreementSection *self = TWF_AGREEMENT_SECTION (widget);
  TwfWorkbench *workbench = get_workbench (self);
  TwfPlan *plan = twf_workbench_get_plan (workbench);
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = NULL;
  const char *word, *code, *package, *id, *item;
  TwfAgreementLevel level;
  TwfHindrance found;

  g_variant_get (parameter, "(&s&s&s)", &word, &code, &package);
  g_return_if_fail (twf_agreement_level_from_name (word, &level));
  if (*code == '\0')
    code = NULL;
  ids = list_ids (self, package);
  found = twf_agreement_find_hindrance (plan, (const char *const *)ids, level, code, &id, &item);
  if (found != TWF_HINDRANCE_NONE)
    {
      g_autofree char *place
          = twf_words_dup_provision (workbench, twf_plan_get_provision (plan, id));
      g_autofree char *sentence = twf_hindrance_dup_words (found, place, item);

      twf_workbench_notice (workbench, sentence, FALSE);
      return;
    }
  edits = twf_agreement_agree (
      plan, (const char *const *)ids, level, code, twf_workbench_get_owner (workbench), &error);
  if (edits == NULL)
    twf_workbench_report (workbench, error);
  else
    twf_workbench_apply_all (workbench, edits, _ ("Agree"));
}

static void
state_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfAgreementSection *self = TWF_AGREEMENT_SECTION (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (get_provision (self) != NULL)
    gtk_window_present (
        GTK_WINDOW (twf_statement_window_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                              get_workbench (self),
                                              get_provision (self))));
}

/* (id of a statement) */
static void
take_back_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfAgreementSection *self = TWF_AGREEMENT_SECTION (widget);
  TwfWorkbench *workbench = get_workbench (self);
  const char *rid = g_variant_get_string (parameter, NULL);
  TwfRemark *remark = twf_provision_get_remark (get_provision (self), rid);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) edits = NULL;

  if (remark == NULL)
    return;
  edits = twf_statement_withdraw (twf_workbench_get_plan (workbench),
                                  twf_provision_get_id (get_provision (self)),
                                  rid,
                                  twf_remark_get_author (remark),
                                  &error);
  if (edits == NULL)
    twf_workbench_report (workbench, error);
  else
    twf_workbench_apply_all (workbench, edits, _ ("Take Back"));
}

static void
reopen_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfAgreementSection *self = TWF_AGREEMENT_SECTION (widget);
  TwfWorkbench *workbench = get_workbench (self);
  const char *const ids[] = { twf_provision_get_id (get_provision (self)), NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) edits = twf_agreement_take_away (
      twf_workbench_get_plan (workbench), ids, twf_workbench_get_owner (workbench), &error);

  if (edits == NULL)
    twf_workbench_report (workbench, error);
  else
    twf_workbench_apply_all (workbench, edits, _ ("Reopen"));
}

static gboolean
update_cb (gpointer user_data)
{
  TwfAgreementSection *self = user_data;

  self->source = 0;
  if (get_workbench (self) != NULL)
    update (self);
  return G_SOURCE_REMOVE;
}

/* One act is many edits, and another provision may break a package: it is looked at anew once,
 * after the last. */
static void
something_changed_cb (TwfAgreementSection *self)
{
  if (self->source == 0)
    self->source = g_idle_add (update_cb, self);
}

static void
twf_agreement_section_show (TwfFormSection *section,
                            TwfWorkbench *workbench,
                            TwfProvision *provision)
{
  TwfAgreementSection *self = TWF_AGREEMENT_SECTION (section);

  g_signal_group_set_target (self->plan_signals, twf_workbench_get_plan (workbench));
  g_signal_group_set_target (self->desk_signals, twf_workbench_get_desk (workbench));
  update (self);
}

static void
twf_agreement_section_dispose (GObject *object)
{
  TwfAgreementSection *self = TWF_AGREEMENT_SECTION (object);

  g_clear_handle_id (&self->source, g_source_remove);
  stop_asking (self);
  g_clear_pointer (&self->shown, g_free);
  g_clear_object (&self->plan_signals);
  g_clear_object (&self->desk_signals);
  G_OBJECT_CLASS (twf_agreement_section_parent_class)->dispose (object);
}

static void
twf_agreement_section_class_init (TwfAgreementSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = twf_agreement_section_dispose;
  TWF_FORM_SECTION_CLASS (klass)->show = twf_agreement_section_show;
  gtk_widget_class_install_action (
      GTK_WIDGET_CLASS (klass), "agreement.agree", "(sss)", agree_activated);
  gtk_widget_class_install_action (
      GTK_WIDGET_CLASS (klass), "agreement.state", NULL, state_activated);
  gtk_widget_class_install_action (
      GTK_WIDGET_CLASS (klass), "agreement.take-back", "s", take_back_activated);
  gtk_widget_class_install_action (
      GTK_WIDGET_CLASS (klass), "agreement.reopen", NULL, reopen_activated);
}

static GtkWidget *
make_box (TwfAgreementSection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (self), box);
  return box;
}

static void
twf_agreement_section_init (TwfAgreementSection *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *state;

  self->reopen = gtk_button_new_with_label (_ ("Reopen"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->reopen), "agreement.reopen");
  gtk_box_append (GTK_BOX (buttons), self->reopen);
  self->agree = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->agree, _ ("Agree"));
  gtk_menu_button_set_create_popup_func (self->agree, create_menu_cb, self, NULL);
  gtk_box_append (GTK_BOX (buttons), GTK_WIDGET (self->agree));
  twf_form_section_set_suffix (TWF_FORM_SECTION (self), buttons);
  self->lines = make_box (self);
  self->statements = make_box (self);
  self->further = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  state = gtk_button_new_with_label (_ ("State a Reservation…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (state), "agreement.state");
  gtk_box_append (GTK_BOX (self->further), state);
  gtk_box_append (GTK_BOX (self->further), twf_package_menu_new (TWF_FORM_SECTION (self)));
  gtk_box_append (GTK_BOX (self), self->further);
  self->plan_signals = g_signal_group_new (TWF_TYPE_PLAN);
  g_signal_group_connect_swapped (
      self->plan_signals, "edited", G_CALLBACK (something_changed_cb), self);
  self->desk_signals = g_signal_group_new (TWF_TYPE_DESK);
  g_signal_group_connect_swapped (
      self->desk_signals, "notify::revision", G_CALLBACK (something_changed_cb), self);
}

/**
 * twf_agreement_section_new:
 *
 * Returns: (transfer floating): a section
 */
GtkWidget *
twf_agreement_section_new (void)
{
  return g_object_new (TWF_TYPE_AGREEMENT_SECTION, NULL);
}
