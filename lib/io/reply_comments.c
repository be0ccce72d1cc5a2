#include "io/reply_comments.h"

#include <stdlib.h>

#include "civic/clause.h"
#include "io/kind.h"
#include "io/out.h"
#include "io/reply_proposals.h"
#include "io/row.h"
#include "io/track_sides.h"

enum { DOCUMENT, CLAUSE, ID, AUTHOR, TEXT, ON, DISPOSITION, REASON, FIELDS };

static const struct row_field field[FIELDS] = {
	[DOCUMENT] = { "document", ROW_ID, ROW_VALUE },
	[CLAUSE] = { "clause", ROW_ID, ROW_MAY_BE_EMPTY },
	[ID] = { "id", ROW_ID, ROW_VALUE },
	[AUTHOR] = { "author", ROW_TEXT, ROW_MAY_BE_MISSING },
	[TEXT] = { "text", ROW_TEXT, ROW_MAY_BE_MISSING },
	[ON] = { "on", ROW_DATE, ROW_MAY_BE_MISSING },
	[DISPOSITION] = { "disposition", ROW_TEXT, ROW_MAY_BE_EMPTY },
	[REASON] = { "reason", ROW_TEXT, ROW_MAY_BE_MISSING },
};

bool
reply_comments_are(const struct rec *in)
{
	return rec_field_if(in, "document") != REC_NONE &&
	    rec_field_if(in, "clause") != REC_NONE;
}

/* Comments that are read, one after another. */
struct comments {
	struct row row;
	struct map keys;	/* document, tab, id */
	struct buf key;
	long day;
	size_t taken, later;
	size_t kind;		/* of the disposition in hand */
};

/* A comment of its own, with a disposition that there is. */
static bool
is_good(struct comments *c)
{
	const struct row *r = &c->row;
	size_t known = c->keys.count;

	c->kind = track_sides_kind(r->text[DISPOSITION]);
	if (r->text[DISPOSITION].n > 0 &&
	    c->kind == kind_vocab("answers")->count) {
		track_sides_refuse_kind(r->in, r->place[DISPOSITION],
		    r->text[DISPOSITION]);
		return false;
	}
	buf_clear(&c->key);
	buf_add(&c->key, r->text[DOCUMENT]);
	buf_byte(&c->key, '\t');
	buf_add(&c->key, r->text[ID]);
	if (map_add(&c->keys, buf_str(&c->key)) == known)
		return true;
	rec_refuse(r->in, r->place[ID], "stands twice for '%.*s': '%.*s'",
	    STR_ARG(r->text[DOCUMENT]), STR_ARG(r->text[ID]));
	return false;
}

static void
open_comments(struct comments *c, struct rec *in, long day,
    const char *rejects)
{
	*c = (struct comments){ .day = day };
	row_open(&c->row, in, field, FIELDS);
	rec_keep_refused(in, rejects);
}

/* The next good one that came by the day. */
static bool
next_comment(struct comments *c)
{
	const struct row *r = &c->row;

	while (rec_next(r->in)) {
		if (!row_read(&c->row) || !is_good(c))
			continue;
		if (r->units[ON] != ROW_EMPTY && r->units[ON] > c->day) {
			c->later++;
			continue;
		}
		c->taken++;
		return true;
	}
	return false;
}

static int
close_comments(struct comments *c)
{
	reply_proposals_left_out("comments", rec_refused(c->row.in),
	    c->later, c->taken, c->day);
	map_free(&c->keys);
	buf_free(&c->key);
	return rec_close(c->row.in);
}

int
reply_comments_add(struct reply_groups *g, struct rec *in, long day,
    const char *rejects)
{
	struct comments c;

	open_comments(&c, in, day, rejects);
	while (next_comment(&c)) {
		struct replies_one one = {
			.answered = c.row.text[DISPOSITION].n > 0,
			.kind = c.kind, .days = -1,
			.received = c.row.units[ON] == ROW_EMPTY ?
			    REPLIES_NO_DAY : (int32_t)c.row.units[ON],
		};

		replies_add(g->r, reply_groups_find(g, in), &one);
	}
	return close_comments(&c);
}

/* A line of the table, with what it is sorted by. */
enum { COLUMNS = 6 };
static const size_t column[COLUMNS] = { DOCUMENT, CLAUSE, TEXT, AUTHOR,
	DISPOSITION, REASON };

struct line {
	struct str value[COLUMNS];
	size_t number;
};

static int
line_cmp(const void *left, const void *right)
{
	const struct line *a = left, *b = right;
	int order = str_cmp(a->value[0], b->value[0]);

	if (order == 0)
		order = clause_cmp(a->value[1], b->value[1]);
	if (order == 0)
		order = a->number < b->number ? -1 : 1;
	return order;
}

static void
print_lines(struct line *line, size_t count)
{
	static const char *const name[COLUMNS] = { "document", "clause",
		"comment", "author", "disposition", "reason" };

	for (size_t i = 0; i < COLUMNS; i++)
		out_field(name[i]);
	if (count > 0)
		qsort(line, count, sizeof(*line), line_cmp);
	for (size_t i = 0; i < count; i++) {
		for (size_t k = 0; k < COLUMNS; k++)
			out_value(line[i].value[k]);
		out_end();
	}
}

int
reply_comments_table(struct rec *in, long day, const char *rejects)
{
	struct arena run = { 0 };
	struct comments c;
	struct line *line = NULL;
	size_t room = 0, count = 0;

	open_comments(&c, in, day, rejects);
	while (next_comment(&c)) {
		line = buf_grow(line, &room, count + 1, sizeof(*line));
		for (size_t i = 0; i < COLUMNS; i++)
			line[count].value[i] = arena_copy(&run,
			    c.row.text[column[i]]);
		line[count].number = count;
		count++;
	}
	print_lines(line, count);
	free(line);
	arena_reset(&run);
	return close_comments(&c);
}
