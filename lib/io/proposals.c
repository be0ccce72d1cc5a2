#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/die.h"
#include "base/order.h"
#include "civic/date.h"
#include "io/proposals.h"
#include "io/row.h"

#define PIECE ((size_t)64 << 10)
#define LARGE ((size_t)4 << 20)
enum { FEW = 1000 };

void
proposals_open(struct proposals *p, const struct rec *in, const char *text)
{
	const char *const name[PROPOSALS_FIELDS] = { "id", text, "received",
		"forum", "author", "region", "repeat_of" };

	*p = (struct proposals){ .fields = rec_count(in) };
	for (size_t i = 0; i < PROPOSALS_FIELDS; i++)
		p->place[i] = i == PROPOSALS_TEXT ? rec_field(in, name[i]) :
		    rec_field_if(in, name[i]);
}

static char *
more_text(struct proposals *p, size_t size)
{
	char *text;

	if (size > p->left) {
		p->left = p->count < FEW ? PIECE : LARGE;
		if (p->left < size)
			p->left = size;
		p->piece = slab_alloc(&p->lines, p->left);
	}
	text = p->piece;
	p->piece += size;
	p->left -= size;
	return text;
}

/* Where a value stands in the copy of its line. */
static struct str
moved(struct str value, struct str from, const char *to)
{
	return (struct str){ to + (value.p - from.p), value.n };
}

static void
hold(struct proposals *p, struct rec *in, const struct row *r, size_t received)
{
	struct str line = rec_line(in);
	struct str text = rec_raw(in, p->place[PROPOSALS_TEXT]);
	char *copy = more_text(p, line.n);
	struct proposal *one;

	if (p->count == PROPOSALS_NONE - 1)
		die("over %zu proposals", p->count);
	memcpy(copy, line.p, line.n);
	p->one = buf_grow(p->one, &p->room, p->count + 1, sizeof(*p->one));
	one = &p->one[p->count];
	*one = (struct proposal){
		.line = { copy, line.n },
		.text = (uint32_t)(text.p - line.p),
		.text_size = (uint32_t)text.n,
		.received = r->units[received] == ROW_EMPTY ?
		    PROPOSALS_UNDATED : (int32_t)r->units[received],
		.group = (uint32_t)p->count,
		.next = PROPOSALS_NONE,
		.repeats = PROPOSALS_NONE,
	};
	if (p->place[PROPOSALS_ID] != REC_NONE)
		one->id = moved(rec_raw(in, p->place[PROPOSALS_ID]), line,
		    copy);
	p->count++;
}

void
proposals_read(struct proposals *p, struct rec *in, bool known)
{
	enum { ID, RECEIVED, FIELDS };
	const struct row_field field[FIELDS] = {
		[ID] = { "id", ROW_ID, known ? ROW_VALUE :
		    ROW_MAY_BE_MISSING },
		[RECEIVED] = { "received", ROW_DATE, ROW_MAY_BE_MISSING },
	};
	struct row r;

	row_open(&r, in, field, FIELDS);
	while (rec_next(in)) {
		size_t ids = p->ids.count;

		if (!row_read(&r))
			continue;
		if (r.text[ID].n > 0 && map_add(&p->ids, r.text[ID]) != ids)
			rec_refuse(in, r.place[ID], "stands twice: '%.*s'",
			    STR_ARG(r.text[ID]));
		else
			hold(p, in, &r, RECEIVED);
	}
}

/* By what equal days are told apart. */
static struct str
sign_of(const void *of, size_t i)
{
	const struct proposals *p = of;
	struct str id = p->one[i].id;

	return id.n > 0 ? id : p->one[i].line;
}

static bool
is_in_order(const struct proposals *p)
{
	for (size_t i = 1; i < p->count; i++) {
		int32_t before = p->one[i - 1].received;

		if (p->one[i].received < before ||
		    (p->one[i].received == before &&
		    str_cmp(sign_of(p, i), sign_of(p, i - 1)) < 0))
			return false;
	}
	return true;
}

static void
put_order(struct proposals *p)
{
	struct slab memory = { 0 };
	struct order *item;

	p->order = buf_grow(NULL, &(size_t){ 0 }, p->count + 1,
	    sizeof(*p->order));
	for (size_t i = 0; i < p->count; i++)
		p->order[i] = (uint32_t)i;
	if (is_in_order(p))
		return;
	item = slab_array(&memory, 2 * p->count, sizeof(*item));
	order_texts_of(sign_of, p, p->count, item, item + p->count);
	for (size_t i = 0; i < p->count; i++)
		item[i].key = (uint64_t)p->one[item[i].number].received +
		    (uint64_t)INT32_MAX + 1;
	order_keys(item, p->count, item + p->count);
	for (size_t i = 0; i < p->count; i++)
		p->order[i] = item[i].number;
	slab_free(&memory);
}

/* The next number of a forum that nothing has yet: "F26-7". */
static void
number_one(struct proposals *p, struct proposal *one, struct str forum,
    uint64_t *last)
{
	struct buf id = { 0 };
	size_t ids;
	char *copy;

	do {
		buf_clear(&id);
		buf_add(&id, forum);
		buf_printf(&id, forum.n > 0 ? "-%llu" : "%llu",
		    (unsigned long long)++*last);
		ids = p->ids.count;
	} while (map_add(&p->ids, buf_str(&id)) != ids);
	copy = more_text(p, id.n);
	memcpy(copy, id.p, id.n);
	one->id = (struct str){ copy, id.n };
	one->numbered = true;
	buf_free(&id);
}

void
proposals_number(struct proposals *p, struct str forum)
{
	struct map forums = { 0 };
	uint64_t *last = NULL;
	size_t room = 0;

	put_order(p);
	for (size_t i = 0; i < p->count; i++) {
		uint32_t number = p->order[i];
		struct str own = proposals_value(p, number, PROPOSALS_FORUM);
		size_t of;

		if (p->one[number].id.n > 0)
			continue;
		of = map_add(&forums, own.n > 0 ? own : forum);
		if (of + 1 == forums.count && of + 1 > room) {
			size_t old = room;

			last = buf_grow(last, &room, of + 1, sizeof(*last));
			memset(last + old, 0, (room - old) * sizeof(*last));
		}
		number_one(p, &p->one[number], own.n > 0 ? own : forum,
		    &last[of]);
	}
	map_free(&forums);
	free(last);
}

struct str
proposals_text(const struct proposals *p, uint32_t number)
{
	const struct proposal *one = &p->one[number];

	return (struct str){ one->line.p + one->text, one->text_size };
}

struct str
proposals_value(const struct proposals *p, uint32_t number,
    enum proposals_field field)
{
	struct str rest = p->one[number].line, value = { 0 };

	if (p->place[field] == REC_NONE)
		return value;
	for (size_t i = 0; i <= p->place[field]; i++)
		value = str_cut(&rest, '\t');
	return value;
}

void
proposals_free(struct proposals *p)
{
	slab_free(&p->lines);
	map_free(&p->ids);
	free(p->one);
	free(p->order);
	*p = (struct proposals){ 0 };
}
