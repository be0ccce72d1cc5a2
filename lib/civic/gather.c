#include "civic/gather.h"

void
gather_reader_open(struct gather_reader *r, const struct gather_rules *rules)
{
	*r = (struct gather_reader){ .sketch = { .letters = rules->letters,
		.bands = rules->bands, .rows = rules->rows } };
}

void
gather_reader_close(struct gather_reader *r)
{
	wording_end(&r->reader);
	wording_free(&r->wording);
	sketch_free(&r->sketch);
}

void
gather_read(struct gather_reader *r, struct gather_text *t, struct str raw)
{
	wording_read(&r->reader, &r->wording, raw);
	t->empty = !sketch_read(&r->sketch, &r->wording, t->key);
}

void
gather_open(struct gather *g, const struct gather_rules *rules, size_t count,
    struct str (*text)(const void *of, uint32_t number), const void *of)
{
	*g = (struct gather){ .rules = rules, .text = text, .of = of };
	nearby_open(&g->nearby, count, rules->bands, rules->band_most);
}

void
gather_prefetch(const struct gather *g, const struct gather_text *t)
{
	if (!t->empty)
		nearby_prefetch(&g->nearby, t->key);
}

struct gather_match
gather_find(struct gather *g, const struct gather_text *t, struct str raw)
{
	const struct gather_rules *r = g->rules;
	struct gather_match best = { .number = GATHER_NONE };
	uint32_t number[GATHER_COMPARED_MOST];
	size_t count = t->empty ? 0 : nearby_find(&g->nearby, t->key, number,
	    r->compared_most);

	if (count > 0)
		wording_read(&g->reader, &g->own, raw);
	for (size_t i = 0; i < count; i++) {
		struct likeness l;

		wording_read(&g->reader, &g->other, g->text(g->of, number[i]));
		l = likeness_of(&g->table, &g->other, &g->own, r->letters);
		if (g->compared != NULL)
			g->compared(g->who, number[i], l);
		if (!likeness_reaches(l, r->threshold) ||
		    likeness_more(best.likeness, l))
			continue;
		if (likeness_more(l, best.likeness) || number[i] < best.number)
			best = (struct gather_match){ number[i], l };
	}
	return best;
}

void
gather_add(struct gather *g, const struct gather_text *t, uint32_t number)
{
	if (!t->empty && nearby_add(&g->nearby, t->key, number) * 2 >
	    g->rules->bands)
		g->crowded++;
}

void
gather_free(struct gather *g)
{
	nearby_free(&g->nearby);
	likeness_free(&g->table);
	wording_free(&g->own);
	wording_free(&g->other);
	wording_end(&g->reader);
	*g = (struct gather){ 0 };
}
