#include <string.h>

#include "base/map.h"
#include "civic/decimal.h"
#include "io/against.h"
#include "io/out.h"

enum { PLACES = 4 };

struct tally {
	int64_t right, wrong, missed;
};

struct against {
	struct rec *in;
	size_t field;
	const struct str *label;
	size_t count;
	struct map labels;
	struct tally *tally, total;
};

struct against *
against_open(struct arena *a, struct rec *in, const char *field,
    const struct str *label, size_t count)
{
	struct against *g = arena_alloc(a, sizeof(*g));

	g->in = in;
	g->field = rec_field(in, field);
	g->label = label;
	g->count = count;
	g->tally = arena_array(a, count, sizeof(*g->tally));
	for (size_t i = 0; i < count; i++)
		map_add(&g->labels, label[i]);
	return g;
}

static void
refuse(struct against *g, struct str answer)
{
	size_t near = str_nearest(answer, g->label, g->count);

	if (near != STR_NONE)
		rec_refuse(g->in, g->field, "no such body in the rules, the "
		    "nearest is '%.*s': '%.*s'", STR_ARG(g->label[near]),
		    STR_ARG(answer));
	else
		rec_refuse(g->in, g->field, "no such body in the rules: "
		    "'%.*s'", STR_ARG(answer));
}

void
against_record(struct against *g, size_t label, struct str full)
{
	struct str answer = rec_value(g->in, g->field), rest = answer;
	size_t known;

	if (answer.n == 0)
		return;
	known = map_find(&g->labels, str_cut(&rest, ':'));
	if (known == MAP_NONE) {
		refuse(g, answer);
		return;
	}
	if (str_eq(answer, full)) {
		g->tally[known].right++;
		g->total.right++;
		return;
	}
	g->tally[label].wrong++;
	g->tally[known].missed++;
	g->total.wrong++;
	g->total.missed++;
}

static void
print_share(int64_t right, int64_t others)
{
	if (right + others == 0)
		out_value(STR(""));
	else
		out_decimal(decimal_divide(right * decimal_scale(PLACES),
		    right + others, ROUND_HALF_UP), PLACES);
}

static void
print(struct str label, const struct tally *t)
{
	out_value(label);
	out_number(t->right);
	out_number(t->wrong);
	out_number(t->missed);
	print_share(t->right, t->wrong);
	print_share(t->right, t->missed);
	out_end();
}

void
against_print(const struct against *g)
{
	static const char *const field[] = { "body", "right", "wrong",
	    "missed", "precision", "recall" };

	for (size_t i = 0; i < sizeof(field) / sizeof(*field); i++)
		out_field(field[i]);
	for (size_t i = 0; i < g->count; i++) {
		const struct tally *t = &g->tally[i];

		if (t->right + t->wrong + t->missed > 0)
			print(g->label[i], t);
	}
	print(STR("total"), &g->total);
}
