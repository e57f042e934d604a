/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-text"

#include "config.h"

#include "twf-facts-private.h"

#include <string.h>

/* Words are compared as TwfSigns folds them: without accents, in small letters, Arabic without
 * hamza, with ha and ya for their dotted forms. A star stands for any end of the word. */
typedef struct
{
  const char *language;
  const char *words; /* a space between those of one row, a plus where a space stands in it */
  double value;
} WordValue;

/* clang-format off */
static const WordValue months[] = {
  { "en", "january", 1 },    { "en", "february", 2 }, { "en", "march", 3 },     { "en", "april", 4 },
  { "en", "may", 5 },        { "en", "june", 6 },     { "en", "july", 7 },      { "en", "august", 8 },
  { "en", "september", 9 },  { "en", "october", 10 }, { "en", "november", 11 }, { "en", "december", 12 },
  { "fr", "janvier", 1 },    { "fr", "fevrier", 2 },  { "fr", "mars", 3 },      { "fr", "avril", 4 },
  { "fr", "mai", 5 },        { "fr", "juin", 6 },     { "fr", "juillet", 7 },   { "fr", "aout", 8 },
  { "fr", "septembre", 9 },  { "fr", "octobre", 10 }, { "fr", "novembre", 11 }, { "fr", "decembre", 12 },
  { "es", "enero", 1 },      { "es", "febrero", 2 },  { "es", "marzo", 3 },     { "es", "abril", 4 },
  { "es", "mayo", 5 },       { "es", "junio", 6 },    { "es", "julio", 7 },     { "es", "agosto", 8 },
  { "es", "septiembre setiembre", 9 }, { "es", "octubre", 10 }, { "es", "noviembre", 11 }, { "es", "diciembre", 12 },
  { "ru", "январ*", 1 },     { "ru", "феврал*", 2 },  { "ru", "март марта марте марту", 3 }, { "ru", "апрел*", 4 },
  { "ru", "маи мая мае маю", 5 }, { "ru", "июнь июня июне июню", 6 }, { "ru", "июль июля июле июлю", 7 }, { "ru", "август августа августе", 8 },
  { "ru", "сентябр*", 9 },   { "ru", "октябр*", 10 }, { "ru", "ноябр*", 11 },   { "ru", "декабр*", 12 },
  { "ar", "يناير كانون+الثاني", 1 }, { "ar", "فبراير شباط", 2 },      { "ar", "مارس اذار", 3 },
  { "ar", "ابريل نيسان", 4 },         { "ar", "مايو ايار", 5 },        { "ar", "يونيه يونيو حزيران", 6 },
  { "ar", "يوليه يوليو تموز", 7 },    { "ar", "اغسطس اب", 8 },         { "ar", "سبتمبر ايلول", 9 },
  { "ar", "اكتوبر تشرين+الاول", 10 }, { "ar", "نوفمبر تشرين+الثاني", 11 }, { "ar", "ديسمبر كانون+الاول", 12 },
};

static const WordValue magnitudes[] = {
  { "en", "thousand thousands", 1e3 }, { "en", "million millions", 1e6 }, { "en", "billion billions", 1e9 }, { "en", "trillion", 1e12 },
  { "fr", "mille milliers", 1e3 }, { "fr", "million millions", 1e6 }, { "fr", "milliard milliards", 1e9 }, { "fr", "billion billions", 1e12 },
  { "es", "mil+millones", 1e9 }, { "es", "mil miles", 1e3 }, { "es", "millon millones", 1e6 }, { "es", "billon billones", 1e12 },
  { "ru", "тыс тысяч*", 1e3 }, { "ru", "млн миллион*", 1e6 }, { "ru", "млрд миллиард*", 1e9 }, { "ru", "трлн триллион*", 1e12 },
  { "ar", "الاف", 1e3 }, { "ar", "الف", 1e3 }, { "ar", "مليون ملايين مليونا", 1e6 }, { "ar", "بليون بلايين بليونا مليار مليارات مليارا", 1e9 }, { "ar", "تريليون تريليونات", 1e12 },
};

/* What multiplies a number in words alone: "seven decades" are 70 years elsewhere. Arabic has a dual. */
static const WordValue multiples[] = {
  { "en", "decades", 10 }, { "fr", "decennies", 10 }, { "es", "decenios decadas", 10 }, { "ru", "десятилети*", 10 }, { "ar", "عقود عقودا", 10 },
  { "ar", "الفي الفان", 2e3 }, { "ar", "مليوني مليونان", 2e6 }, { "ar", "بليوني بليونان ملياري", 2e9 },
};

static const WordValue numbers[] = {
  { "en", "one first", 1 }, { "en", "two second twice both", 2 }, { "en", "three third", 3 }, { "en", "four fourth", 4 },
  { "en", "five fifth", 5 }, { "en", "six sixth", 6 }, { "en", "seven seventh", 7 }, { "en", "eight eighth", 8 },
  { "en", "nine ninth", 9 }, { "en", "ten tenth", 10 }, { "en", "eleven eleventh", 11 }, { "en", "twelve twelfth", 12 },
  { "en", "thirteen thirteenth", 13 }, { "en", "fourteen fourteenth", 14 }, { "en", "fifteen fifteenth", 15 },
  { "en", "sixteen sixteenth", 16 }, { "en", "seventeen seventeenth", 17 }, { "en", "eighteen eighteenth", 18 },
  { "en", "nineteen nineteenth", 19 }, { "en", "twenty twentieth", 20 }, { "en", "thirty thirtieth", 30 },
  { "en", "forty fortieth", 40 }, { "en", "fifty fiftieth", 50 }, { "en", "sixty sixtieth", 60 },
  { "en", "seventy seventieth", 70 }, { "en", "eighty eightieth", 80 }, { "en", "ninety ninetieth", 90 },
  { "en", "hundred hundredth centenary", 100 }, { "en", "decade", 10 },
  { "fr", "un une premier* unieme", 1 }, { "fr", "deux deuxieme* second* biennal*", 2 }, { "fr", "decennal* decennie", 10 }, { "fr", "quinquennal*", 5 }, { "fr", "trois troisieme*", 3 },
  { "fr", "quatre quatrieme*", 4 }, { "fr", "cinq cinquieme*", 5 }, { "fr", "six sixieme*", 6 }, { "fr", "sept septieme*", 7 },
  { "fr", "huit huitieme*", 8 }, { "fr", "neuf neuvieme*", 9 }, { "fr", "dix dixieme*", 10 }, { "fr", "onze onzieme*", 11 },
  { "fr", "douze douzieme*", 12 }, { "fr", "treize treizieme*", 13 }, { "fr", "quatorze quatorzieme*", 14 },
  { "fr", "quinze quinzieme*", 15 }, { "fr", "seize seizieme*", 16 }, { "fr", "vingt vingts vingtieme*", 20 },
  { "fr", "trente trentieme*", 30 }, { "fr", "quarante quarantieme*", 40 }, { "fr", "cinquante cinquantieme* cinquantenaire", 50 },
  { "fr", "soixante soixantieme*", 60 }, { "fr", "cent cents centieme* centenaire", 100 },
  { "es", "un uno una primer*", 1 }, { "es", "dos segund* bienal*", 2 }, { "es", "decenal* decenio", 10 }, { "es", "quinquenal*", 5 }, { "es", "tres tercer*", 3 }, { "es", "cuatro cuart*", 4 },
  { "es", "cinco quint*", 5 }, { "es", "seis sext*", 6 }, { "es", "siete septim*", 7 }, { "es", "ocho octav*", 8 },
  { "es", "nueve noven*", 9 }, { "es", "diez decim*", 10 }, { "es", "once undecim*", 11 }, { "es", "doce duodecim*", 12 },
  { "es", "trece", 13 }, { "es", "catorce", 14 }, { "es", "quince", 15 }, { "es", "dieciseis", 16 }, { "es", "diecisiete", 17 },
  { "es", "dieciocho", 18 }, { "es", "diecinueve", 19 }, { "es", "veinte vigesim*", 20 }, { "es", "veintiun*", 21 },
  { "es", "veintidos", 22 }, { "es", "veintitres", 23 }, { "es", "veinticuatro", 24 }, { "es", "veinticinco", 25 },
  { "es", "veintiseis", 26 }, { "es", "veintisiete", 27 }, { "es", "veintiocho", 28 }, { "es", "veintinueve", 29 },
  { "es", "treinta trigesim*", 30 }, { "es", "cuarenta cuadragesim*", 40 }, { "es", "cincuenta quincuagesim* cincuentenario", 50 },
  { "es", "sesenta sexagesim*", 60 }, { "es", "setenta septuagesim*", 70 }, { "es", "ochenta octogesim*", 80 },
  { "es", "noventa nonagesim*", 90 }, { "es", "cien ciento centesim* centenario", 100 },
  { "ru", "один* одна одно одно* перв* перво*", 1 }, { "ru", "два две двух* двум* втор* дву*", 2 }, { "ru", "три трех* трем* трет* тре*", 3 },
  { "ru", "четыре четырех* четырем* четверт*", 4 }, { "ru", "пять пяти* пятью пят*", 5 }, { "ru", "шест*", 6 },
  { "ru", "семь семи* седьм*", 7 }, { "ru", "восемь восьм* восем", 8 }, { "ru", "девят*", 9 }, { "ru", "десят*", 10 },
  { "ru", "одиннадцат*", 11 }, { "ru", "двенадцат*", 12 }, { "ru", "тринадцат*", 13 }, { "ru", "четырнадцат*", 14 },
  { "ru", "пятнадцат*", 15 }, { "ru", "шестнадцат*", 16 }, { "ru", "семнадцат*", 17 }, { "ru", "восемнадцат*", 18 },
  { "ru", "девятнадцат*", 19 }, { "ru", "двадцат*", 20 }, { "ru", "тридцат*", 30 }, { "ru", "сорок*", 40 },
  { "ru", "пятьдесят* пятидесят*", 50 }, { "ru", "шестьдесят* шестидесят*", 60 }, { "ru", "семьдесят* семидесят*", 70 },
  { "ru", "восемьдесят* восьмидесят*", 80 }, { "ru", "девяност*", 90 }, { "ru", "сто ста сотая сотои столет* столети*", 100 },
  { "ar", "واحد واحده احد احدي حادي حاديه اول اولي", 1 }, { "ar", "اثنان اثنين اثنا اثني اثنتان اثنتين ثاني ثانيه ثان", 2 },
  { "ar", "ثلاث ثلاثه ثالث ثالثه", 3 }, { "ar", "اربع اربعه رابع رابعه", 4 }, { "ar", "خمس خمسه خامس خامسه خمسي خمسيه", 5 },
  { "ar", "ست سته سادس سادسه", 6 }, { "ar", "سبع سبعه سابع سابعه", 7 }, { "ar", "ثمان ثماني ثمانيه ثامن ثامنه", 8 },
  { "ar", "تسع تسعه تاسع تاسعه", 9 }, { "ar", "عشر عشره عاشر عاشره عشري عشريه عقد", 10 }, { "ar", "عشرون عشرين عشرينات", 20 },
  { "ar", "ثلاثون ثلاثين", 30 }, { "ar", "اربعون اربعين", 40 }, { "ar", "خمسون خمسين", 50 }, { "ar", "ستون ستين", 60 },
  { "ar", "سبعون سبعين", 70 }, { "ar", "ثمانون ثمانين", 80 }, { "ar", "تسعون تسعين", 90 }, { "ar", "مائه مئه مئويه مائتي", 100 },
};
/* clang-format on */

/* The words of a table in a language: whole ones in a hash table, beginnings in an array. */
typedef struct
{
  GHashTable *whole; /* char* -> double* */
  GPtrArray *stems;  /* of WordStem, longest first */
} WordIndex;

typedef struct
{
  char *stem;
  double value;
} WordStem;

static int
compare_stems (gconstpointer one, gconstpointer other)
{
  const WordStem *a = *(const WordStem *const *)one;
  const WordStem *b = *(const WordStem *const *)other;

  return (int)strlen (b->stem) - (int)strlen (a->stem);
}

static void
index_row (WordIndex *index, const WordValue *row)
{
  g_auto (GStrv) words = g_strsplit (row->words, " ", -1);

  for (char **at = words; *at != NULL; at++)
    {
      g_autoptr (TwfSigns) signs = twf_signs_new (*at);
      char folded[TWF_PIECE_WORD_SIZE];
      char *word = folded;
      gsize length;

      twf_signs_write_word (signs, 0, signs->n, folded, sizeof folded);
      length = strlen (word);
      g_strdelimit (word, "+", ' ');
      if (word[length - 1] == '*')
        {
          WordStem *stem = g_new (WordStem, 1);

          stem->stem = g_strndup (word, length - 1);
          stem->value = row->value;
          g_ptr_array_add (index->stems, stem);
        }
      else
        g_hash_table_insert (
            index->whole, g_strdup (word), g_memdup2 (&row->value, sizeof row->value));
    }
}

static WordIndex *
build_index (const WordValue *rows, gsize n, const char *language)
{
  WordIndex *index = g_new (WordIndex, 1);

  index->whole = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  index->stems = g_ptr_array_new ();
  for (gsize i = 0; i < n; i++)
    if (strcmp (rows[i].language, language) == 0)
      index_row (index, &rows[i]);
  g_ptr_array_sort (index->stems, compare_stems);
  return index;
}

typedef enum
{
  TABLE_MONTHS,
  TABLE_MAGNITUDES,
  TABLE_MULTIPLES,
  TABLE_NUMBERS,
} Table;

/* Built when a language is first met and kept. */
static const WordIndex *
get_index (Table table, const char *language)
{
  static const struct
  {
    const WordValue *rows;
    gsize n;
  } tables[] = {
    [TABLE_MONTHS] = { months, G_N_ELEMENTS (months) },
    [TABLE_MAGNITUDES] = { magnitudes, G_N_ELEMENTS (magnitudes) },
    [TABLE_MULTIPLES] = { multiples, G_N_ELEMENTS (multiples) },
    [TABLE_NUMBERS] = { numbers, G_N_ELEMENTS (numbers) },
  };
  static GMutex mutex;
  static GHashTable *indexes[G_N_ELEMENTS (tables)];
  WordIndex *index;

  g_mutex_lock (&mutex);
  if (indexes[table] == NULL)
    indexes[table] = g_hash_table_new (g_str_hash, g_str_equal);
  index = g_hash_table_lookup (indexes[table], language);
  if (index == NULL)
    {
      index = build_index (tables[table].rows, tables[table].n, language);
      g_hash_table_insert (indexes[table], g_strdup (language), index);
    }
  g_mutex_unlock (&mutex);
  return index;
}

/* What a word means, or 0. */
static double
look_up (const WordIndex *index, const char *word)
{
  const double *value = g_hash_table_lookup (index->whole, word);

  if (value != NULL)
    return *value;
  for (guint i = 0; i < index->stems->len; i++)
    {
      const WordStem *stem = index->stems->pdata[i];

      if (stem->stem[0] == word[0] && stem->stem[1] == word[1]
          && g_str_has_prefix (word, stem->stem))
        return stem->value;
    }
  return 0;
}

/* Arabic writes conjunctions, prepositions and the article onto the word. */
static double
look_up_arabic (const WordIndex *index, const char *word)
{
  static const char *const prefixes[] = { "و", "ف", "ب", "ل", "ك" };
  double value = look_up (index, word);

  for (guint i = 0; i < G_N_ELEMENTS (prefixes) && value == 0; i++)
    if (g_str_has_prefix (word, prefixes[i]))
      value = look_up_arabic (index, word + strlen (prefixes[i]));
  if (value == 0 && g_str_has_prefix (word, "ال"))
    value = look_up (index, word + strlen ("ال"));
  return value;
}

/* @most: words in a row that may be one. */
static double
read_words (const TwfFactSearch *self, Table table, guint index, guint most, guint *n_pieces)
{
  const WordIndex *words = get_index (table, self->language);
  gboolean arabic = strcmp (self->language, "ar") == 0;

  if (index >= self->n || self->pieces[index].kind != TWF_PIECE_WORD)
    return 0;
  for (guint n = most; n > 0; n--)
    {
      char two[2 * TWF_PIECE_WORD_SIZE];
      const char *word = self->pieces[index].word;
      double value;

      if (n == 2)
        {
          if (index + 1 >= self->n || self->pieces[index + 1].kind != TWF_PIECE_WORD)
            continue;
          g_snprintf (two, sizeof two, "%s %s", word, self->pieces[index + 1].word);
          word = two;
        }
      value = arabic ? look_up_arabic (words, word) : look_up (words, word);
      if (value != 0)
        {
          *n_pieces = n;
          return value;
        }
    }
  return 0;
}

/*
 * twf_facts_read_month:
 * @self: what is searched
 * @index: of a piece
 * @n_pieces: (out): how many of them say it
 *
 * Returns: the month that is named there, or 0
 */
guint
twf_facts_read_month (const TwfFactSearch *self, guint index, guint *n_pieces)
{
  return (guint)read_words (self, TABLE_MONTHS, index, 2, n_pieces);
}

static const struct
{
  const char *sign;
  double value;
} han_magnitudes[] = { { "百", 1e2 }, { "千", 1e3 }, { "万", 1e4 }, { "亿", 1e8 }, { "兆", 1e12 } };

static double
read_han_magnitude (const TwfFactSearch *self, guint index, guint *n_pieces)
{
  double value = 1;

  for (*n_pieces = 0; index + *n_pieces < self->n; ++*n_pieces)
    {
      double one = 0;

      for (guint i = 0; i < G_N_ELEMENTS (han_magnitudes); i++)
        if (twf_facts_is (self, index + *n_pieces, han_magnitudes[i].sign))
          one = han_magnitudes[i].value;
      if (one == 0)
        break;
      value *= one;
    }
  return *n_pieces > 0 ? value : 0;
}

/*
 * twf_facts_read_magnitude:
 * @self: what is searched
 * @index: of the piece behind a number
 * @n_pieces: (out): how many of them say it
 *
 * Returns: by what the number is to be multiplied: "million"; 0: nothing is said
 */
double
twf_facts_read_magnitude (const TwfFactSearch *self, guint index, guint *n_pieces)
{
  if (strcmp (self->language, "zh") == 0)
    return read_han_magnitude (self, index, n_pieces);
  /* Arabic names the parts of a resolution with the same word: "217 ألف (د-3)". */
  if (twf_facts_is (self, index, "الف") && twf_facts_is (self, index + 1, "("))
    return 0;
  return read_words (self, TABLE_MAGNITUDES, index, 2, n_pieces);
}

/*
 * twf_facts_read_percent:
 * @self: what is searched
 * @index: of the piece behind a number
 *
 * Returns: whether it says that the number is a share of a hundred
 */
gboolean
twf_facts_read_percent (const TwfFactSearch *self, guint index)
{
  static const char *const two[][2]
      = { { "per", "cent" },  { "pour", "cent" }, { "por", "ciento" },
          { "في", "المايه" }, { "في", "الميه" },  { "بالمايه", NULL } };

  if (twf_facts_is (self, index, "%") || twf_facts_is (self, index, "percent"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (two); i++)
    if (twf_facts_is (self, index, two[i][0])
        && (two[i][1] == NULL || twf_facts_is (self, index + 1, two[i][1])))
      return TRUE;
  return index < self->n && self->pieces[index].kind == TWF_PIECE_WORD
         && g_str_has_prefix (self->pieces[index].word, "процент");
}

static void
add_number (const TwfFactSearch *self, guint first, guint last, double value)
{
  char key[TWF_FACT_KEY_SIZE];

  g_ascii_formatd (key, sizeof key, "%.15g", value);
  twf_facts_add (self, TWF_FACT_NUMBER, TRUE, first, last, key);
}

static guint
read_han_digit (const TwfFactSearch *self, guint index)
{
  static const char *const digits[]
      = { "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "两" };

  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    if (twf_facts_is (self, index, digits[i]))
      return i == 10 ? 3 : i + 1;
  return 0;
}

/* 七十五, 一百二十, 二〇二〇. Returns: how many pieces were read. */
static guint
read_han_number (const TwfFactSearch *self, guint index)
{
  double sum = 0, digit = 0, row = 0;
  guint n = 0, n_digits = 0;

  for (; index + n < self->n; n++)
    {
      guint figure = read_han_digit (self, index + n);
      double unit = twf_facts_is (self, index + n, "十")   ? 10
                    : twf_facts_is (self, index + n, "百") ? 100
                    : twf_facts_is (self, index + n, "千") ? 1000
                                                           : 0;

      if (figure != 0)
        {
          digit = figure - 1;
          row = row * 10 + digit;
          n_digits++;
        }
      else if (unit != 0)
        {
          sum += (digit != 0 ? digit : 1) * unit;
          digit = 0;
        }
      else
        break;
    }
  if (n > 0)
    {
      add_number (self, index, index + n - 1, sum > 0 ? sum + digit : row);
      if (sum > 0 && n_digits > 0)
        add_number (self, index, index + n - 1, row);
    }
  return n;
}

/* The Latin letters of a Roman number, which all documents write in capitals. */
static guint
read_roman (const TwfFactSearch *self, guint index)
{
  static const char letters[] = "IVXLC";
  static const guint values[] = { 1, 5, 10, 50, 100 };
  const TwfPiece *piece = &self->pieces[index];
  guint sum = 0, last = 0;

  for (guint i = piece->to; i > piece->from; i--)
    {
      gunichar sign = self->signs->raw[i - 1];
      const char *at = sign < 0x80 && sign != 0 ? strchr (letters, (int)sign) : NULL;
      guint value;

      if (at == NULL)
        return 0;
      value = values[at - letters];
      if (value < last)
        sum -= value;
      else
        {
          sum += value;
          last = value;
        }
    }
  return sum;
}

/* Numbers in words, one behind the other. */
typedef struct
{
  guint at; /* the piece */
  double value;
} WordNumber;

/* What joins two words of one number: "soixante-dix", "vingt et un". */
static gboolean
is_joint (const TwfFactSearch *self, guint index)
{
  if (twf_facts_is (self, index, "-"))
    return !self->pieces[index].spaced && index + 1 < self->n && !self->pieces[index + 1].spaced;
  return twf_facts_is (self, index, "et") || twf_facts_is (self, index, "y")
         || twf_facts_is (self, index, "and");
}

/* "four hundred"; French counts by scores: "quatre-vingt". */
static double
join (const TwfFactSearch *self, double sum, double before, double value)
{
  gboolean scores = value == 20 && strcmp (self->language, "fr") == 0;

  if ((value == 100 || scores) && before > 1 && before < 10)
    return sum + value * before - before;
  return sum + value;
}

/* "one billion", "seven decades". */
static void
add_multiples (const TwfFactSearch *self, guint first, guint behind, double value)
{
  guint n = 1;
  double magnitude = read_words (self, TABLE_MAGNITUDES, behind, 2, &n);

  if (magnitude == 0)
    magnitude = read_words (self, TABLE_MULTIPLES, behind, 1, &n);
  if (magnitude != 0)
    add_number (self, first, behind + n - 1, value * magnitude);
}

/* One number in words may be several in a row, and several in a row may be more than one number:
 * each says its own value, and each row of them its sum. */
static guint
read_number_words (const TwfFactSearch *self, guint index)
{
  WordNumber found[6];
  guint n = 0, i = index;

  add_multiples (self, index, index, 1);
  while (n < G_N_ELEMENTS (found))
    {
      guint one = 1;
      guint at = n > 0 && is_joint (self, i) ? i + 1 : i;
      double value = read_words (self, TABLE_NUMBERS, at, 1, &one);

      if (value == 0)
        break;
      found[n].at = at;
      found[n++].value = value;
      i = at + 1;
    }
  for (guint from = 0; from < n; from++)
    {
      double sum = 0;

      for (guint to = from; to < n; to++)
        {
          sum = join (self, sum, to > from ? found[to - 1].value : 0, found[to].value);
          add_number (self, found[from].at, found[to].at, sum);
          add_multiples (self, found[from].at, found[to].at + 1, sum);
        }
    }
  return i - index;
}

/*
 * twf_facts_find_number_words:
 * @self: what is searched
 *
 * Numbers in words, Roman and Chinese ones: weak facts all of them.
 */
void
twf_facts_find_number_words (const TwfFactSearch *self)
{
  gboolean chinese = strcmp (self->language, "zh") == 0;

  for (guint i = 0; i < self->n;)
    {
      guint n = 0;

      if (self->pieces[i].kind == TWF_PIECE_WORD)
        {
          guint roman = read_roman (self, i);

          n = read_number_words (self, i);
          if (roman > 0)
            add_number (self, i, i, roman);
        }
      else if (chinese && self->pieces[i].kind == TWF_PIECE_HAN)
        n = read_han_number (self, i);
      i += MAX (n, 1);
    }
}

/*
 * twf_facts_read_item:
 * @self: what is searched
 * @index: of a piece
 * @weak: (out): whether it may be something else: a Roman number
 *
 * Returns: which sub-paragraph the letter before a bracket names, from 1; 0: it is none
 */
guint
twf_facts_read_item (const TwfFactSearch *self, guint index, gboolean *weak)
{
  static const char *const abjad[]
      = { "ا", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط", "ي", "ك", "ل", "م", "ن",
          "س", "ع", "ف", "ص", "ق", "ر", "ش", "ت", "ث", "خ", "ذ", "ض", "ظ", "غ" };
  /* Which Cyrillic letters stand for Latin ones, in documents that count with these. */
  static const char *const cyrillic[] = { "а", "б", "с", "д", "е", "ф" };
  const TwfPiece *piece = &self->pieces[index];

  if (piece->kind != TWF_PIECE_WORD || piece->to - piece->from != 1
      || !twf_facts_is (self, index + 1, ")"))
    return 0;
  *weak = FALSE;
  if (piece->word[1] == '\0')
    {
      *weak = strchr ("ivx", piece->word[0]) != NULL;
      return (guint)(piece->word[0] - 'a' + 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (abjad); i++)
    if (strcmp (piece->word, abjad[i]) == 0)
      return i + 1;
  *weak = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (cyrillic); i++)
    if (strcmp (piece->word, cyrillic[i]) == 0)
      return i + 1;
  return 0;
}
