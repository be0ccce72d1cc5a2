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
	const struct str *row;
	size_t rows;
	const struct against_label *label;
	struct map labels;	/* the texts, by their numbers */
	struct str *text;	/* the same, to find the nearest */
	struct tally *tally, total;
};

struct against *
against_open(struct arena *a, struct rec *in, const char *field,
    const struct str *row, size_t rows, const struct against_label *label,
    size_t labels)
{
	struct against *g = arena_alloc(a, sizeof(*g));

	g->in = in;
	g->field = rec_field(in, field);
	g->row = row;
	g->rows = rows;
	g->label = label;
	g->text = arena_array(a, labels, sizeof(*g->text));
	g->tally = arena_array(a, rows, sizeof(*g->tally));
	for (size_t i = 0; i < labels; i++) {
		g->text[i] = label[i].text;
		map_add(&g->labels, label[i].text);
	}
	return g;
}

static void
refuse(struct against *g, struct str answer)
{
	size_t near = str_nearest(answer, g->text, g->labels.count);

	if (near != STR_NONE)
		rec_refuse(g->in, g->field, "no such body in the rules, the "
		    "nearest is '%.*s': '%.*s'", STR_ARG(g->text[near]),
		    STR_ARG(answer));
	else
		rec_refuse(g->in, g->field, "no such body in the rules: "
		    "'%.*s'", STR_ARG(answer));
}

/* The label that a text stands for, or NULL. */
static const struct against_label *
meant(const struct against *g, struct str text)
{
	size_t i = map_find(&g->labels, text);

	return i == MAP_NONE ? NULL : &g->label[i] - g->label[i].same;
}

void
against_record(struct against *g, struct str said)
{
	struct str answer = rec_value(g->in, g->field);
	const struct against_label *known = meant(g, answer);
	const struct against_label *label = meant(g, said);

	if (answer.n == 0)
		return;
	if (known == NULL) {
		refuse(g, answer);
		return;
	}
	if (known == label) {
		g->tally[known->row].right++;
		g->total.right++;
		return;
	}
	g->tally[label->row].wrong++;
	g->tally[known->row].missed++;
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
	for (size_t i = 0; i < g->rows; i++) {
		const struct tally *t = &g->tally[i];

		if (t->right + t->wrong + t->missed > 0)
			print(g->row[i], t);
	}
	print(STR("total"), &g->total);
}
