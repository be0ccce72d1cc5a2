#include "base/buf.h"
#include "base/map.h"
#include "civic/name.h"
#include "io/collected.h"
#include "io/out.h"

/* Far fewer bytes than a line may have, however many authors a group has. */
enum { LIST_MOST = 64 << 10 };

struct printer {
	const struct proposals *p, *known;
	struct str forum;
	struct buf line, folded;
};

void
collected_fields(const struct rec *in, const struct proposals *p,
    struct str forum)
{
	static const char *const new[] = { "group", "size", "similar",
		"authors", "regions" };

	out_fields(in);
	if (p->place[PROPOSALS_ID] == REC_NONE)
		out_field("id");
	if (p->place[PROPOSALS_FORUM] == REC_NONE && forum.n > 0)
		out_field("forum");
	for (size_t i = 0; i < sizeof(new) / sizeof(*new); i++)
		out_field(new[i]);
	if (p->place[PROPOSALS_REPEAT_OF] == REC_NONE)
		out_field("repeat_of");
}

static struct str
repeated(const struct printer *t, const struct proposal *one)
{
	return one->repeats == PROPOSALS_NONE ? STR("") :
	    t->known->one[one->repeats].id;
}

/* The fields of the input; those that are empty and ours are filled. */
static void
add_own(struct printer *t, const struct proposal *one)
{
	struct str rest = one->line;

	for (size_t i = 0; i < t->p->fields; i++) {
		struct str value = str_cut(&rest, '\t');

		if (value.n == 0) {
			if (i == t->p->place[PROPOSALS_ID])
				value = one->id;
			else if (i == t->p->place[PROPOSALS_FORUM])
				value = t->forum;
			else if (i == t->p->place[PROPOSALS_REPEAT_OF])
				value = repeated(t, one);
		}
		if (i > 0)
			buf_byte(&t->line, '\t');
		buf_add(&t->line, value);
	}
}

static void
add_field(struct printer *t, struct str value)
{
	buf_byte(&t->line, '\t');
	buf_add(&t->line, value);
}

/* An item of a list: what stands between items must not be in it. */
static void
add_item(struct buf *line, struct str item)
{
	for (size_t i = 0; i < item.n; i++)
		buf_byte(line, item.p[i] == ';' ? ',' : item.p[i]);
}

/* The values of a field in the group, each once, in the group's order. */
static void
add_list(struct printer *t, uint32_t first, enum proposals_field field)
{
	struct map items = { 0 };
	size_t start;

	buf_byte(&t->line, '\t');
	start = t->line.n;
	for (uint32_t i = first; i != PROPOSALS_NONE; i = t->p->one[i].next) {
		struct str item = proposals_value(t->p, i, field);
		size_t known = items.count;

		buf_clear(&t->folded);
		name_fold(&t->folded, item);
		if (item.n == 0 || map_add(&items, buf_str(&t->folded)) !=
		    known)
			continue;
		if (t->line.n > start)
			buf_byte(&t->line, ';');
		if (t->line.n - start > LIST_MOST) {
			buf_add(&t->line, STR("..."));
			break;
		}
		add_item(&t->line, item);
	}
	map_free(&items);
}

static void
add_lists(struct printer *t, uint32_t number)
{
	static const enum proposals_field list[] = { PROPOSALS_AUTHOR,
		PROPOSALS_REGION };
	const struct proposal *one = &t->p->one[number];

	for (size_t i = 0; i < sizeof(list) / sizeof(*list); i++)
		if (one->group != number)
			add_field(t, STR(""));
		else if (one->size > 1)
			add_list(t, number, list[i]);
		else {
			buf_byte(&t->line, '\t');
			add_item(&t->line, proposals_value(t->p, number,
			    list[i]));
		}
}

static void
print_one(struct printer *t, uint32_t number)
{
	const struct proposal *one = &t->p->one[number];
	const struct proposal *first = &t->p->one[one->group];

	buf_clear(&t->line);
	add_own(t, one);
	if (t->p->place[PROPOSALS_ID] == REC_NONE)
		add_field(t, one->id);
	if (t->p->place[PROPOSALS_FORUM] == REC_NONE && t->forum.n > 0)
		add_field(t, t->forum);
	add_field(t, first->id);
	buf_printf(&t->line, "\t%lu\t%d", (unsigned long)first->size,
	    one->similar);
	add_lists(t, number);
	if (t->p->place[PROPOSALS_REPEAT_OF] == REC_NONE)
		add_field(t, repeated(t, one));
	out_line(buf_str(&t->line));
	out_end();
}

void
collected_print(const struct proposals *p, const struct proposals *known,
    struct str forum)
{
	struct printer t = { .p = p, .known = known, .forum = forum };

	for (size_t i = 0; i < p->count; i++)
		print_one(&t, (uint32_t)i);
	buf_free(&t.line);
	buf_free(&t.folded);
}
