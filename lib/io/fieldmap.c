#include <string.h>

#include "base/map.h"
#include "base/scan.h"
#include "base/unicode.h"
#include "civic/bin_number.h"
#include "civic/field_name.h"
#include "civic/mend.h"
#include "io/csv.h"
#include "io/fieldmap.h"
#include "io/kind.h"
#include "io/out.h"
#include "io/rules.h"

#define NO_PLACE ((size_t)-1)

enum conversion { TEXT, BIN, NUMBER, DATE, VOCABULARY };

/* A field that goes out. */
struct mapped {
	struct str name;
	struct str from;		/* the foreign field, */
	size_t place;			/* where it stands, or NO_PLACE */
	const struct rule *rule;
	struct str constant;
	enum conversion as;
	struct str pattern;		/* of a DATE */
	char mark;			/* of a NUMBER */
	const struct vocab *vocab;
	struct map given;		/* texts that are replaced, */
	struct str *replacement;	/* and by what */

	/* Of the record in hand. */
	struct str value;
	size_t mended;			/* its start in text, or NO_PLACE */
};

static struct str
word(struct str *rest)
{
	struct str s = str_cut(rest, ' ');

	*rest = str_trim(*rest);
	return s;
}

/* "date dd.mm.yyyy", "number comma", "vocabulary regions", "bin". */
static void
read_conversion(struct arena *a, struct mapped *f, const struct rule *r)
{
	struct str rest = rules_text(r), what = word(&rest);

	if (str_eq(what, STR("bin")) && rest.n == 0) {
		f->as = BIN;
	} else if (str_eq(what, STR("date")) && mend_is_pattern(rest)) {
		f->as = DATE;
		f->pattern = rest;
	} else if (str_eq(what, STR("number")) &&
	    (str_eq(rest, STR("comma")) || str_eq(rest, STR("point")))) {
		f->as = NUMBER;
		f->mark = rest.p[0] == 'c' ? ',' : '.';
	} else if (str_eq(what, STR("vocabulary")) && rest.n > 0) {
		f->as = VOCABULARY;
		f->vocab = kind_vocab_of(a, r, rest);
	} else {
		rules_die(r, "not bin, date PATTERN, number comma, number "
		    "point or vocabulary NAME: '%.*s'",
		    STR_ARG(rules_text(r)));
	}
}

/* What goes out may hold anything but a NUL, which no record can. */
static struct str
text_without_nul(const struct rule *r)
{
	struct str text = rules_text(r);

	if (text.n > 0 && memchr(text.p, '\0', text.n) != NULL)
		rules_die(r, "a NUL, which no value may hold");
	return text;
}

/* The name of a foreign field. */
static struct str
read_from(const struct rule *r)
{
	struct str from = rules_text(r);

	if (from.n == 0)
		rules_die(r, "no field is named; for a value that is always "
		    "empty, write { constant: '' }");
	return from;
}

static void
read_replacements(struct arena *a, struct mapped *f, const struct rule *r)
{
	rules_map(r);
	f->replacement = arena_array(a, r->count, sizeof(*f->replacement));
	for (size_t i = 0; i < r->count; i++)
		f->replacement[map_add(&f->given, r->key[i])] =
		    text_without_nul(&r->item[i]);
}

static void
read_field(struct arena *a, struct mapped *f, struct str name,
    const struct rule *r)
{
	const struct rule *as, *values;

	f->name = name;
	f->rule = r;
	f->place = NO_PLACE;
	if (!field_name_is(name))
		rules_die(r, "not a field name (a-z, 0-9, _): '%.*s'",
		    STR_ARG(name));
	if (r->kind == RULE_TEXT) {
		f->from = read_from(r);
		return;
	}
	rules_keys(r, "from as values constant");
	if (rules_get(r, "constant") != NULL) {
		rules_keys(r, "constant");
		f->constant = text_without_nul(rules_get(r, "constant"));
		return;
	}
	f->from = read_from(rules_need(r, "from"));
	if ((as = rules_get(r, "as")) != NULL)
		read_conversion(a, f, as);
	if ((values = rules_get(r, "values")) != NULL)
		read_replacements(a, f, values);
}

static void
read_fields(struct arena *a, struct fieldmap *m, const struct rule *r)
{
	rules_map(r);
	if (r->count == 0)
		rules_die(r, "fields: none");
	m->count = r->count;
	m->field = arena_array(a, r->count, sizeof(*m->field));
	m->from = arena_array(a, r->count, sizeof(*m->from));
	for (size_t i = 0; i < r->count; i++) {
		struct mapped *f = &m->field[i];

		read_field(a, f, r->key[i], &r->item[i]);
		if (f->from.n > 0)
			m->from[m->froms++] = f->from;
	}
}

static void
read_empties(struct arena *a, struct fieldmap *m, const struct rule *r)
{
	if (r == NULL)
		return;
	rules_list(r);
	m->empties = r->count;
	m->empty = arena_array(a, r->count, sizeof(*m->empty));
	for (size_t i = 0; i < r->count; i++)
		m->empty[i] = rules_text(&r->item[i]);
}

/* How the files are to be read. */
static void
read_reading(struct arena *a, struct fieldmap *m, const struct rule *top)
{
	const struct rule *encoding = rules_get(top, "encoding");
	const struct rule *delimiter = rules_get(top, "delimiter");

	m->format = rules_text(rules_need(top, "format"));
	rules_choice(rules_get(top, "format"), "csv json");
	if (encoding != NULL) {
		m->encoding = arena_string(a, rules_text(encoding));
		if (!encoding_is(m->encoding))
			rules_die(encoding, "no encoding '%s'; rec-from(1) has "
			    "a list", m->encoding);
	}
	if (delimiter != NULL) {
		m->delimiter = rules_text(delimiter);
		if (csv_delimiter(m->delimiter) == '\0')
			rules_die(delimiter, "not a delimiter (one sign, or "
			    "tab): '%.*s'", STR_ARG(m->delimiter));
	}
	m->no_quotes = !rules_yes_or(top, "quotes", true);
	m->skip = (size_t)rules_number_or(top, "skip", 0, 1000, 0);
}

struct fieldmap *
fieldmap_read(struct arena *a, const char *name)
{
	struct fieldmap *m = arena_alloc(a, sizeof(*m));
	const struct rule *top, *others;

	m->run = a;
	m->keeps_others = true;
	if (name == NULL)
		return m;
	top = rules_read(a, "maps", name);
	rules_keys(top, "map title cite format encoding delimiter quotes skip "
	    "trim empty others fields");
	if (strpbrk(name, "/.") == NULL &&
	    !str_eq(rules_text(rules_need(top, "map")), str_of(name)))
		rules_die(rules_get(top, "map"), "not named as its file is");
	rules_text(rules_need(top, "title"));
	read_reading(a, m, top);
	m->trims = rules_yes_or(top, "trim", false);
	others = rules_get(top, "others");
	m->keeps_others = others != NULL && rules_choice(others, "drop keep");
	read_empties(a, m, rules_get(top, "empty"));
	read_fields(a, m, rules_need(top, "fields"));
	return m;
}

/*
 * What follows finds the fields.
 */

/* The names of the foreign fields, and where each stands: once, or twice. */
struct places {
	struct map names;
	size_t *first;
	bool *twice;
};

static void
find_places(struct arena *a, struct places *p, const struct foreign *in)
{
	p->first = arena_array(a, in->count, sizeof(*p->first));
	p->twice = arena_array(a, in->count, sizeof(*p->twice));
	for (size_t i = 0; i < in->count; i++) {
		size_t known = p->names.count;
		size_t n = map_add(&p->names, str_trim(in->name[i]));

		if (n == known)
			p->first[n] = i;
		else
			p->twice[n] = true;
	}
}

/* The place of a foreign field. */
static size_t
find(const struct mapped *f, const struct places *p, const struct foreign *in)
{
	size_t n = map_find(&p->names, f->from), near;

	if (n != MAP_NONE && p->twice[n])
		rules_die(f->rule, "%s has two fields '%.*s'",
		    in->text.source.name, STR_ARG(f->from));
	if (n != MAP_NONE)
		return p->first[n];
	near = str_nearest(f->from, in->name, in->count);
	if (near != STR_NONE)
		rules_die(f->rule, "%s has no field '%.*s'; the nearest is "
		    "'%.*s'", in->text.source.name, STR_ARG(f->from),
		    STR_ARG(foreign_shown(in->name[near])));
	rules_die(f->rule, "%s has no field '%.*s'", in->text.source.name,
	    STR_ARG(f->from));
}

/* Names for all fields, as one could give them with -N. */
static struct str
suggestion(const struct foreign *in, struct buf *out)
{
	struct map seen = { 0 };
	struct buf name = { 0 };

	for (size_t i = 0; i < in->count; i++) {
		buf_clear(&name);
		if (!field_name_make(&name, in->name[i]))
			field_name_suggest(&name, in->name[i]);
		if (map_find(&seen, buf_str(&name)) != MAP_NONE)
			buf_printf(&name, "_%zu", i + 1);
		map_add(&seen, buf_str(&name));
		if (i > 0)
			buf_byte(out, ',');
		buf_add(out, buf_str(&name));
	}
	map_free(&seen);
	buf_free(&name);
	return buf_str(out);
}

/* Two foreign fields, or one and one of the map, would have one name. */
_Noreturn static void
die_same(const struct mapped *f, const struct mapped *g,
    const struct foreign *in)
{
	const char *file = in->text.source.name;
	struct str foreign = foreign_shown(in->name[f->place]);

	if (g->rule != NULL)
		rules_die(g->rule, "%s: field %zu, '%.*s', has the same name; "
		    "name it in the map, or drop the others", file,
		    f->place + 1, STR_ARG(foreign));
	die("%s: field %zu, '%.*s', has the name of field %zu: '%.*s'", file,
	    f->place + 1, STR_ARG(foreign), g->place + 1, STR_ARG(f->name));
}

/*
 * A foreign field that keeps its name, as far as it can be one of ours.  The
 * numbers of names in ours are those of fields in m.
 */
static void
add_other(struct fieldmap *m, struct map *ours, const struct foreign *in,
    size_t place)
{
	struct mapped *f = &m->field[m->count];
	struct buf name = { 0 }, names = { 0 };
	struct str foreign = in->name[place];
	size_t n;

	if (!field_name_make(&name, foreign)) {
		suggestion(in, &names);
		die("%s: field %zu has a name that is none here: '%.*s'; give "
		    "a map with -m, or names such as -N %.*s",
		    in->text.source.name, place + 1,
		    STR_ARG(foreign_shown(foreign)), STR_ARG(buf_str(&names)));
	}
	f->name = arena_copy(m->run, buf_str(&name));
	f->place = place;
	n = map_add(ours, f->name);
	if (n != m->count)
		die_same(f, &m->field[n], in);
	m->count++;
	buf_free(&name);
}

static void
add_others(struct fieldmap *m, const struct foreign *in, const bool *taken)
{
	struct map ours = { 0 };

	for (size_t i = 0; i < m->count; i++)
		map_add(&ours, m->field[i].name);
	for (size_t i = 0; i < in->count; i++)
		if (!taken[i])
			add_other(m, &ours, in, i);
	map_free(&ours);
}

void
fieldmap_bind(struct fieldmap *m, const struct foreign *in)
{
	struct mapped *named = m->field;
	bool *taken = arena_array(m->run, in->count, sizeof(*taken));
	struct places places = { 0 };
	size_t names = 0;

	m->field = arena_array(m->run, m->count + in->count, sizeof(*named));
	if (m->count > 0)
		memcpy(m->field, named, m->count * sizeof(*named));
	find_places(m->run, &places, in);
	for (size_t i = 0; i < m->count; i++) {
		struct mapped *f = &m->field[i];

		if (f->from.n > 0) {
			f->place = find(f, &places, in);
			taken[f->place] = true;
		}
	}
	map_free(&places.names);
	if (m->keeps_others)
		add_others(m, in, taken);
	for (size_t i = 0; i < m->count; i++) {
		names += m->field[i].name.n + 1;
		out_field_str(m->field[i].name);
	}
	if (names > REC_LINE_MAX + 1)
		die("%s: over 1 MiB in the names of the fields",
		    in->text.source.name);
}

bool
fieldmap_changes(const struct fieldmap *m)
{
	return m->format.n > 0;
}

/*
 * What follows makes values ours.
 */

/* Blanks at the ends, those that do not break among them. */
static struct str
trim(struct str s)
{
	const struct str wide = STR("\xc2\xa0");
	size_t n;

	do {
		s = str_trim(s);
		n = s.n;
		if (str_starts(s, wide)) {
			s.p += wide.n;
			s.n -= wide.n;
		}
		if (str_ends(s, wide))
			s.n -= wide.n;
	} while (s.n < n);
	return s;
}

static bool
is_empty(const struct fieldmap *m, struct str value)
{
	for (size_t i = 0; i < m->empties; i++)
		if (str_eq(value, m->empty[i]))
			return true;
	return false;
}

static bool
refuse_bin(struct foreign *in, const struct mapped *f)
{
	char why[80];
	enum bin_fault fault = bin_number_check(f->value);

	foreign_refuse(in, f->name, "not a BIN, nor one that a spreadsheet "
	    "changed (%s): '%.*s'", bin_number_why(fault, f->value, why),
	    STR_ARG(foreign_shown(f->value)));
	return false;
}

/* The code for a name, or for a code, in a vocabulary. */
static bool
convert_code(struct fieldmap *m, struct foreign *in, struct mapped *f)
{
	const struct vocab_entry *e = vocab_find(f->vocab, f->value);
	struct buf folded = { 0 };

	if (e == NULL) {
		unicode_fold(&folded, trim(f->value));
		e = vocab_find_name(f->vocab, buf_str(&folded));
		buf_free(&folded);
	}
	if (e == NULL) {
		foreign_refuse(in, f->name, "neither a name nor a code in the "
		    "vocabulary %.*s: '%.*s'", STR_ARG(f->vocab->name),
		    STR_ARG(foreign_shown(f->value)));
		return false;
	}
	buf_add(&m->text, e->code);
	return true;
}

/* Append to text what the value, which is not empty, becomes. */
static bool
convert(struct fieldmap *m, struct foreign *in, struct mapped *f)
{
	switch (f->as) {
	case BIN:
		return mend_bin(&m->text, f->value) || refuse_bin(in, f);
	case NUMBER:
		if (mend_number(&m->text, f->value, f->mark))
			return true;
		foreign_refuse(in, f->name, "not a number with a decimal "
		    "%s: '%.*s'", f->mark == ',' ? "comma" : "point",
		    STR_ARG(foreign_shown(f->value)));
		return false;
	case DATE:
		if (mend_date(&m->text, f->value, f->pattern))
			return true;
		foreign_refuse(in, f->name, "not a date (%.*s): '%.*s'",
		    STR_ARG(f->pattern), STR_ARG(foreign_shown(f->value)));
		return false;
	case VOCABULARY:
		return convert_code(m, in, f);
	default:
		return true;
	}
}

static bool
make_value(struct fieldmap *m, struct foreign *in, struct mapped *f)
{
	size_t given, start = m->text.n;

	f->mended = NO_PLACE;
	if (f->place == NO_PLACE) {
		f->value = f->constant;
		return true;
	}
	f->value = m->trims ? trim(in->value[f->place]) : in->value[f->place];
	if (is_empty(m, f->value))
		f->value.n = 0;
	given = map_find(&f->given, f->value);
	if (given != MAP_NONE)
		f->value = f->replacement[given];
	if (f->as == TEXT || f->value.n == 0)
		return true;
	f->mended = start;
	if (!convert(m, in, f))
		return false;
	f->value.n = m->text.n - start;
	return true;
}

/* How long a value is with its escapes. */
static size_t
escaped_size(struct str s)
{
	size_t n = s.n;

	for (;;) {
		size_t plain = scan_plain(s);

		if (plain == s.n)
			return n;
		s.p += plain + 1;
		s.n -= plain + 1;
		n++;
	}
}

/* Whether the values, with what is between them, fit on a line. */
static bool
fits(const struct fieldmap *m, struct foreign *in)
{
	size_t size = m->count - 1;

	for (size_t i = 0; i < m->count; i++)
		size += m->field[i].value.n;
	/* With an escape for every byte it would still be short enough. */
	if (size <= REC_LINE_MAX / 2)
		return true;
	size = m->count - 1;
	for (size_t i = 0; i < m->count; i++)
		size += escaped_size(m->field[i].value);
	return foreign_fits(in, size);
}

bool
fieldmap_write(struct fieldmap *m, struct foreign *in)
{
	bool good = true;

	buf_clear(&m->text);
	for (size_t i = 0; i < m->count; i++)
		good &= make_value(m, in, &m->field[i]);
	for (size_t i = 0; good && i < m->count; i++) {
		struct mapped *f = &m->field[i];

		if (f->mended != NO_PLACE)
			f->value.p = m->text.p + f->mended;
	}
	if (!good || !fits(m, in))
		return false;
	for (size_t i = 0; i < m->count; i++)
		out_value(m->field[i].value);
	out_end();
	return true;
}
