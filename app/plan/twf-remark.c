/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-remark.h"

struct _TwfRemark
{
  GObject parent_instance;

  char *id;
  char *author;   /* nullable */
  char *language; /* nullable */
  char *text;
  gint64 when;
  TwfRemarkKind kind;
};

static const char *const kind_names[] = {
  [TWF_REMARK_COMMENT] = "comment",
  [TWF_REMARK_RESERVATION] = "reservation",
  [TWF_REMARK_EXPLANATION] = "explanation",
};

G_DEFINE_FINAL_TYPE (TwfRemark, twf_remark, G_TYPE_OBJECT)

static void
twf_remark_finalize (GObject *object)
{
  TwfRemark *self = TWF_REMARK (object);

  g_free (self->id);
  g_free (self->author);
  g_free (self->language);
  g_free (self->text);
  G_OBJECT_CLASS (twf_remark_parent_class)->finalize (object);
}

static void
twf_remark_class_init (TwfRemarkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = twf_remark_finalize;
}

static void
twf_remark_init (TwfRemark *self)
{
}

/**
 * twf_remark_kind_get_name:
 * @kind: a kind
 *
 * Returns: the word under which it is stored and named on the command line
 */
const char *
twf_remark_kind_get_name (TwfRemarkKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_names), NULL);

  return kind_names[kind];
}

/**
 * twf_remark_kind_from_name:
 * @name: (nullable): a stored word
 * @kind: (out): the kind, where the word is one
 *
 * Returns: whether @name is the name of a kind
 */
gboolean
twf_remark_kind_from_name (const char *name, TwfRemarkKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_strcmp0 (name, kind_names[i]) == 0)
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * twf_remark_new:
 * @id: its identity
 * @author: (nullable): code of the delegation that made it; %NULL: the facilitator
 * @when: when it was made, in seconds since 1970 (UTC)
 * @text: what it says
 *
 * Returns: (transfer full): a remark that is part of the discussion, in no language that is known
 */
TwfRemark *
twf_remark_new (const char *id, const char *author, gint64 when, const char *text)
{
  return twf_remark_new_statement (id, TWF_REMARK_COMMENT, author, when, NULL, text);
}

/**
 * twf_remark_new_statement:
 * @id: its identity
 * @kind: what it is
 * @author: (nullable): code of the delegation that made it; %NULL: the facilitator
 * @when: when it was made, in seconds since 1970 (UTC)
 * @language: (nullable): of @text; %NULL: it is not known
 * @text: what it says
 *
 * Returns: (transfer full): a remark
 */
TwfRemark *
twf_remark_new_statement (const char *id,
                          TwfRemarkKind kind,
                          const char *author,
                          gint64 when,
                          const char *language,
                          const char *text)
{
  TwfRemark *self;

  g_return_val_if_fail (id != NULL && text != NULL, NULL);

  self = g_object_new (TWF_TYPE_REMARK, NULL);
  self->id = g_strdup (id);
  self->author = g_strdup (author);
  self->when = when;
  self->kind = kind;
  self->language = g_strdup (language);
  self->text = g_strdup (text);
  return self;
}

/**
 * twf_remark_get_id:
 * @self: a remark
 *
 * Returns: (transfer none): its identity
 */
const char *
twf_remark_get_id (TwfRemark *self)
{
  g_return_val_if_fail (TWF_IS_REMARK (self), NULL);

  return self->id;
}

/**
 * twf_remark_get_author:
 * @self: a remark
 *
 * Returns: (nullable) (transfer none): code of the delegation that made it; %NULL: the facilitator
 */
const char *
twf_remark_get_author (TwfRemark *self)
{
  g_return_val_if_fail (TWF_IS_REMARK (self), NULL);

  return self->author;
}

/**
 * twf_remark_get_when:
 * @self: a remark
 *
 * Returns: when it was made, in seconds since 1970 (UTC)
 */
gint64
twf_remark_get_when (TwfRemark *self)
{
  g_return_val_if_fail (TWF_IS_REMARK (self), 0);

  return self->when;
}

/**
 * twf_remark_get_text:
 * @self: a remark
 *
 * Returns: (transfer none): what it says
 */
const char *
twf_remark_get_text (TwfRemark *self)
{
  g_return_val_if_fail (TWF_IS_REMARK (self), NULL);

  return self->text;
}

/**
 * twf_remark_get_kind:
 * @self: a remark
 *
 * Returns: what it is
 */
TwfRemarkKind
twf_remark_get_kind (TwfRemark *self)
{
  g_return_val_if_fail (TWF_IS_REMARK (self), TWF_REMARK_COMMENT);

  return self->kind;
}

/**
 * twf_remark_get_language:
 * @self: a remark
 *
 * Returns: (nullable) (transfer none): the language it is made in; %NULL: it is not known
 */
const char *
twf_remark_get_language (TwfRemark *self)
{
  g_return_val_if_fail (TWF_IS_REMARK (self), NULL);

  return self->language;
}

/**
 * twf_remark_equal:
 * @one: a remark
 * @other: another
 *
 * Returns: whether both are the same in every point
 */
gboolean
twf_remark_equal (TwfRemark *one, TwfRemark *other)
{
  g_return_val_if_fail (TWF_IS_REMARK (one) && TWF_IS_REMARK (other), FALSE);

  return g_str_equal (one->id, other->id) && g_strcmp0 (one->author, other->author) == 0
         && one->when == other->when && one->kind == other->kind
         && g_strcmp0 (one->language, other->language) == 0 && g_str_equal (one->text, other->text);
}
