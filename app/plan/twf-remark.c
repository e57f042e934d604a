/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-remark.h"

struct _TwfRemark
{
  GObject parent_instance;

  char *id;
  char *author; /* nullable */
  char *text;
  gint64 when;
};

G_DEFINE_FINAL_TYPE (TwfRemark, twf_remark, G_TYPE_OBJECT)

static void
twf_remark_finalize (GObject *object)
{
  TwfRemark *self = TWF_REMARK (object);

  g_free (self->id);
  g_free (self->author);
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
 * twf_remark_new:
 * @id: its identity
 * @author: (nullable): code of the delegation that made it; %NULL: the facilitator
 * @when: when it was made, in seconds since 1970 (UTC)
 * @text: what it says
 *
 * Returns: (transfer full): a remark
 */
TwfRemark *
twf_remark_new (const char *id, const char *author, gint64 when, const char *text)
{
  TwfRemark *self;

  g_return_val_if_fail (id != NULL && text != NULL, NULL);

  self = g_object_new (TWF_TYPE_REMARK, NULL);
  self->id = g_strdup (id);
  self->author = g_strdup (author);
  self->when = when;
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
         && one->when == other->when && g_str_equal (one->text, other->text);
}
