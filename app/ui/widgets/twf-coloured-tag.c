/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-coloured-tag.h"

struct _TwfColouredTag
{
  GtkTextTag parent_instance;
};

G_DEFINE_FINAL_TYPE (TwfColouredTag, twf_coloured_tag, GTK_TYPE_TEXT_TAG)

enum
{
  PROP_0,
  PROP_FOREGROUND,
};

static void
twf_coloured_tag_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  GdkRGBA *colour = NULL;

  if (id != PROP_FOREGROUND)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  g_object_get (object, "foreground-rgba", &colour, NULL);
  if (colour != NULL)
    g_value_take_string (value, gdk_rgba_to_string (colour));
  g_clear_pointer (&colour, gdk_rgba_free);
}

static void
twf_coloured_tag_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  const char *name = g_value_get_string (value);
  GdkRGBA colour;

  if (id != PROP_FOREGROUND)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else if (name != NULL && gdk_rgba_parse (&colour, name))
    g_object_set (object, "foreground-rgba", &colour, NULL);
}

static void
twf_coloured_tag_class_init (TwfColouredTagClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = twf_coloured_tag_get_property;
  object_class->set_property = twf_coloured_tag_set_property;
  g_object_class_install_property (
      object_class,
      PROP_FOREGROUND,
      g_param_spec_string (
          "foreground", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
}

static void
twf_coloured_tag_init (TwfColouredTag *self)
{
}

/**
 * twf_coloured_tag_new:
 * @buffer: a text buffer
 *
 * GTK 4.8 asks a tag for the name of its colour when a screen reader wants to know how a text
 * looks; GtkTextTag does not give one, and the program ends. This tag gives it.
 *
 * Returns: (transfer none): a tag in @buffer's table
 */
GtkTextTag *
twf_coloured_tag_new (GtkTextBuffer *buffer)
{
  g_autoptr (GtkTextTag) tag = g_object_new (TWF_TYPE_COLOURED_TAG, NULL);

  g_return_val_if_fail (GTK_IS_TEXT_BUFFER (buffer), NULL);

  gtk_text_tag_table_add (gtk_text_buffer_get_tag_table (buffer), tag);
  return tag;
}
