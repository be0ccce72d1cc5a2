#include "io/kind.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/die.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "civic/decimal.h"
#include "io/rules.h"
#include "io/share.h"

/* How much of a value a message quotes. */
#define QUOTED 60

static struct arena vocabularies;

/* A word that names no file of the share is met with those that do. */
static void
be_known(struct arena *a, const struct rule *at, const char *folder,
    const char *name)
{
	struct buf why = { 0 };

	if (!share_has(a, folder, name, ".yaml", &why))
		rules_die(at, "%.*s", STR_ARG(buf_str(&why)));
}

/* Names of kinds and fields are names of tables and columns too. */
static void
be_name(const struct rule *at, struct str name)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz_0123456789";

	for (size_t i = 0; i < name.n; i++)
		if (name.p[i] == '\0' || strchr(letters, name.p[i]) == NULL)
			rules_die(at, "not a name of lower-case letters, digits "
			    "and _: '%.*s'", STR_ARG(name));
	if (name.n == 0 || name.n > 63 || name.p[0] < 'a')
		rules_die(at, "a name begins with a letter and has at most 63: "
		    "'%.*s'", STR_ARG(name));
}

/* A file of the share says it is what its name says. */
static void
be_called(const struct rule *says, const char *name)
{
	if (strchr(name, '/') == NULL && !str_ends(str_of(name), STR(".yaml"))
	    && !str_eq(rules_text(says), str_of(name)))
		rules_die(says, "'%.*s' in a file named %s.yaml",
		    STR_ARG(says->text), name);
}

static void
add_name(struct vocab *v, size_t entry, const struct rule *at,
    struct str name)
{
	struct buf folded = { 0 };
	size_t known = v->names.count, number;

	if (name.n == 0)
		return;
	unicode_fold(&folded, name);
	number = map_add(&v->names, buf_str(&folded));
	buf_free(&folded);
	if (number == known)
		v->name_entry[number] = entry;
	else if (v->name_entry[number] != entry)
		rules_die(at, "'%.*s' already means %.*s", STR_ARG(name),
		    STR_ARG(v->entry[v->name_entry[number]].code));
}

static long
day_or(const struct rule *map, const char *key, long fallback)
{
	const struct rule *r = rules_get(map, key);

	return r == NULL ? fallback : rules_date(r);
}

static void
read_entry(struct vocab *v, const struct rule *r, struct str code)
{
	struct vocab_entry *e = &v->entry[v->count];
	const struct rule *aliases = rules_get(r, "aliases");
	struct str none = { "", 0 };

	rules_keys(r, "kk ru en aliases from until parent");
	if (code.n == 0 || memchr(code.p, ';', code.n) != NULL ||
	    str_trim(code).n != code.n)
		rules_die(r, "not a code: '%.*s'", STR_ARG(code));
	e->code = code;
	e->kk = rules_text(rules_need(r, "kk"));
	e->ru = rules_text(rules_need(r, "ru"));
	e->en = rules_text(rules_need(r, "en"));
	e->from = day_or(r, "from", LONG_MIN);
	e->until = day_or(r, "until", LONG_MAX);
	e->parent = rules_text_or(r, "parent", none);
	if (e->from > e->until)
		rules_die(r, "%.*s: from is after until", STR_ARG(code));
	map_add(&v->codes, code);
	add_name(v, v->count, r, code);
	add_name(v, v->count, r, e->kk);
	add_name(v, v->count, r, e->ru);
	add_name(v, v->count, r, e->en);
	for (size_t i = 0; aliases != NULL &&
	    i < rules_list(aliases)->count; i++)
		add_name(v, v->count, &aliases->item[i],
		    rules_text(&aliases->item[i]));
	v->count++;
}

/* How many names the entries can have, codes among them. */
static size_t
count_names(const struct rule *entries)
{
	size_t n = 0;

	for (size_t i = 0; i < entries->count; i++) {
		const struct rule *aliases =
		    rules_get(rules_map(&entries->item[i]), "aliases");

		n += 4 + (aliases == NULL ? 0 : aliases->count);
	}
	return n;
}

static void
read_vocab(struct vocab *v, const char *name)
{
	struct arena *a = &vocabularies;
	const struct rule *top, *entries;

	top = rules_read(a, "vocab", name);
	rules_keys(top, "vocabulary title cite entries");
	v->name = rules_text(rules_need(top, "vocabulary"));
	be_name(rules_need(top, "vocabulary"), v->name);
	be_called(rules_need(top, "vocabulary"), name);
	rules_text(rules_need(top, "title"));
	rules_text(rules_need(top, "cite"));
	entries = rules_map(rules_need(top, "entries"));
	v->entry = arena_array(a, entries->count, sizeof(*v->entry));
	v->name_entry = arena_array(a, count_names(entries),
	    sizeof(*v->name_entry));
	for (size_t i = 0; i < entries->count; i++)
		read_entry(v, &entries->item[i], entries->key[i]);
	for (size_t i = 0; i < v->count; i++)
		if (v->entry[i].parent.n > 0 &&
		    vocab_find(v, v->entry[i].parent) == NULL)
			rules_die(&entries->item[i], "parent: no such code: "
			    "'%.*s'", STR_ARG(v->entry[i].parent));
}

const struct vocab *
kind_vocab(const char *name)
{
	static struct known {
		struct known *next;
		struct str name;
		struct vocab vocab;
	} *all;
	struct known *k;

	for (k = all; k != NULL; k = k->next)
		if (str_eq(k->name, str_of(name)))
			return &k->vocab;
	k = arena_alloc(&vocabularies, sizeof(*k));
	k->name = arena_copy(&vocabularies, str_of(name));
	read_vocab(&k->vocab, name);
	k->next = all;
	all = k;
	return &k->vocab;
}

const struct vocab *
kind_vocab_of(struct arena *a, const struct rule *at, struct str name)
{
	const char *file = arena_string(a, name);

	be_name(at, name);
	be_known(a, at, "vocab", file);
	return kind_vocab(file);
}

static bool
take(struct str *s, struct str prefix)
{
	if (!str_starts(*s, prefix))
		return false;
	s->p += prefix.n;
	s->n -= prefix.n;
	return true;
}

/* By enum schema_type; those with a blank or a bracket are read apart. */
static const char *const type_words[] = {
	"text", "integer", "decimal(n)", "money", "date", "time", "moment",
	"yes", "bin", "iin", "region", "email", "url", "phone",
	"one of ...", "ref ...",
};
#define TYPES (sizeof(type_words) / sizeof(type_words[0]))

static void
read_plain_type(struct schema_field *f, const struct rule *r, struct str word)
{
	struct str words[TYPES];
	size_t nearest;

	for (size_t i = 0; i < TYPES; i++)
		words[i] = str_of(type_words[i]);
	for (size_t i = 0; i < TYPES; i++)
		if (str_eq(words[i], word)) {
			f->type = (enum schema_type)i;
			return;
		}
	nearest = str_nearest(word, words, TYPES);
	if (nearest == STR_NONE)
		rules_die(r, "not a type: '%.*s'", STR_ARG(r->text));
	rules_die(r, "not a type: '%.*s'; did you mean '%s'?",
	    STR_ARG(r->text), type_words[nearest]);
}

/* A kind refers to one of the share, or to itself. */
static void
read_ref(struct arena *a, const struct schema *s, struct schema_field *f,
    const struct rule *r, struct str kind)
{
	f->type = SCHEMA_REF;
	f->ref = kind;
	be_name(r, kind);
	if (!str_eq(kind, s->kind))
		be_known(a, r, "schema", arena_string(a, kind));
}

static void
read_type(struct arena *a, const struct schema *s, struct schema_field *f,
    const struct rule *r)
{
	struct str word = rules_text(r);
	long places;

	f->list = take(&word, STR("list of "));
	if (take(&word, STR("one of "))) {
		f->type = SCHEMA_ONE_OF;
		f->vocab = kind_vocab_of(a, r, word);
	} else if (take(&word, STR("ref "))) {
		read_ref(a, s, f, r, word);
	} else if (take(&word, STR("decimal("))) {
		f->type = SCHEMA_DECIMAL;
		if (!str_ends(word, STR(")")) ||
		    !str_number(str_cut(&word, ')'), 1, DECIMAL_PLACES_MAX,
		    &places) || word.n > 0)
			rules_die(r, "decimal(1) to decimal(%d), not '%.*s'",
			    DECIMAL_PLACES_MAX, STR_ARG(r->text));
		f->places = (int)places;
	} else
		read_plain_type(f, r, word);
	if (f->type == SCHEMA_MONEY)
		f->places = 2;
	else if (f->type == SCHEMA_REGION)
		f->vocab = kind_vocab_of(a, r, STR("regions"));
}

static bool
has_limits(const struct schema_field *f)
{
	return f->type == SCHEMA_INTEGER || f->type == SCHEMA_DECIMAL ||
	    f->type == SCHEMA_MONEY || f->type == SCHEMA_DATE;
}

static bool
read_limit(const struct schema_field *f, const struct rule *map,
    const char *key, int64_t *limit)
{
	const struct rule *r = rules_get(map, key);

	if (r == NULL)
		return false;
	if (!has_limits(f))
		rules_die(r, "%s: only for numbers, money and dates", key);
	*limit = f->type == SCHEMA_DATE ? rules_date(r) :
	    rules_decimal(r, f->places);
	return true;
}

static void
read_limits(struct schema_field *f, const struct rule *map)
{
	const struct rule *r;

	f->has_min = read_limit(f, map, "min", &f->min);
	f->has_max = read_limit(f, map, "max", &f->max);
	if (f->has_min && f->has_max && f->min > f->max)
		rules_die(map, "%.*s: min is more than max", STR_ARG(f->name));
	f->longest = (size_t)rules_number_or(map, "longest", 1, REC_LINE_MAX,
	    0);
	if (f->type == SCHEMA_TEXT)
		return;
	if ((r = rules_get(map, "longest")) != NULL)
		rules_die(r, "longest: only for texts");
	if ((r = rules_get(map, "search")) != NULL)
		rules_die(r, "search: only for texts");
}

static void
read_field(struct arena *a, struct schema *s, const struct rule *map,
    struct str name)
{
	struct schema_field *f = &s->field[s->count];

	be_name(map, name);
	rules_keys(map, "type required search min max longest en ru kk");
	f->name = name;
	f->line = map->line;
	f->en = rules_text(rules_need(map, "en"));
	f->ru = rules_text(rules_need(map, "ru"));
	f->kk = rules_text(rules_need(map, "kk"));
	f->required = rules_yes_or(map, "required", false);
	f->search = rules_yes_or(map, "search", false);
	read_type(a, s, f, rules_need(map, "type"));
	read_limits(f, map);
	s->count++;
}

static bool
is_key(const struct schema *s, size_t field)
{
	for (size_t i = 0; i < s->keys; i++)
		if (s->key[i] == field)
			return true;
	return false;
}

/* What is in the key is always there, and is one value. */
static void
read_key(struct arena *a, struct schema *s, const struct rule *list)
{
	if (list->count == 0)
		rules_die(list, "key: no field");
	s->key = arena_array(a, list->count, sizeof(*s->key));
	for (size_t i = 0; i < list->count; i++) {
		struct str name = rules_text(&list->item[i]);
		size_t field = schema_field(s, name);

		if (field == STR_NONE)
			rules_die(&list->item[i], "key: no such field: '%.*s'",
			    STR_ARG(name));
		if (s->field[field].list)
			rules_die(&list->item[i], "key: a list: '%.*s'",
			    STR_ARG(name));
		if (is_key(s, field))
			rules_die(&list->item[i], "key: stands twice: '%.*s'",
			    STR_ARG(name));
		s->field[field].required = true;
		s->key[s->keys++] = field;
	}
}

const struct schema *
kind_schema(struct arena *a, const char *kind)
{
	struct schema *s = arena_alloc(a, sizeof(*s));
	const struct rule *top, *fields;

	top = rules_read(a, "schema", kind);
	rules_keys(top, "kind title cite key fields");
	s->kind = rules_text(rules_need(top, "kind"));
	be_name(rules_need(top, "kind"), s->kind);
	be_called(rules_need(top, "kind"), kind);
	s->title = rules_text(rules_need(top, "title"));
	fields = rules_map(rules_need(top, "fields"));
	s->file = fields->file;
	s->line = fields->line;
	s->field = arena_array(a, fields->count, sizeof(*s->field));
	for (size_t i = 0; i < fields->count; i++)
		read_field(a, s, rules_map(&fields->item[i]), fields->key[i]);
	read_key(a, s, rules_list(rules_need(top, "key")));
	return s;
}

void
kind_refuse(struct rec *in, size_t place, struct str why, struct str value)
{
	struct str shown = value;

	if (value.n == 0) {
		rec_refuse(in, place, "%.*s", STR_ARG(why));
		return;
	}
	if (shown.n > QUOTED) {
		shown.n = QUOTED;
		shown.n = utf8_valid(shown);
	}
	rec_refuse(in, place, "%.*s: '%.*s%s'", STR_ARG(why), STR_ARG(shown),
	    shown.n < value.n ? "..." : "");
}

bool
kind_check(const struct schema *s, struct rec *in, const size_t *place)
{
	struct buf why = { 0 };
	bool fits = true;

	for (size_t i = 0; i < s->count; i++) {
		struct str value;

		if (place[i] == REC_NONE)
			continue;
		value = rec_value(in, place[i]);
		if (schema_fits(&s->field[i], value, &why))
			continue;
		kind_refuse(in, place[i], buf_str(&why), value);
		buf_clear(&why);
		fits = false;
	}
	buf_free(&why);
	return fits;
}

static size_t *
places(struct arena *a, const struct schema *s, const struct rec *in,
    bool change)
{
	size_t *place = arena_array(a, s->count, sizeof(*place));

	for (size_t i = 0; i < s->count; i++) {
		const char *name = arena_string(a, s->field[i].name);
		bool needed = change ? is_key(s, i) : s->field[i].required;

		place[i] = needed ? rec_field(in, name) :
		    rec_field_if(in, name);
	}
	return place;
}

size_t *
kind_places(struct arena *a, const struct schema *s, const struct rec *in)
{
	return places(a, s, in, false);
}

size_t *
kind_places_of_change(struct arena *a, const struct schema *s,
    const struct rec *in)
{
	return places(a, s, in, true);
}

/* The name of a field that is nearest to another name; or an empty view. */
static struct str
nearest_field(const struct schema *s, struct str name)
{
	size_t room = 0, nearest;
	struct str *names = buf_grow(NULL, &room, s->count, sizeof(*names));
	struct str found = { "", 0 };

	for (size_t i = 0; i < s->count; i++)
		names[i] = s->field[i].name;
	nearest = str_nearest(name, names, s->count);
	if (nearest != STR_NONE)
		found = names[nearest];
	free(names);
	return found;
}

size_t
kind_field(const struct schema *s, struct str name)
{
	size_t field = schema_field(s, name);
	struct str near;

	if (field != STR_NONE)
		return field;
	near = nearest_field(s, name);
	if (near.n > 0)
		die("a record of the kind %.*s has no field '%.*s'; did you "
		    "mean '%.*s'?", STR_ARG(s->kind), STR_ARG(name),
		    STR_ARG(near));
	die("a record of the kind %.*s has no field '%.*s'", STR_ARG(s->kind),
	    STR_ARG(name));
}

size_t
kind_need(const struct schema *s, const char *name, const char *needer)
{
	size_t field = schema_field(s, str_of(name));
	struct str near;

	if (field != STR_NONE)
		return field;
	near = nearest_field(s, str_of(name));
	if (near.n > 0)
		die("%s:%zu: no field '%s', which %s need; the nearest is "
		    "'%.*s'", s->file, s->line, name, needer, STR_ARG(near));
	die("%s:%zu: no field '%s', which %s need", s->file, s->line, name,
	    needer);
}

const struct vocab *
kind_need_vocab(const struct schema *s, const char *name, const char *needer)
{
	const struct schema_field *f = &s->field[kind_need(s, name, needer)];

	if (f->vocab == NULL || f->list)
		die("%s:%zu: the field '%s' must be one of a vocabulary, which "
		    "%s need", s->file, f->line, name, needer);
	return f->vocab;
}

void
kind_no_other(const struct schema *s, const struct rec *in)
{
	for (size_t i = 0; i < rec_count(in); i++)
		kind_field(s, rec_name(in, i));
}
