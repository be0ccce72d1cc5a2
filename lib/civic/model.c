#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "civic/model.h"

enum {
	LANES = 8,		/* numbers added at once */
	SOME = 1024,		/* words whose sum is within 32 bits */
};

static void *
zeroed(size_t count, size_t size)
{
	void *p = calloc(count, size);

	if (p == NULL)
		die("out of memory");
	return p;
}

void
model_build(struct model *m)
{
	size_t lanes = (m->bodies + LANES - 1) / LANES * LANES;

	m->lanes = lanes;
	m->row = zeroed((size_t)m->words.count + 1, lanes * sizeof(*m->row));
	m->some = zeroed(lanes + 1, sizeof(*m->some));
	m->sum = zeroed(lanes + 1, sizeof(*m->sum));
	for (size_t i = 0; i < m->words.count; i++)
		for (size_t b = 0; b < m->bodies; b++)
			m->row[i * lanes + b] = (int32_t)m->body[b].each;
	for (size_t i = 0; i < m->pairs; i++)
		m->row[m->pair[i].word * lanes + m->pair[i].body] +=
		    m->pair[i].points;
	evidence_build(&m->evidence);
}

/* Add a row, in steps of a fixed length that become one vector each. */
static void
add_row(int32_t *restrict sum, const int32_t *restrict row, size_t lanes)
{
	for (size_t i = 0; i < lanes; i += LANES)
		for (size_t k = 0; k < LANES; k++)
			sum[i + k] += row[i + k];
}

static void
flush(struct model *m)
{
	for (size_t b = 0; b < m->bodies; b++)
		m->sum[b] += m->some[b];
	memset(m->some, 0, m->lanes * sizeof(*m->some));
}

/* Sum up the points of all bodies; returns how many words are known. */
static size_t
add_up(struct model *m, const struct words *w)
{
	size_t known = 0;

	for (size_t b = 0; b < m->bodies; b++)
		m->sum[b] = m->body[b].prior;
	for (size_t i = 0; i < w->count; i++) {
		uint32_t word = keys_find(&m->words, w->key[i]);

		if (word == KEYS_NONE)
			continue;
		add_row(m->some, m->row + word * m->lanes, m->lanes);
		if (++known % SOME == 0)
			flush(m);
	}
	flush(m);
	return known;
}

/* The body of most points that is not `but`. */
static size_t
most(const struct model *m, size_t but)
{
	size_t best = MODEL_NONE;

	for (size_t b = 0; b < m->bodies; b++)
		if (b != but && (best == MODEL_NONE ||
		    m->sum[b] > m->sum[best]))
			best = b;
	return best;
}

struct model_answer
model_judge(struct model *m, const struct words *w)
{
	struct model_answer a = { .known = add_up(m, w) };
	int64_t known = (int64_t)a.known;
	int64_t num = known > m->heard ? m->heard : 1;
	int64_t den = known > m->heard ? known : 1;
	struct evidence_share share;

	a.body = most(m, MODEL_NONE);
	a.runner_up = most(m, a.body);
	share = evidence_share(&m->evidence, m->sum, m->bodies, m->sum[a.body],
	    a.runner_up == MODEL_NONE ? INT64_MIN / 2 : m->sum[a.runner_up],
	    num, den);
	a.confidence = share.highest;
	a.runner_up_confidence = share.next;
	return a;
}

int64_t
model_word(const struct model *m, uint32_t word, size_t body, size_t other)
{
	const int32_t *row = m->row + word * m->lanes;

	return (int64_t)row[body] - row[other];
}

void
model_free(struct model *m)
{
	free(m->row);
	free(m->some);
	free(m->sum);
	m->row = m->some = NULL;
	m->sum = NULL;
}
