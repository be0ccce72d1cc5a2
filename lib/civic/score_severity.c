#include <string.h>

#include "base/arena.h"
#include "base/exact.h"
#include "base/forest.h"
#include "civic/score_severity.h"

enum { MOST = SCORE_SEVERITY_EXPERTS };

/* Numbers in groups: those of group g begin at item[first[g]]. */
struct groups {
	uint32_t *first, *item;
};

/*
 * The panel of a criterion in parts, which are numbered from 1; what has no
 * mark belongs to 0.  Within a part its experts have places from 0.
 */
struct panel {
	const struct score *score;
	size_t criterion;
	uint32_t parts;
	uint32_t *of_expert, *of_application, *place;
	struct groups experts, applications;
};

/*
 * The normal equations of a part, after the applications are eliminated.
 * Expert i has the equation
 *
 *	sum over j, k of (i == j ? 1 - 1/k : -1/k) * both[k][i][j] * x[j]
 *	    = own[i] - sum over k of total[k][i] / k
 *
 * where k runs over the numbers of marks that the applications have.  They
 * leave a constant free; 1 more in all coefficients makes the sum of the
 * x[j] be 0.  All is multiplied by the least multiple of the k, the product
 * of the powers, and thereby whole.
 */
struct normal {
	size_t experts, sizes;
	uint32_t size[MOST];	/* the numbers k */
	uint32_t class[MOST + 1];	/* where each is among them, from 1 */
	uint32_t *both;		/* applications marked by both experts */
	uint64_t *own;		/* sum of the expert's marks */
	uint64_t *total;	/* of all marks of his applications */
	uint64_t *degree;	/* his applications */
	uint32_t power[MOST];
	size_t powers;
};

/* Whether a sheet has a mark that counts. */
static bool
counts(const struct panel *p, uint32_t sheet, uint32_t *expert, int32_t *units)
{
	const struct score_sheets *s = &p->score->sheets;

	*expert = score_sheet_expert(s, sheet);
	*units = score_sheet_mark(s, sheet, p->criterion);
	return *units > SCORE_ABSENT && !score_sheet_excluded(s, sheet);
}

/* Join the experts of an application into one tree; returns its root + 1. */
static uint32_t
join_experts(const struct panel *p, uint32_t application, uint32_t *parent)
{
	const struct score *s = p->score;
	uint32_t expert, tree = 0;
	int32_t units;

	for (uint32_t i = s->first[application];
	    i < s->first[application + 1]; i++) {
		if (!counts(p, s->list[i], &expert, &units))
			continue;
		if (tree != 0)
			forest_join(parent, tree - 1, expert);
		tree = forest_root(parent, expert) + 1;
	}
	return tree;
}

/* Number the parts in the order of their applications' names. */
static void
number_parts(struct panel *p, struct arena *a)
{
	const struct score *s = p->score;
	size_t experts = s->experts.count;
	size_t applications = s->applications;
	uint32_t *parent = arena_array(a, experts, sizeof(*parent));
	uint32_t *number = arena_array(a, experts, sizeof(*number));
	uint32_t *tree = arena_array(a, applications, sizeof(*tree));

	p->of_expert = arena_array(a, experts, sizeof(uint32_t));
	p->of_application = arena_array(a, applications, sizeof(uint32_t));
	forest_plant(parent, experts);
	for (uint32_t i = 0; i < applications; i++)
		tree[i] = join_experts(p, i, parent);
	for (size_t i = 0; i < applications; i++) {
		uint32_t next = s->by_name[i];

		if (tree[next] == 0)
			continue;
		uint32_t *root = &number[forest_root(parent,
		    tree[next] - 1)];

		if (*root == 0)
			*root = ++p->parts;
		p->of_application[next] = *root;
	}
	for (uint32_t e = 0; e < experts; e++)
		p->of_expert[e] = number[forest_root(parent, e)];
}

/* Group the numbers below count by what group each is of. */
static struct groups
gather(const uint32_t *of, size_t count, uint32_t groups, struct arena *a)
{
	struct groups g = {
		arena_array(a, groups + (size_t)2, sizeof(uint32_t)),
		arena_array(a, count, sizeof(uint32_t)),
	};
	uint32_t *next = arena_array(a, groups + (size_t)1, sizeof(uint32_t));

	for (size_t i = 0; i < count; i++)
		g.first[of[i] + 1]++;
	for (uint32_t k = 0; k <= groups; k++) {
		g.first[k + 1] += g.first[k];
		next[k] = g.first[k];
	}
	for (uint32_t i = 0; i < count; i++)
		g.item[next[of[i]]++] = i;
	return g;
}

static void
take_apart(struct panel *p, struct arena *a)
{
	const struct score *s = p->score;

	number_parts(p, a);
	p->experts = gather(p->of_expert, s->experts.count, p->parts, a);
	p->applications =
	    gather(p->of_application, s->applications, p->parts, a);
	p->place = arena_array(a, s->experts.count, sizeof(uint32_t));
	for (uint32_t g = 1; g <= p->parts; g++)
		for (uint32_t i = p->experts.first[g];
		    i < p->experts.first[g + 1]; i++)
			p->place[p->experts.item[i]] =
			    i - p->experts.first[g];
}

/* The marks of an application: experts' places, marks from 0; how many. */
static size_t
marks_of(const struct panel *p, uint32_t application, uint32_t *place,
    uint64_t *mark)
{
	const struct score *s = p->score;
	size_t n = 0;
	uint32_t expert;
	int32_t units;

	for (uint32_t i = s->first[application];
	    i < s->first[application + 1]; i++)
		if (counts(p, s->list[i], &expert, &units)) {
			place[n] = p->place[expert];
			mark[n++] = (uint64_t)(units - s->rubric->min);
		}
	return n;
}

/* Which numbers of marks the applications of a part have. */
static void
find_sizes(const struct panel *p, uint32_t part, struct normal *n)
{
	const struct groups *g = &p->applications;
	uint32_t place[MOST];
	uint64_t mark[MOST];

	for (uint32_t i = g->first[part]; i < g->first[part + 1]; i++) {
		size_t k = marks_of(p, g->item[i], place, mark);

		if (n->class[k] != 0)
			continue;
		n->size[n->sizes++] = (uint32_t)k;
		n->class[k] = (uint32_t)n->sizes;
	}
}

static void
add_up(const struct panel *p, uint32_t part, struct normal *n)
{
	const struct groups *g = &p->applications;
	uint32_t place[MOST];
	uint64_t mark[MOST];
	size_t m = n->experts;

	for (uint32_t i = g->first[part]; i < g->first[part + 1]; i++) {
		size_t k = marks_of(p, g->item[i], place, mark);
		size_t class = n->class[k] - (size_t)1;
		uint64_t sum = 0;

		for (size_t x = 0; x < k; x++)
			sum += mark[x];
		for (size_t x = 0; x < k; x++) {
			uint32_t *both = n->both + (class * m + place[x]) * m;

			n->own[place[x]] += mark[x];
			n->total[class * m + place[x]] += sum;
			n->degree[place[x]]++;
			for (size_t y = 0; y < k; y++)
				both[place[y]]++;
		}
	}
}

/* The highest powers of primes that some size is a multiple of. */
static void
find_powers(struct normal *n)
{
	bool composite[MOST + 1] = { false };

	for (uint32_t prime = 2; prime <= MOST; prime++) {
		uint32_t power = 1;

		if (composite[prime])
			continue;
		for (uint32_t i = prime; i <= MOST; i += prime)
			composite[i] = true;
		for (size_t i = 0; i < n->sizes; i++)
			while (n->size[i] % (power * prime) == 0)
				power *= prime;
		if (power > 1)
			n->power[n->powers++] = power;
	}
}

static unsigned
bits_of(uint64_t n)
{
	unsigned bits = 0;

	for (; n > 0; n >>= 1)
		bits++;
	return bits;
}

/*
 * By Hadamard, a determinant is not over the product of its rows' sums of
 * sizes.  Here a row's coefficients have at most twice the degree and 1 for
 * each expert, and its right side is between the sums of the expert's marks
 * and of their applications' means.
 */
static unsigned
bound(const struct normal *n, uint64_t range)
{
	unsigned factor = 0, bits = 0;

	for (size_t i = 0; i < n->powers; i++)
		factor += bits_of(n->power[i]);
	for (size_t i = 0; i < n->experts; i++)
		bits += factor + bits_of(n->degree[i] * (range + 2) +
		    n->experts);
	return bits;
}

/* One equation modulo a prime, where each 1/k is in share. */
static void
fill_row(const struct normal *n, size_t i, const uint32_t *share,
    uint32_t factor, uint32_t prime, uint32_t *row)
{
	size_t m = n->experts;
	uint64_t side = n->own[i] % prime;

	for (size_t j = 0; j < m; j++)
		row[j] = 1;
	row[i] = (uint32_t)((1 + n->degree[i]) % prime);
	for (size_t k = 0; k < n->sizes; k++) {
		const uint32_t *both = n->both + (k * m + i) * m;
		uint64_t less = prime - share[k];

		for (size_t j = 0; j < m; j++)
			if (both[j] > 0)
				row[j] = (uint32_t)((row[j] +
				    both[j] % prime * less) % prime);
		side = (side + n->total[k * m + i] % prime * less) % prime;
	}
	row[m] = (uint32_t)side;
	for (size_t j = 0; j <= m; j++)
		row[j] = exact_times(row[j], factor, prime);
}

static void
fill(void *data, uint32_t prime, uint32_t *rows)
{
	const struct normal *n = data;
	uint32_t share[MOST], factor = 1;

	for (size_t k = 0; k < n->sizes; k++)
		share[k] = exact_inverse(n->size[k], prime);
	for (size_t i = 0; i < n->powers; i++)
		factor = exact_times(factor, n->power[i], prime);
	for (size_t i = 0; i < n->experts; i++)
		fill_row(n, i, share, factor, prime,
		    rows + i * (n->experts + 1));
}

static void
solve_part(const struct panel *p, uint32_t part, int64_t *severity)
{
	const struct score_rubric *r = p->score->rubric;
	const uint32_t *expert = p->experts.item + p->experts.first[part];
	struct arena a = { 0 };
	struct normal *n = arena_alloc(&a, sizeof(*n));
	size_t m = p->experts.first[part + 1] - p->experts.first[part];

	n->experts = m;
	find_sizes(p, part, n);
	find_powers(n);
	n->both = arena_array(&a, n->sizes * m * m, sizeof(*n->both));
	n->total = arena_array(&a, n->sizes * m, sizeof(*n->total));
	n->own = arena_array(&a, m, sizeof(*n->own));
	n->degree = arena_array(&a, m, sizeof(*n->degree));
	add_up(p, part, n);

	struct exact e = { m, bound(n, (uint64_t)(r->max - r->min)), fill, n };
	int64_t *solution = arena_array(&a, m, sizeof(*solution));

	exact_solve(&e, (uint32_t)decimal_scale(r->severity_places - r->places),
	    solution);
	for (size_t i = 0; i < m; i++)
		severity[expert[i]] = solution[i];
	arena_reset(&a);
}

/* False if a part has too many experts. */
static bool
solve_parts(const struct panel *p, int64_t *severity)
{
	for (uint32_t g = 1; g <= p->parts; g++) {
		if (p->experts.first[g + 1] - p->experts.first[g] > MOST)
			return false;
		solve_part(p, g, severity);
	}
	return true;
}

bool
score_severity_find(struct score *s, size_t *criterion)
{
	size_t experts = s->experts.count, count = s->rubric->count;

	s->severity = slab_array(&s->run, count * experts,
	    sizeof(*s->severity));
	s->part = slab_array(&s->run, count * experts, sizeof(*s->part));
	s->parts = slab_array(&s->run, count, sizeof(*s->parts));
	for (*criterion = 0; *criterion < count; (*criterion)++) {
		struct panel p = { .score = s, .criterion = *criterion };
		struct arena a = { 0 };

		take_apart(&p, &a);
		s->parts[*criterion] = p.parts;
		memcpy(s->part + *criterion * experts, p.of_expert,
		    experts * sizeof(*s->part));
		bool solved = solve_parts(&p,
		    s->severity + *criterion * experts);

		arena_reset(&a);
		if (!solved)
			return false;
	}
	return true;
}

int
score_severity_places(const struct score_rubric *r)
{
	return r->severity ? r->severity_places : r->places;
}

int64_t
score_severity_value(const struct score *s, size_t criterion, uint32_t expert,
    int32_t units)
{
	const struct score_rubric *r = s->rubric;

	if (!r->severity)
		return units;
	return units * decimal_scale(r->severity_places - r->places) -
	       s->severity[criterion * s->experts.count + expert];
}
