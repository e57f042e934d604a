/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-draft-review.h"

#include "twf-bidi.h"
#include "twf-draft-words.h"
#include "twf-segments.h"
#include "twf-spoken.h"
#include "twf-template.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* So many graphemes of a paragraph stand for it in the list. */
#define LABEL_GRAPHEMES 80

struct _TwfDraftReview
{
  GtkWidget parent_instance;

  /* Template widgets. */
  AdwLeaflet *leaflet;
  GtkWidget *list_pane;
  GtkWidget *detail_pane;
  GtkToggleButton *doubtful_button;
  GtkListView *list_view;
  GtkSingleSelection *selection;
  GtkCustomFilter *filter;
  GtkFilterListModel *filtered;
  GtkDropDown *role;
  GtkDropDown *section;
  GtkLabel *source_label;
  GtkLabel *source;
  GtkLabel *result;
  GtkWidget *suggestions_box;
  GtkListBox *suggestions;

  /* Owned. */
  TwfDraft *draft;              /* nullable */
  TwfDraftParagraph *paragraph; /* nullable: the one that is shown */

  gboolean showing; /* while widgets are being filled, their changes are not a person's */
};

G_DEFINE_FINAL_TYPE (TwfDraftReview, twf_draft_review, GTK_TYPE_WIDGET)

static const char *
get_language (TwfDraftParagraph *paragraph)
{
  const char *language = twf_draft_paragraph_get_language (paragraph);

  return language != NULL ? language : "en";
}

static gboolean
is_shown (gpointer item, gpointer user_data)
{
  TwfDraftReview *self = user_data;

  return !gtk_toggle_button_get_active (self->doubtful_button)
         || twf_draft_paragraph_get_suggestions (item)->len > 0;
}

static void
doubtful_toggled_cb (TwfDraftReview *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

/* A label takes its direction from its first strong letter: the language's mark goes before it. */
static void
show_text (GtkLabel *label, const char *text, const char *language)
{
  g_autofree char *marked = twf_text_dup_marked (text, language);
  gboolean rtl;
  gboolean mirrored;

  gtk_label_set_label (label, marked);
  /* A label's alignment follows the interface; this text's follows its own language. */
  rtl = twf_language_get_direction (language) == TWF_DIRECTION_RTL;
  mirrored = gtk_widget_get_direction (GTK_WIDGET (label)) == GTK_TEXT_DIR_RTL;
  gtk_label_set_xalign (label, rtl == mirrored ? 0 : 1);
}

static void
show_result (TwfDraftReview *self)
{
  const char *language = get_language (self->paragraph);
  g_autofree char *text = twf_draft_words_dup_result (self->paragraph, language);

  show_text (self->result, text, language);
}

static void
suggestion_toggled_cb (GtkCheckButton *button, TwfDraftReview *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "suggestion"));

  if (self->showing || self->paragraph == NULL)
    return;
  twf_draft_paragraph_accept (self->paragraph, index, gtk_check_button_get_active (button));
  show_result (self);
}

static GtkWidget *
make_suggestion_row (TwfDraftReview *self, const TwfSuggestion *suggestion, guint index)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *reason = gtk_label_new (twf_draft_words_reason (suggestion->reason));
  GtkWidget *button;
  g_autofree char *from = twf_text_isolate (suggestion->from);
  g_autofree char *to = twf_text_isolate (suggestion->to);
  g_autofree char *label = NULL;

  /* Translators: a repair of an imported text: what stands there, what it would become. */
  label = g_strdup_printf (_ ("Change %s into %s"), from, to);
  button = gtk_check_button_new_with_label (label);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), suggestion->accepted);
  g_object_set_data (G_OBJECT (button), "suggestion", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "toggled", G_CALLBACK (suggestion_toggled_cb), self, 0);
  if (GTK_IS_LABEL (gtk_widget_get_last_child (button)))
    {
      gtk_label_set_wrap (GTK_LABEL (gtk_widget_get_last_child (button)), TRUE);
      gtk_label_set_xalign (GTK_LABEL (gtk_widget_get_last_child (button)), 0);
    }
  gtk_label_set_xalign (GTK_LABEL (reason), 0);
  gtk_label_set_wrap (GTK_LABEL (reason), TRUE);
  gtk_widget_set_margin_start (reason, 30);
  gtk_widget_add_css_class (reason, "caption");
  gtk_widget_add_css_class (reason, "dim-label");
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), reason);
  gtk_widget_add_css_class (box, "suggestion-row");
  return box;
}

static void
show_suggestions (TwfDraftReview *self)
{
  GPtrArray *suggestions = twf_draft_paragraph_get_suggestions (self->paragraph);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->suggestions))) != NULL)
    gtk_list_box_remove (self->suggestions, row);
  for (guint i = 0; i < suggestions->len; i++)
    {
      gtk_list_box_append (self->suggestions,
                           make_suggestion_row (self, g_ptr_array_index (suggestions, i), i));
      gtk_list_box_row_set_activatable (gtk_list_box_get_row_at_index (self->suggestions, (int)i),
                                        FALSE);
      gtk_widget_set_focusable (
          GTK_WIDGET (gtk_list_box_get_row_at_index (self->suggestions, (int)i)), FALSE);
    }
  gtk_widget_set_visible (self->suggestions_box, suggestions->len > 0);
}

static void
show_source (TwfDraftReview *self)
{
  guint line = twf_draft_paragraph_get_line (self->paragraph);
  const char *source = twf_draft_paragraph_get_source (self->paragraph);
  g_autofree char *label = line > 0 ? g_strdup_printf (_ ("In the document, from line %u"), line)
                                    : g_strdup (_ ("In the document"));

  gtk_label_set_label (self->source_label, label);
  show_text (self->source, source != NULL ? source : "", get_language (self->paragraph));
}

static void
selection_changed_cb (TwfDraftReview *self)
{
  TwfDraftParagraph *paragraph = gtk_single_selection_get_selected_item (self->selection);

  if (!g_set_object (&self->paragraph, paragraph))
    return;
  gtk_widget_set_sensitive (self->detail_pane, paragraph != NULL);
  if (paragraph == NULL)
    return;

  self->showing = TRUE;
  gtk_drop_down_set_selected (self->role, twf_draft_paragraph_get_role (paragraph));
  gtk_drop_down_set_selected (self->section, twf_draft_paragraph_get_section (paragraph));
  gtk_widget_set_sensitive (
      GTK_WIDGET (self->section),
      twf_draft_words_role_has_section (twf_draft_paragraph_get_role (paragraph)));
  show_source (self);
  show_result (self);
  show_suggestions (self);
  self->showing = FALSE;
}

static void
role_chosen_cb (TwfDraftReview *self)
{
  TwfRole role = gtk_drop_down_get_selected (self->role);

  if (self->showing || self->paragraph == NULL)
    return;
  twf_draft_paragraph_set_role (self->paragraph, role);
  show_result (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->section), twf_draft_words_role_has_section (role));
}

static void
section_chosen_cb (TwfDraftReview *self)
{
  if (self->showing || self->paragraph == NULL)
    return;
  twf_draft_paragraph_set_section (self->paragraph, gtk_drop_down_get_selected (self->section));
}

static void
activated_cb (TwfDraftReview *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->detail_pane);
  gtk_widget_grab_focus (GTK_WIDGET (self->role));
}

static void
back_clicked_cb (TwfDraftReview *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  for (guint line = 0; line < 2; line++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
      if (line == 0)
        {
          gtk_widget_add_css_class (label, "caption");
          gtk_widget_add_css_class (label, "dim-label");
        }
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_list_item_set_child (item, box);
}

static void
show_row (TwfDraftParagraph *paragraph, GParamSpec *pspec, GtkWidget *box)
{
  GtkWidget *first = gtk_widget_get_first_child (box);
  const char *language = get_language (paragraph);
  const char *text = twf_draft_paragraph_get_text (paragraph, language);
  g_autofree char *role = twf_draft_words_describe (paragraph);
  g_autofree char *words
      = twf_text_dup_first_words (text != NULL ? text : "", LABEL_GRAPHEMES, language);
  g_autofree char *marked = twf_text_dup_marked (words, language);
  guint n_suggestions = twf_draft_paragraph_get_suggestions (paragraph)->len;

  if (n_suggestions > 0)
    {
      g_autofree char *doubts = g_strdup_printf (
          ngettext ("%u suggestion", "%u suggestions", n_suggestions), n_suggestions);
      g_autofree char *line = g_strdup_printf ("%s · %s", role, doubts);

      gtk_label_set_label (GTK_LABEL (first), line);
    }
  else
    gtk_label_set_label (GTK_LABEL (first), role);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (first)), marked);
  twf_spoken_name_row (
      box, (const char *const[]){ gtk_label_get_label (GTK_LABEL (first)), words, NULL });
  if (twf_draft_paragraph_get_role (paragraph) == TWF_ROLE_LEFT_OUT)
    gtk_widget_add_css_class (box, "left-out");
  else
    gtk_widget_remove_css_class (box, "left-out");
}

static void
row_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  TwfDraftParagraph *paragraph = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);

  show_row (paragraph, NULL, box);
  g_signal_connect_object (paragraph, "notify", G_CALLBACK (show_row), box, 0);
}

static void
row_unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (
      gtk_list_item_get_item (item), show_row, gtk_list_item_get_child (item));
}

static void
twf_draft_review_dispose (GObject *object)
{
  TwfDraftReview *self = TWF_DRAFT_REVIEW (object);

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  if (self->filtered != NULL)
    gtk_filter_list_model_set_model (self->filtered, NULL);
  g_clear_object (&self->paragraph);
  g_clear_object (&self->draft);
  twf_template_dispose (GTK_WIDGET (self), TWF_TYPE_DRAFT_REVIEW);
  G_OBJECT_CLASS (twf_draft_review_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TwfDraftReview, leaflet);
  gtk_widget_class_bind_template_child (widget_class, TwfDraftReview, list_pane);
  gtk_widget_class_bind_template_child (widget_class, TwfDraftReview, detail_pane);
  gtk_widget_class_bind_template_child (widget_class, TwfDraftReview, doubtful_button);
  gtk_widget_class_bind_template_child (widget_class, TwfDraftReview, list_view);
  gtk_widget_class_bind_template_child (widget_class, TwfDraftReview, selection);
  gtk_widget_class_bind_template_child (widget_class, TwfDraftReview, filter);
  gtk_widget_class_bind_template_child (widget_class, TwfDraftReview, filtered);
  gtk_widget_class_bind_template_child (widget_class, TwfDraftReview, role);
  gtk_widget_class_bind_template_child (widget_class, TwfDraftReview, section);
  gtk_widget_class_bind_template_child (widget_class, TwfDraftReview, source_label);
  gtk_widget_class_bind_template_child (widget_class, TwfDraftReview, source);
  gtk_widget_class_bind_template_child (widget_class, TwfDraftReview, result);
  gtk_widget_class_bind_template_child (widget_class, TwfDraftReview, suggestions_box);
  gtk_widget_class_bind_template_child (widget_class, TwfDraftReview, suggestions);
  gtk_widget_class_bind_template_callback (widget_class, doubtful_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, role_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, section_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_unbind_cb);
}

static void
twf_draft_review_class_init (TwfDraftReviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_draft_review_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/import/twf-draft-review.ui");
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
twf_draft_review_init (TwfDraftReview *self)
{
  g_autoptr (GListModel) roles = NULL;
  g_autoptr (GListModel) sections = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  twf_spoken_name_drop_downs (GTK_WIDGET (self));
  roles = twf_draft_words_list_roles ();
  sections = twf_draft_words_list_sections ();
  self->showing = TRUE;
  gtk_drop_down_set_model (self->role, roles);
  gtk_drop_down_set_model (self->section, sections);
  self->showing = FALSE;
  gtk_custom_filter_set_filter_func (self->filter, is_shown, self, NULL);
}

/**
 * twf_draft_review_set_draft:
 * @self: the review
 * @draft: (nullable): what import proposes
 *
 * Shows @draft; what a person changes is changed in it.
 */
void
twf_draft_review_set_draft (TwfDraftReview *self, TwfDraft *draft)
{
  g_return_if_fail (TWF_IS_DRAFT_REVIEW (self));

  g_set_object (&self->draft, draft);
  gtk_toggle_button_set_active (self->doubtful_button, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->doubtful_button),
                          draft != NULL && twf_draft_count_suggestions (draft) > 0);
  gtk_filter_list_model_set_model (self->filtered,
                                   draft != NULL ? twf_draft_list_paragraphs (draft) : NULL);
  selection_changed_cb (self);
}
