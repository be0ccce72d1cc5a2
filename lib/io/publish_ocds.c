#include <stdlib.h>

#include "civic/date.h"
#include "civic/org_id.h"
#include "io/out.h"
#include "io/publish_ocds.h"
#include "io/publish_ocds_contract.h"
#include "io/publish_ocds_part.h"
#include "io/publish_text.h"

/* The call of an identifier, which is made if it is new. */
static struct ocds_call *
call_of(struct publish_ocds *o, struct str id)
{
	size_t known = o->calls.count, n = map_add(&o->calls, id);
	struct ocds_call *c;

	if (n < known)
		return o->call[n];
	c = arena_alloc(o->p->run, sizeof(*c));
	c->id = arena_copy(o->p->run, id);
	c->row = table_find(o->p->calls, id);
	c->body = publish_body_of_call(o->p, id);
	c->end = &c->first;
	c->lot = TABLE_NONE;
	o->call = buf_grow(o->call, &o->room, n + 1,
	    sizeof(struct ocds_call *));
	return o->call[n] = c;
}

/* All calls, and the lots of each, in their order. */
static void
take_calls(struct publish_ocds *o)
{
	const struct table *calls = o->p->calls, *lots = o->p->lots;

	for (size_t i = 0; calls != NULL && i < calls->count; i++)
		call_of(o, calls->row[i].value[CALL_ID]);
	if (lots == NULL)
		return;
	for (size_t i = 0; i < lots->count; i++)
		if (lots->row[i].value[LOT_CALL].n > 0)
			call_of(o, lots->row[i].value[LOT_CALL]);
	o->next_lot = arena_array(o->p->run, lots->count + 1, sizeof(size_t));
	for (size_t i = lots->count; i-- > 0;) {
		struct str id = lots->row[i].value[LOT_CALL];
		struct ocds_call *c;

		if (id.n == 0)
			continue;
		c = call_of(o, id);
		o->next_lot[i] = c->lot;
		c->lot = i;
	}
}

/* Keep the name of one who applied; the first that is known counts. */
static void
take_name(struct publish_ocds *o, struct str bin, struct str name)
{
	size_t known = o->bins.count, n = map_add(&o->bins, bin);

	if (n == known) {
		o->name = buf_grow(o->name, &o->names, n + 1,
		    sizeof(*o->name));
		o->name[n] = (struct str){ "", 0 };
	}
	if (o->name[n].n == 0)
		o->name[n] = arena_copy(o->p->run, name);
}

static void
take_award(struct publish_ocds *o, struct ocds_call *c,
    const struct publish_award *from)
{
	struct arena *run = o->p->run;
	struct ocds_award *a = arena_alloc(run, sizeof(*a));

	a->application = arena_copy(run, from->application);
	a->lot = arena_copy(run, from->lot);
	a->bin = map_key(&c->bins, map_find(&c->bins, from->bin));
	a->title = arena_copy(run, from->title);
	a->reason = arena_copy(run, from->reason);
	a->currency = arena_copy(run, from->currency);
	a->amount = from->amount;
	a->decided_on = from->decided_on;
	a->contract = from->contract;
	map_add(&c->winners, a->bin);
	c->contracts |= a->contract != TABLE_NONE;
	for (size_t i = a->contract; i != TABLE_NONE;
	    i = o->p->contracts->row[i].next) {
		struct str id = o->p->contracts->row[i].value[CONTRACT_ID];

		c->paid |= table_find(o->p->milestones, id) != TABLE_NONE ||
		    table_find(o->p->payments, id) != TABLE_NONE;
	}
	*c->end = a;
	c->end = &a->next;
}

static void
take_decisions(struct publish_ocds *o)
{
	struct publish *p = o->p;
	struct publish_award a;
	struct ocds_call *c;

	while (rec_next(p->in)) {
		if (!publish_read(p, &a))
			continue;
		if (a.call.n == 0) {
			rec_refuse(p->in, REC_NONE, "no call; give --lots, "
			    "or a field call");
			continue;
		}
		c = call_of(o, a.call);
		if (c->body.id.n == 0) {
			c->body = publish_body_of(p, &a);
			c->body.id = arena_copy(p->run, c->body.id);
			c->body.name = arena_copy(p->run, c->body.name);
		}
		map_add(&c->bins, a.bin);
		c->decided = true;
		take_name(o, a.bin, a.name);
		if (a.awarded)
			take_award(o, c, &a);
	}
}

static void
put_tags(struct publish_ocds *o, const struct ocds_call *c)
{
	json_out_open(&o->out, "tag", '[');
	json_out_text(&o->out, NULL, STR("tender"));
	if (c->first != NULL)
		json_out_text(&o->out, NULL, STR("award"));
	if (c->contracts)
		json_out_text(&o->out, NULL, STR("contract"));
	if (c->paid)
		json_out_text(&o->out, NULL, STR("implementation"));
	json_out_close(&o->out, ']');
}

static void
put_release(struct publish_ocds *o, const struct ocds_call *c)
{
	struct buf id = { 0 };
	char date[11];

	date_format(o->p->day, date);
	buf_printf(&id, "%.*s-%.*s", STR_ARG(o->p->prefix), STR_ARG(c->id));
	json_out_open(&o->out, NULL, '{');
	json_out_text(&o->out, "ocid", buf_str(&id));
	buf_printf(&id, "-%s", date);
	json_out_text(&o->out, "id", buf_str(&id));
	buf_free(&id);
	publish_text_day(&o->out, o->p, "date", str_of(date), DAY_BEGINS);
	json_out_text(&o->out, "language", o->p->rules->language);
	put_tags(o, c);
	json_out_text(&o->out, "initiationType", STR("tender"));
	publish_ocds_part_parties(o, c);
	publish_ocds_part_tender(o, c);
	publish_ocds_part_awards(o, c);
	publish_ocds_contract_all(o, c);
	json_out_close(&o->out, '}');
}

static void
flush(struct publish_ocds *o)
{
	out_bytes(buf_str(&o->out.text));
	buf_clear(&o->out.text);
}

static void
put_package(struct publish_ocds *o)
{
	const struct publish_rules *r = o->p->rules;
	struct json_out *out = &o->out;
	char date[11];

	json_out_open(out, NULL, '{');
	json_out_text(out, "version", STR("1.1"));
	json_out_open(out, "extensions", '[');
	json_out_text(out, NULL, r->lots);
	json_out_close(out, ']');
	date_format(o->p->day, date);
	publish_text_day(out, o->p, "publishedDate", str_of(date), DAY_BEGINS);
	json_out_open(out, "publisher", '{');
	json_out_text(out, "name", r->name);
	json_out_text(out, "scheme", org_id_is_bin(r->id) ? STR(ORG_ID_LIST) :
	    (struct str){ "", 0 });
	json_out_text(out, "uid", r->id);
	json_out_text(out, "uri", r->uri);
	json_out_close(out, '}');
	json_out_text(out, "license", r->license);
	json_out_text(out, "publicationPolicy", r->policy);
	json_out_open(out, "releases", '[');
	for (size_t i = 0; i < o->calls.count; i++) {
		put_release(o, o->call[i]);
		flush(o);
	}
	json_out_close(out, ']');
	json_out_close(out, '}');
	flush(o);
}

void
publish_ocds_print(struct publish *p)
{
	struct publish_ocds o = { .p = p, .out.lines = 4 };

	take_calls(&o);
	take_decisions(&o);
	put_package(&o);
	for (size_t i = 0; i < o.calls.count; i++) {
		map_free(&o.call[i]->bins);
		map_free(&o.call[i]->winners);
	}
	map_free(&o.calls);
	map_free(&o.bins);
	free(o.call);
	free(o.name);
	buf_free(&o.out.text);
}
