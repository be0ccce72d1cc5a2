#include <stdlib.h>

#include "base/die.h"
#include "base/worker.h"
#include "io/collect.h"
#include "io/out.h"

/* A block is made ready by one thread while the other one works on others. */
enum { BLOCK = 32, BLOCKS = 16 };

/*
 * What is gathered goes by its place in the order, not by its number, which
 * is that of its line: of equals the one of the lowest place is the earliest.
 */
struct pass {
	const struct proposals *from;	/* that are taken in their order */
	void (*take)(struct pass *, uint32_t place, struct gather_text *t);
	struct proposals *p;
	const struct proposals *before;
	const struct gather_rules *rules;
	struct gather *groups, *known;	/* either may be NULL */
	struct gather_text *ready;	/* BLOCKS of BLOCK */
	uint32_t taken;			/* the one in hand */
};

static struct str
text_of(const void *of, uint32_t place)
{
	const struct proposals *p = of;

	return proposals_text(p, p->order[place]);
}

void
collect_explain_fields(void)
{
	static const char *const name[] = { "id", "with", "known", "common",
		"all", "similar", "alike" };

	for (size_t i = 0; i < sizeof(name) / sizeof(*name); i++)
		out_field(name[i]);
}

static void
explain(const struct pass *a, const struct proposals *with, uint32_t place,
    struct likeness l)
{
	out_raw(a->from->one[a->from->order[a->taken]].id);
	out_raw(with->one[with->order[place]].id);
	out_text(with == a->p ? "no" : "yes");
	out_number(l.common);
	out_number(l.all);
	out_number(likeness_percent(l));
	out_text(likeness_reaches(l, a->rules->threshold) ? "yes" : "no");
	out_end();
}

static void
explain_new(void *who, uint32_t place, struct likeness l)
{
	const struct pass *a = who;

	explain(a, a->p, place, l);
}

static void
explain_known(void *who, uint32_t place, struct likeness l)
{
	const struct pass *a = who;

	/* What is known is not compared with itself for anyone to see. */
	if (a->from == a->p)
		explain(a, a->before, place, l);
}

static size_t
block_end(const struct pass *a, size_t block)
{
	size_t end = (block + 1) * BLOCK;

	return end < a->from->count ? end : a->from->count;
}

static struct gather_text *
ready(const struct pass *a, size_t i)
{
	return &a->ready[i % (BLOCK * BLOCKS)];
}

static void
take_block(void *of, size_t block)
{
	struct pass *a = of;

	for (size_t i = block * BLOCK; i < block_end(a, block); i++) {
		if (a->groups != NULL)
			gather_prefetch(a->groups, ready(a, i));
		if (a->known != NULL)
			gather_prefetch(a->known, ready(a, i));
	}
	for (size_t i = block * BLOCK; i < block_end(a, block); i++) {
		a->taken = (uint32_t)i;
		a->take(a, a->taken, ready(a, i));
	}
}

static void
run(struct pass *a)
{
	struct worker *w = worker_open(take_block, a);
	struct gather_reader reader;

	gather_reader_open(&reader, a->rules);
	if (a->from->count > BLOCK)
		worker_start(w);
	for (size_t block = 0; block * BLOCK < a->from->count; block++) {
		if (block >= BLOCKS)
			worker_wait(w, block - BLOCKS + 1);
		for (size_t i = block * BLOCK; i < block_end(a, block); i++)
			gather_read(&reader, ready(a, i),
			    text_of(a->from, (uint32_t)i));
		worker_let(w, block + 1);
	}
	worker_close(w);
	gather_reader_close(&reader);
}

/* A known one is entered unless another says the same. */
static void
take_known(struct pass *a, uint32_t place, struct gather_text *t)
{
	struct gather_match m = gather_find(a->known, t,
	    text_of(a->from, place));

	if (m.number == GATHER_NONE || m.likeness.common < m.likeness.all)
		gather_add(a->known, t, place);
}

static void
join(struct proposals *p, uint32_t number, struct gather_match m)
{
	uint32_t group = p->order[m.number];
	struct proposal *one = &p->one[number], *first = &p->one[group];

	one->group = group;
	one->similar = (unsigned char)likeness_percent(m.likeness);
	p->one[first->last].next = number;
	first->last = number;
	first->size++;
}

static void
take_new(struct pass *a, uint32_t place, struct gather_text *t)
{
	uint32_t number = a->p->order[place];
	struct proposal *one = &a->p->one[number];
	struct str text = proposals_text(a->p, number);
	struct gather_match m = gather_find(a->groups, t, text);

	one->size = 1;
	one->last = number;
	one->similar = 100;
	if (m.number == GATHER_NONE)
		gather_add(a->groups, t, place);
	else
		join(a->p, number, m);
	if (a->known == NULL)
		return;
	m = gather_find(a->known, t, text);
	if (m.number != GATHER_NONE)
		one->repeats = a->before->order[m.number];
}

size_t
collect_groups(struct proposals *p, const struct proposals *known,
    const struct gather_rules *rules, bool explained)
{
	struct gather groups, before = { 0 };
	struct pass a = { .p = p, .before = known, .rules = rules };
	size_t crowded;

	a.ready = calloc(BLOCK * BLOCKS, sizeof(*a.ready));
	if (a.ready == NULL)
		die("out of memory");
	if (known != NULL) {
		gather_open(&before, rules, known->count, text_of, known);
		before.compared = explained ? explain_known : NULL;
		before.who = &a;
		a.known = &before;
		a.from = known;
		a.take = take_known;
		run(&a);
	}
	gather_open(&groups, rules, p->count, text_of, p);
	groups.compared = explained ? explain_new : NULL;
	groups.who = &a;
	a.groups = &groups;
	a.from = p;
	a.take = take_new;
	run(&a);
	free(a.ready);
	crowded = groups.crowded + before.crowded;
	gather_free(&groups);
	gather_free(&before);
	return crowded;
}
