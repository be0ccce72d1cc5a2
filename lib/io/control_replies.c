#include "io/control_replies.h"

#include "base/buf.h"
#include "base/die.h"

/* Of a recommendation, as table_read hands them over. */
#define FIELDS "no received_on answered_on separate outcome"
enum { NO, RECEIVED, ANSWERED, SEPARATE, OUTCOME };

void
control_replies_read(struct control_replies *r, struct arena *a,
    const char *file)
{
	r->table = table_read(a, file, "control_recommendation", "control",
	    FIELDS, NULL, NULL);
	if (r->table != NULL && r->table->refused > 0)
		r->status = REFUSED;
}

/* Always false. */
static bool
refuse(struct control_replies *r, const struct table_row *row,
    const char *field, const char *why, struct str value)
{
	if (value.n > 0)
		warn("%.*s: %s: %s: '%.*s'", STR_ARG(row->where), field, why,
		    STR_ARG(value));
	else
		warn("%.*s: %s: %s", STR_ARG(row->where), field, why);
	r->status = REFUSED;
	return false;
}

/* The days of a recommendation, and of its act, that cannot be so. */
static bool
check(struct control_replies *r, const struct table_row *row, long sent)
{
	const struct str *value = row->value;
	long received = control_day_of(value[RECEIVED]);
	long answered = control_day_of(value[ANSWERED]);

	if (answered == CONTROL_NO_DAY &&
	    (value[OUTCOME].n > 0 || value[SEPARATE].n > 0))
		return refuse(r, row, "answered_on",
		    "has an answer, but not its day", STR(""));
	if (answered != CONTROL_NO_DAY && received == CONTROL_NO_DAY)
		return refuse(r, row, "received_on",
		    "is answered, but not received", STR(""));
	if (answered != CONTROL_NO_DAY && answered < received)
		return refuse(r, row, "answered_on",
		    "before it was received", value[ANSWERED]);
	if (received != CONTROL_NO_DAY && sent == CONTROL_NO_DAY)
		return refuse(r, row, "received_on",
		    "the final document was not sent", value[RECEIVED]);
	if (received != CONTROL_NO_DAY && received < sent)
		return refuse(r, row, "received_on",
		    "before the final document was sent", value[RECEIVED]);
	return true;
}

static enum control_separate
separate_of(struct str yes)
{
	if (yes.n == 0)
		return CONTROL_SEPARATE_UNSAID;
	return str_eq(yes, STR("yes")) ? CONTROL_SEPARATE : CONTROL_JOINT;
}

/* Judge one against its act.  False if it is refused. */
static bool
take(struct control_replies *r, const struct control_case *c, long day,
    const struct table_row *row, struct control_reply *reply)
{
	const struct terms_book *book = c->law->answer;
	struct buf why = { 0 };
	enum terms_fault fault;

	if (!check(r, row, c->act.day[CONTROL_SENT]))
		return false;
	reply->no = row->value[NO];
	reply->separate = separate_of(row->value[SEPARATE]);
	fault = control_answer(c->law, control_day_of(row->value[RECEIVED]),
	    control_day_of(row->value[ANSWERED]), day, &reply->is);
	if (fault == TERMS_GOOD)
		return true;
	terms_why(fault, book->term, book->calendar, NULL, &why);
	buf_byte(&why, '\0');
	refuse(r, row, "received_on", why.p, row->value[RECEIVED]);
	buf_free(&why);
	return false;
}

void
control_replies_take(struct control_replies *r, struct control_case *c,
    long day)
{
	size_t i = table_find(r->table, c->act.id);

	c->replies = c->refused = 0;
	for (; i != TABLE_NONE; i = r->table->row[i].next) {
		struct table_row *row = &r->table->row[i];

		row->used = true;
		c->reply = buf_grow(c->reply, &r->room, c->replies + 1,
		    sizeof(*c->reply));
		if (take(r, c, day, row, &c->reply[c->replies]))
			c->replies++;
		else
			c->refused++;
	}
}

int
control_replies_close(struct control_replies *r, const struct map *refused)
{
	const struct table *t = r->table;

	for (size_t i = 0; t != NULL && i < t->texts.count; i++) {
		struct str id = map_key(&t->texts, i);
		const char *why = map_find(refused, id) != MAP_NONE ?
		    "was refused itself" : "not among the acts";

		for (size_t j = t->first[i]; j != TABLE_NONE &&
		    !t->row[j].used; j = t->row[j].next)
			refuse(r, &t->row[j], "control", why, id);
	}
	table_free(r->table);
	return r->status;
}
