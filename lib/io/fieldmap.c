#include <string.h>

#include "base/map.h"
#include "civic/decimal.h"
#include "civic/field_name.h"
#include "civic/mend.h"
#include "io/csv.h"
#include "io/fieldmap.h"
#include "io/kind.h"
#include "io/mapped.h"
#include "io/out.h"
#include "io/rules.h"

static struct str
word(struct str *rest)
{
	struct str s = str_cut(rest, ' ');

	*rest = str_trim(*rest);
	return s;
}

/* "date dd.mm.yyyy", "binary 2", "number comma", "vocabulary regions". */
static void
read_conversion(struct arena *a, struct mapped *f, const struct rule *r)
{
	struct str rest = rules_text(r), what = word(&rest);

	if (str_eq(what, STR("bin")) && rest.n == 0) {
		f->as = BIN;
	} else if (str_eq(what, STR("date")) && str_eq(rest, STR("iso"))) {
		f->as = ISO;
	} else if (str_eq(what, STR("binary")) &&
	    str_number(rest, 0, DECIMAL_PLACES_MAX, &f->places)) {
		f->as = BINARY;
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
		rules_die(r, "not bin, date PATTERN, date iso, binary PLACES, "
		    "number comma, number point or vocabulary NAME: '%.*s'",
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

/*
 * A foreign field that is taken.  In JSON it is a path, unless other keys are
 * kept, which come from the first object.
 */
static void
take_from(struct arena *a, struct fieldmap *m, const struct mapped *f)
{
	const char *why = NULL;

	for (size_t i = 0; i < m->froms; i++)
		if (str_eq(m->from[i], f->from))
			return;
	if (str_eq(m->format, STR("json")) && !m->keeps_others)
		why = json_path_add(a, &m->paths, f->from, m->froms);
	if (why != NULL)
		rules_die(f->rule, "%s: '%.*s'", why, STR_ARG(f->from));
	m->from[m->froms++] = f->from;
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
			take_from(a, m, f);
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

/* The keys on the way to the records in a document of JSON. */
static void
read_records(struct arena *a, struct fieldmap *m, const struct rule *r)
{
	struct str rest = rules_text(r), *way;

	way = arena_array(a, rest.n + 1, sizeof(*way));
	while (rest.n > 0 || m->records.ways == 0)
		if (!json_path_cut(a, &rest, &way[m->records.ways++]))
			rules_die(r, "no keys with points between them, such "
			    "as result.records: '%.*s'",
			    STR_ARG(rules_text(r)));
	m->records.way = way;
}

/* What only one format has is not to be passed over in the other. */
static void
need_format(const struct fieldmap *m, const struct rule *top, const char *key,
    struct str format)
{
	const struct rule *r = rules_get(top, key);

	if (r != NULL && !str_eq(m->format, format))
		rules_die(r, "%s: only for %.*s", key, STR_ARG(format));
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
	if (rules_get(top, "records") != NULL)
		read_records(a, m, rules_get(top, "records"));
	if (rules_get(top, "nested") != NULL)
		m->nested_drop = rules_choice(rules_get(top, "nested"),
		    "refuse drop");
	need_format(m, top, "records", STR("json"));
	need_format(m, top, "nested", STR("json"));
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
	m->paths.field = JSON_PATH_NONE;
	if (name == NULL)
		return m;
	top = rules_read(a, "maps", name);
	rules_keys(top, "map title cite format encoding delimiter quotes skip "
	    "trim empty records nested others fields");
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
