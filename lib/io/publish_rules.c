#include "civic/org_id.h"
#include "io/publish_rules.h"
#include "io/rules.h"

static const struct str none = { "", 0 };

static struct str
need_text(const struct rule *map, const char *key)
{
	const struct rule *r = rules_need(map, key);
	struct str text = rules_text(r);

	if (text.n == 0)
		rules_die(r, "%s: none", key);
	return text;
}

/* An address, if there is one. */
static struct str
read_uri(const struct rule *map, const char *key)
{
	const struct rule *r = rules_get(map, key);
	struct str text = r == NULL ? none : rules_text(r);

	if (r == NULL)
		return none;
	if (!str_starts(text, STR("https://")) &&
	    !str_starts(text, STR("http://")))
		rules_die(r, "not an address (https://...): '%.*s'",
		    STR_ARG(text));
	return text;
}

/* An identifier; a number of 12 digits must be a BIN. */
static struct str
read_id(const struct rule *map, const char *key)
{
	const struct rule *r = rules_need(map, key);
	struct str text = rules_text(r);
	long digits;

	if (text.n == 0 || (text.n == 12 && !org_id_is_bin(text) &&
	    str_number(text, 0, 999999999999, &digits)))
		rules_die(r, "not a BIN, nor another identifier: '%.*s'",
		    STR_ARG(text));
	return text;
}

static void
read_publisher(struct publish_rules *p, const struct rule *r)
{
	rules_keys(r, "name id uri");
	p->name = need_text(r, "name");
	p->id = rules_get(r, "id") == NULL ? none : read_id(r, "id");
	p->uri = read_uri(r, "uri");
}

static void
read_offsets(struct arena *a, struct publish_rules *p, const struct rule *r)
{
	rules_list(r);
	if (r->count == 0)
		rules_die(r, "offsets: none");
	p->offset = arena_array(a, r->count, sizeof(*p->offset));
	for (; p->offsets < r->count; p->offsets++) {
		const struct rule *item = &r->item[p->offsets], *from, *ahead;
		struct offset *o = &p->offset[p->offsets];

		rules_keys(item, "from offset");
		from = rules_need(item, "from");
		ahead = rules_need(item, "offset");
		o->from = rules_date(from);
		if (!offset_parse(rules_text(ahead), &o->minutes))
			rules_die(ahead, "not an offset (+05:00): '%.*s'",
			    STR_ARG(rules_text(ahead)));
		if (p->offsets > 0 && o->from <= o[-1].from)
			rules_die(from, "not after the day before it: '%.*s'",
			    STR_ARG(rules_text(from)));
	}
}

static void
read_bodies(struct arena *a, struct publish_rules *p, const struct rule *r)
{
	rules_map(r);
	p->body = arena_array(a, r->count + 1, sizeof(*p->body));
	for (; p->bodies < r->count; p->bodies++) {
		const struct rule *item = &r->item[p->bodies];

		rules_keys(item, "id name");
		p->body[p->bodies] = (struct publish_body){
			.code = r->key[p->bodies],
			.id = read_id(item, "id"),
			.name = need_text(item, "name"),
		};
	}
}

static void
read_ocds(struct publish_rules *p, const struct rule *r)
{
	rules_keys(r, "method category criteria lots");
	p->method = need_text(r, "method");
	rules_choice(rules_get(r, "method"), "open selective limited direct");
	p->category = need_text(r, "category");
	rules_choice(rules_get(r, "category"), "goods works services");
	p->criteria = need_text(r, "criteria");
	p->lots = read_uri(r, "lots");
	if (p->lots.n == 0)
		rules_need(r, "lots");
}

bool
publish_rules_is_currency(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < 'A' || s.p[i] > 'Z')
			return false;
	return s.n == 3;
}

struct publish_rules *
publish_rules_read(struct arena *a, const char *name, long day)
{
	struct publish_rules *p = arena_alloc(a, sizeof(*p));
	const struct rule *r = rules_edition(a, name, "publish", day);

	rules_keys(r, "from cite publisher title license policy currency "
	    "language offsets ocds bodies");
	read_publisher(p, rules_need(r, "publisher"));
	p->title = rules_text_or(r, "title", none);
	p->license = read_uri(r, "license");
	p->policy = read_uri(r, "policy");
	p->currency = need_text(r, "currency");
	if (!publish_rules_is_currency(p->currency))
		rules_die(rules_get(r, "currency"), "not a currency (KZT): "
		    "'%.*s'", STR_ARG(p->currency));
	p->language = need_text(r, "language");
	rules_choice(rules_get(r, "language"), "kk ru");
	read_offsets(a, p, rules_need(r, "offsets"));
	read_ocds(p, rules_need(r, "ocds"));
	read_bodies(a, p, rules_need(r, "bodies"));
	return p;
}

const struct publish_body *
publish_rules_body(const struct publish_rules *r, struct str code)
{
	for (size_t i = 0; i < r->bodies; i++)
		if (str_eq(r->body[i].code, code))
			return &r->body[i];
	return NULL;
}
