#include "io/term_rules.h"

#include <string.h>

#include "io/rules.h"

#define TERMS "terms"	/* the file of the share, and the kind of it */

/* How a length reads, for whoever wrote one that does not. */
static struct terms_length
read_length(const struct rule *map)
{
	const struct rule *r = rules_need(map, "length");
	struct terms_length length;

	if (!terms_parse_length(rules_text(r), &length))
		rules_die(r, "not a length, like '15 working days', "
		    "'15 calendar days' or '1 month': '%.*s'",
		    STR_ARG(r->text));
	return length;
}

/* Which of two, each of one or two words, a key says; the first if missing. */
static bool
is_second(const struct rule *map, const char *key, const char *first,
    const char *second)
{
	const struct rule *r = rules_get(map, key);

	if (r == NULL || str_eq(rules_text(r), str_of(first)))
		return false;
	if (!str_eq(rules_text(r), str_of(second)))
		rules_die(r, "%s is '%s' or '%s', not '%.*s'", key, first,
		    second, STR_ARG(r->text));
	return true;
}

static struct terms_extension
read_extension(const struct rule *map)
{
	struct terms_extension x = { 0 };

	if (map == NULL)
		return x;
	rules_keys(rules_map(map), "length from cite");
	rules_need(map, "from");
	x.length = read_length(map);
	x.from_decision = is_second(map, "from", "last day", "decision");
	x.cite = rules_text(rules_need(map, "cite"));
	return x;
}

static struct terms_edition
read_edition(const struct rule *map)
{
	struct terms_edition e = { 0 };

	rules_keys(rules_map(map), "from cite length start count roll "
	    "forwarded extension");
	e.from = rules_date(rules_need(map, "from"));
	e.cite = rules_text(rules_need(map, "cite"));
	e.length = read_length(map);
	e.same_day = is_second(map, "start", "next day", "same day");
	e.backward = is_second(map, "count", "on", "back");
	e.rolls = rules_yes_or(map, "roll", false);
	e.restarts = is_second(map, "forwarded", "counts on",
	    "starts anew");
	e.extension = read_extension(rules_get(map, "extension"));
	if (e.backward && (e.rolls || e.extension.length.count > 0))
		rules_die(map, "a term that counts back neither rolls nor "
		    "is extended");
	return e;
}

static struct terms_term
read_term(struct arena *a, struct str name, const struct rule *map)
{
	const struct rule *list;
	struct terms_edition *e;

	rules_keys(rules_map(map), "title editions");
	rules_need(map, "title");
	list = rules_list(rules_need(map, "editions"));
	if (list->count == 0)
		rules_die(list, "a term needs an edition");
	e = arena_array(a, list->count, sizeof(*e));
	for (size_t i = 0; i < list->count; i++) {
		e[i] = read_edition(&list->item[i]);
		if (i > 0 && e[i].from <= e[i - 1].from)
			rules_die(&list->item[i],
			    "editions go from the oldest to the newest");
	}
	return (struct terms_term){ name, e, list->count };
}

/* All terms are read, so that a fault in any of them is found. */
static struct terms_term *
read_terms(struct arena *a, const struct rule *file)
{
	const struct rule *map = rules_map(rules_need(file, TERMS));
	struct terms_term *t = arena_array(a, map->count, sizeof(*t));

	rules_keys(file, "rules title cite terms");
	for (size_t i = 0; i < map->count; i++)
		t[i] = read_term(a, map->key[i], &map->item[i]);
	return t;
}

/* The place of the term in the map; without a name, the only one. */
static size_t
find(const struct rule *map, struct str name)
{
	size_t near;

	if (name.n == 0) {
		if (map->count != 1)
			rules_die(map, "say which term: FILE:TERM");
		return 0;
	}
	for (size_t i = 0; i < map->count; i++)
		if (str_eq(map->key[i], name))
			return i;
	near = str_nearest(name, map->key, map->count);
	if (near == STR_NONE)
		rules_die(map, "no term '%.*s'", STR_ARG(name));
	rules_die(map, "no term '%.*s'; did you mean '%.*s'?", STR_ARG(name),
	    STR_ARG(map->key[near]));
}

/*
 * Cut "FILE:TERM", "FILE" or "TERM" in two.  A path that ends in .yaml is
 * whole, whatever colons it has.
 */
static struct str
cut_file(struct str text, struct str *term)
{
	size_t colon = text.n;

	while (colon > 0 && text.p[colon - 1] != ':')
		colon--;
	*term = STR("");
	if (str_ends(text, STR(".yaml")))
		return text;
	if (colon > 0) {
		*term = (struct str){ text.p + colon, text.n - colon };
		return (struct str){ text.p, colon - 1 };
	}
	if (memchr(text.p, '/', text.n) != NULL)
		return text;
	*term = text;
	return STR(TERMS);
}

const struct terms_term *
term_rules_read(struct arena *a, const char *name)
{
	struct str term, file = cut_file(str_of(name), &term);
	const struct rule *rules = rules_file(a, arena_string(a, file), TERMS);
	const struct terms_term *all = read_terms(a, rules);

	return all + find(rules_need(rules, TERMS), term);
}
