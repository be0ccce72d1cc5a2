#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/stemmer.h"
#include "civic/decimal.h"
#include "civic/forms.h"
#include "io/routes_stems.h"

enum { WEIGHT_MAX = 1000000, APART_MAX = 6 };

int64_t
routes_stems_points(const struct route *route, const struct rule *r)
{
	int64_t units = rules_decimal(r, route->places);

	if (units <= 0 || units > WEIGHT_MAX * decimal_scale(route->places))
		rules_die(r, "must be over 0 and not over %d: '%.*s'",
		    WEIGHT_MAX, STR_ARG(r->text));
	return units;
}

/* Note that a rule has a stem; false if it has it already. */
static bool
own(struct routes_stems *g, size_t number, struct route_use use)
{
	struct routes_owners *o = &g->owners[use.form];

	o->rule = buf_grow(o->rule, &o->room, number + 1, sizeof(*o->rule));
	if (number == o->count)
		o->rule[o->count++] = 0;
	if (o->rule[number] == use.rule + 1)
		return false;
	o->rule[number] = use.rule + 1;
	return true;
}

/* One stem of a rule, made of what is written in a text or as a key. */
static void
add_one(struct routes_stems *g, const struct rule *at, struct str written,
    struct str stem, struct route_use use)
{
	struct route *r = g->route;
	size_t number;
	enum stem_fault fault = stems_add(use.form ? &r->forms : &r->stems,
	    stem, &number);
	struct rule here;

	if (fault != STEM_GOOD) {
		here = rules_part(at, written);
		rules_die(&here, "%s: '%.*s'", stem_why(fault),
		    STR_ARG(written));
	}
	if (!own(g, number, use)) {
		here = rules_part(at, written);
		rules_die(&here, "the stem stands in this rule twice: '%.*s'",
		    STR_ARG(written));
	}
	use.stem = (uint32_t)number;
	r->use = buf_grow(r->use, &g->useroom, r->uses + 1, sizeof(*r->use));
	r->use[r->uses++] = use;
}

/* A word or a phrase in all its forms, "=охрана природы". */
static void
add_form(struct routes_stems *g, const struct rule *at, struct str stem,
    struct route_use use)
{
	struct rule here = rules_part(at, stem);
	struct buf text = { 0 };

	if (!stemmer_built())
		rules_die(&here, "forms of words, =, need libstemmer, without "
		    "which this was built: '%.*s'", STR_ARG(stem));
	if (memchr(stem.p, '*', stem.n) != NULL ||
	    memchr(stem.p, '~', stem.n) != NULL)
		rules_die(&here, "words in all their forms, =, have no * and "
		    "no ~: '%.*s'", STR_ARG(stem));
	forms_add(&text, (struct str){ stem.p + 1, stem.n - 1 });
	use.form = true;
	add_one(g, at, stem, buf_str(&text), use);
	buf_free(&text);
}

/*
 * Two phrases with at most so many words between, "охран* ~3 лес*": a stem
 * for each number of words, of which one alone gives its weight.
 */
static void
add_apart(struct routes_stems *g, const struct rule *at, struct str stem,
    struct route_use use)
{
	struct str rest = stem, left = str_trim(str_cut(&rest, '~')), words;
	struct buf text = { 0 };
	long most;

	words = str_cut(&rest, ' ');
	rest = str_trim(rest);
	if (left.n == 0 || rest.n == 0 ||
	    memchr(rest.p, '~', rest.n) != NULL ||
	    !str_number(words, 1, APART_MAX, &most)) {
		struct rule here = rules_part(at, stem);

		rules_die(&here, "~ and a number from 1 to %d stand once "
		    "between two words: '%.*s'", APART_MAX, STR_ARG(stem));
	}
	use.near = ++g->nears;
	for (long n = 0; n <= most; n++) {
		buf_clear(&text);
		buf_add(&text, left);
		for (long i = 0; i < n; i++)
			buf_add(&text, STR(" *"));
		buf_byte(&text, ' ');
		buf_add(&text, rest);
		add_one(g, at, stem, buf_str(&text), use);
	}
	buf_free(&text);
}

static void
add_stem(struct routes_stems *g, const struct rule *at, struct str stem,
    struct route_use use)
{
	if (str_starts(stem, STR("=")))
		add_form(g, at, stem, use);
	else if (memchr(stem.p, '~', stem.n) == NULL)
		add_one(g, at, stem, stem, use);
	else
		add_apart(g, at, stem, use);
}

/* An item of a list: a stem, or a map of one stem and its weight. */
static void
read_item(struct routes_stems *g, const struct rule *item, struct route_use use)
{
	if (item->kind != RULE_MAP || item->count != 1 ||
	    use.part == ROUTE_FORBIDS) {
		add_stem(g, item, rules_text(item), use);
		return;
	}
	use.weight = (int32_t)routes_stems_points(g->route, &item->item[0]);
	add_stem(g, item, item->key[0], use);
}

/* A stem in a text, alone or as "stem: weight". */
static void
read_weighed(struct routes_stems *g, const struct rule *text, struct str item,
    struct route_use use)
{
	struct str rest = item, stem = str_trim(str_cut(&rest, ':'));
	struct rule weight;

	if (stem.n == item.n) {
		add_stem(g, text, item, use);
		return;
	}
	weight = rules_part(text, str_trim(rest));
	if (use.part == ROUTE_FORBIDS)
		rules_die(&weight, "a stem that forbids has no weight: '%.*s'",
		    STR_ARG(item));
	use.weight = (int32_t)routes_stems_points(g->route, &weight);
	add_stem(g, text, stem, use);
}

/* Stems in a text, with commas or line ends between them. */
static size_t
read_text(struct routes_stems *g, const struct rule *text, struct route_use use)
{
	struct str lines = rules_text(text);
	size_t count = 0;

	while (lines.n > 0) {
		struct str line = str_cut(&lines, '\n');

		while (line.n > 0) {
			struct str stem = str_trim(str_cut(&line, ','));

			if (stem.n == 0)
				continue;
			read_weighed(g, text, stem, use);
			count++;
		}
	}
	if (count == 0)
		rules_die(text, "no stems");
	return count;
}

/* Stems: a text, or a list with one in each item.  Returns how many. */
static size_t
read_some(struct routes_stems *g, const struct rule *stems,
    struct route_use use)
{
	if (stems->kind == RULE_TEXT)
		return read_text(g, stems, use);
	rules_list(stems);
	for (size_t i = 0; i < stems->count; i++)
		read_item(g, &stems->item[i], use);
	return stems->count;
}

void
routes_stems_read(struct routes_stems *g, const struct rule *stems,
    size_t rule, uint32_t part)
{
	static const char *const language[] = { "kk", "ru", "en" };
	const struct route_use use = { .rule = (uint32_t)rule, .part = part,
		.weight = (int32_t)g->weight };
	size_t body = g->route->rule[rule].body, count;

	if (stems->kind != RULE_MAP) {
		read_some(g, stems, use);
		return;
	}
	rules_keys(stems, "kk ru en");
	for (size_t l = 0; l < ROUTE_LANGUAGES; l++) {
		const struct rule *some = rules_get(stems, language[l]);

		if (some == NULL)
			continue;
		count = read_some(g, some, use);
		if (body != ROUTE_NONE && part != ROUTE_FORBIDS)
			g->route->body[body].stems[l] += count;
	}
}

void
routes_stems_close(struct routes_stems *g)
{
	free(g->owners[0].rule);
	free(g->owners[1].rule);
}
