#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "civic/learn.h"

enum { ALONE = 1 };	/* how often a word that tells nothing was seen */

struct learn_body {
	uint64_t texts, words;
};

static void
learn_word(struct learn *g, uint32_t body, uint64_t key)
{
	uint32_t words = g->words.count, word = keys_add(&g->words, key);
	uint32_t pairs = g->pairs.count, pair;

	pair = keys_add(&g->pairs, ((uint64_t)body + 1) << 32 | word);
	g->count = buf_grow(g->count, &g->wordroom, words + 1,
	    sizeof(*g->count));
	g->pair = buf_grow(g->pair, &g->pairroom, pairs + 1,
	    sizeof(*g->pair));
	if (word == words)
		g->count[word] = 0;
	if (pair == pairs)
		g->pair[pair] = 0;
	g->count[word]++;
	g->pair[pair]++;
	g->body[body].words++;
	g->total++;
}

void
learn_text(struct learn *g, struct str body, const uint64_t *word,
    size_t words)
{
	size_t bodies = g->bodies.count, b = map_add(&g->bodies, body);

	g->body = buf_grow(g->body, &g->bodyroom, b + 1, sizeof(*g->body));
	if (b == bodies)
		g->body[b] = (struct learn_body){ 0 };
	g->body[b].texts++;
	g->texts++;
	for (size_t i = 0; i < words; i++)
		if (words_known(word[i]))
			learn_word(g, (uint32_t)b, word[i]);
}

/* What is put in order: a text or a key, and the number that it had. */
struct sorted {
	struct str text;
	uint64_t key;
	uint32_t number;
};

static int
by_text(const void *a, const void *b)
{
	const struct sorted *x = a, *y = b;

	return str_cmp(x->text, y->text);
}

/* By the letters of words, the first of which is lowest in the key. */
static int
by_letters(const void *a, const void *b)
{
	uint64_t x = __builtin_bswap64(((const struct sorted *)a)->key);
	uint64_t y = __builtin_bswap64(((const struct sorted *)b)->key);

	return (x > y) - (x < y);
}

static int
by_telling(const void *a, const void *b)
{
	const struct model_pair *x = a, *y = b;

	if (x->body != y->body)
		return x->body < y->body ? -1 : 1;
	if (x->more != y->more)
		return x->more > y->more ? -1 : 1;
	return (x->word > y->word) - (x->word < y->word);
}

/* The bodies in the order of their codes; place[i] is where body i went. */
static void
make_bodies(const struct learn *g, struct arena *a, struct model *m,
    uint32_t *place)
{
	struct sorted *sorted = arena_array(a, g->bodies.count,
	    sizeof(*sorted));

	m->bodies = g->bodies.count;
	m->body = arena_array(a, m->bodies, sizeof(*m->body));
	for (uint32_t i = 0; i < m->bodies; i++)
		sorted[i] = (struct sorted){ .number = i,
			.text = map_key(&g->bodies, i) };
	qsort(sorted, m->bodies, sizeof(*sorted), by_text);
	for (uint32_t i = 0; i < m->bodies; i++) {
		const struct learn_body *b = &g->body[sorted[i].number];

		place[sorted[i].number] = i;
		m->body[i] = (struct model_body){ .code = sorted[i].text,
			.prior = evidence_points(b->texts) -
			    evidence_points(g->texts),
			.each = -evidence_points(10 * b->words +
			    (g->words.count > 0 ? g->words.count : 1)),
			.texts = b->texts, .words = b->words };
	}
}

/* The words seen more than once; number[i] is that of word i, or KEYS_NONE. */
static void
make_words(const struct learn *g, struct arena *a, struct model *m,
    uint32_t *number)
{
	struct sorted *sorted = arena_array(a, (size_t)g->words.count + 1,
	    sizeof(*sorted));
	size_t count = 0;

	for (uint32_t i = 0; i < g->words.count; i++) {
		number[i] = KEYS_NONE;
		if (g->count[i] > ALONE)
			sorted[count++] = (struct sorted){ .number = i,
				.key = g->words.key[i] };
	}
	qsort(sorted, count, sizeof(*sorted), by_letters);
	for (size_t i = 0; i < count; i++)
		number[sorted[i].number] = keys_add(&m->words, sorted[i].key);
}

/* A word that a body's texts have so often, and all texts. */
static struct model_pair
make_pair(const struct learn *g, const struct model *m, uint32_t word,
    uint32_t body, uint64_t count, uint64_t all)
{
	int64_t points = evidence_points(10 * count + 1);
	int64_t each = -evidence_points(10 * g->total + g->words.count);

	return (struct model_pair){ .word = word, .body = body,
		.points = (int32_t)points, .count = (uint32_t)count,
		.more = (int32_t)(points + m->body[body].each -
		    evidence_points(10 * all + 1) - each) };
}

static void
make_pairs(const struct learn *g, struct arena *a, struct model *m,
    const uint32_t *place, const uint32_t *number)
{
	m->pairs = 0;
	m->pair = arena_array(a, (size_t)g->pairs.count + 1,
	    sizeof(*m->pair));
	for (uint32_t i = 0; i < g->pairs.count; i++) {
		uint64_t key = g->pairs.key[i];
		uint32_t word = number[key & UINT32_MAX];

		if (word == KEYS_NONE)
			continue;
		m->pair[m->pairs++] = make_pair(g, m, word,
		    place[(key >> 32) - 1], g->pair[i],
		    g->count[key & UINT32_MAX]);
	}
	qsort(m->pair, m->pairs, sizeof(*m->pair), by_telling);
}

void
learn_model(const struct learn *g, struct arena *a, struct model *m)
{
	uint32_t *place = arena_array(a, g->bodies.count, sizeof(*place));
	uint32_t *number = arena_array(a, (size_t)g->words.count + 1,
	    sizeof(*number));

	make_bodies(g, a, m, place);
	make_words(g, a, m, number);
	make_pairs(g, a, m, place, number);
}

void
learn_free(struct learn *g)
{
	map_free(&g->bodies);
	keys_free(&g->words);
	keys_free(&g->pairs);
	free(g->body);
	free(g->count);
	free(g->pair);
	*g = (struct learn){ 0 };
}
