#include "io/reply_rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "civic/clause.h"
#include "civic/date.h"
#include "civic/decimal.h"
#include "io/kind.h"
#include "io/out.h"

enum { SHARE = 4 };

static void
put_field(const struct reply_groups *g, const char *name)
{
	if (g->by != NULL && strcmp(g->by, name) == 0)
		die("--by %s: the report has a field of that name", name);
	out_field(name);
}

char *
reply_rows_code(struct arena *a, struct str code)
{
	char *name = arena_string(a, code);

	for (char *p = name; *p != '\0'; p++)
		if (*p == '-')
			*p = '_';
	return name;
}

void
reply_rows_fields(const struct reply_groups *g)
{
	const struct vocab *codes = kind_vocab("answers");
	struct arena a = { 0 };

	put_field(g, "row");
	if (reply_groups_are_clauses(g))
		out_field("document");
	if (g->by != NULL)
		out_field(g->by);
	put_field(g, "from");
	put_field(g, "until");
	put_field(g, "given");
	for (size_t i = 0; i < codes->count; i++)
		put_field(g, reply_rows_code(&a, codes->entry[i].code));
	put_field(g, "unanswered");
	if (!g->comments) {
		put_field(g, "late");
		put_field(g, "overdue");
		put_field(g, "unknown");
		put_field(g, "days");
		put_field(g, "acts");
	}
	put_field(g, "share");
	arena_reset(&a);
}

static void
put_day(int32_t day)
{
	char date[11] = "";

	if (day != REPLIES_NO_DAY)
		date_format(day, date);
	out_text(date);
}

/* What of all that was given was accepted, wholly or in part, or done. */
static void
put_share(const struct replies_sum *s)
{
	static const char *const good[] = { "accepted", "partly", "done" };
	const struct vocab *codes = kind_vocab("answers");
	int64_t sum = 0, share;

	for (size_t i = 0; i < codes->count; i++)
		for (size_t k = 0; k < sizeof(good) / sizeof(*good); k++)
			if (str_eq(codes->entry[i].code, str_of(good[k])))
				sum += s->kind[i];
	if (s->given > 0 && decimal_muldiv(sum, decimal_scale(SHARE),
	    s->given, ROUND_HALF_UP, &share))
		out_decimal(share, SHARE);
	else
		out_text("");
}

/* A record from `from` on. */
static void
put_sum(const struct reply_groups *g, const struct replies_sum *s)
{
	put_day(s->from);
	put_day(s->until);
	out_number(s->given);
	for (size_t i = 0; i < kind_vocab("answers")->count; i++)
		out_number(s->kind[i]);
	out_number(s->unanswered);
	if (!g->comments) {
		out_number(s->late);
		out_number(s->overdue);
		out_number(s->unknown);
		if (s->half_days >= 0)
			out_decimal(s->half_days * 5, 1);
		else
			out_text("");
		out_number(s->acts);
	}
	put_share(s);
	out_end();
}

/* A group's key; of a clause, in its two parts. */
struct group {
	struct str key, document;
	uint32_t number;
	bool clause;
};

static int
group_cmp(const void *left, const void *right)
{
	const struct group *a = left, *b = right;
	int order = str_cmp(a->document, b->document);

	if (order != 0)
		return order;
	return a->clause ? clause_cmp(a->key, b->key) :
	    str_cmp(a->key, b->key);
}

static void
print_groups(const struct reply_groups *g)
{
	struct arena a = { 0 };
	size_t count = g->r->groups.count;
	struct group *group = arena_array(&a, count, sizeof(*group));

	for (size_t i = 0; i < count; i++) {
		group[i].key = map_key(&g->r->groups, i);
		group[i].number = (uint32_t)i;
		group[i].document = STR("");
		group[i].clause = reply_groups_are_clauses(g);
		if (group[i].clause)
			group[i].document = str_cut(&group[i].key, '\t');
	}
	qsort(group, count, sizeof(*group), group_cmp);
	for (size_t i = 0; i < count; i++) {
		/* A group of proposals of later days has nothing. */
		if (g->r->sum[group[i].number].given == 0)
			continue;
		out_text("group");
		if (group[i].clause)
			out_value(group[i].document);
		out_value(group[i].key);
		put_sum(g, &g->r->sum[group[i].number]);
	}
	arena_reset(&a);
}

void
reply_rows_print(const struct reply_groups *g)
{
	if (g->by != NULL && g->r->groups.count > 0)
		print_groups(g);
	out_text("all");
	if (reply_groups_are_clauses(g))
		out_text("");
	if (g->by != NULL)
		out_text("");
	put_sum(g, &g->r->all);
}
