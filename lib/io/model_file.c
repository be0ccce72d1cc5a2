#include "base/buf.h"
#include "base/map.h"
#include "civic/decimal.h"
#include "io/model_file.h"
#include "io/out.h"
#include "io/row.h"

enum { HEARD_MAX = 1000 };
#define NONE INT64_MIN

/* Points, or NONE. */
static void
put_points(int64_t points)
{
	if (points == NONE)
		out_text("");
	else
		out_decimal(points, EVIDENCE_PLACES);
}

static void
print(const char *part, struct str body, struct str word, int64_t points,
    int64_t more, uint64_t count)
{
	out_text(part);
	out_value(body);
	out_value(word);
	put_points(points);
	put_points(more);
	out_number((int64_t)count);
	out_end();
}

void
model_file_print(const struct model *m, const struct letters *l)
{
	const struct str none = STR("");
	struct buf word = { 0 };

	for (struct str rest = STR("part body word points more count");
	    rest.n > 0;)
		out_field_str(str_cut(&rest, ' '));
	print("letters", none, none, NONE, NONE, m->letters);
	print("heard", none, none, NONE, NONE, (uint64_t)m->heard);
	for (const struct model_body *b = m->body; b < m->body + m->bodies;
	    b++) {
		print("texts", b->code, none, b->prior, NONE, b->texts);
		print("words", b->code, none, b->each, NONE, b->words);
	}
	for (size_t i = 0; i < m->pairs; i++) {
		const struct model_pair *p = &m->pair[i];

		buf_clear(&word);
		words_spell(l, m->words.key[p->word], &word);
		print("word", m->body[p->body].code, buf_str(&word),
		    p->points, p->more, p->count);
	}
	buf_free(&word);
}

enum field { PART, BODY, WORD, POINTS, COUNT, FIELDS };

/* A model in reading. */
struct reading {
	struct arena *a;
	struct rec *in;
	size_t place[FIELDS];
	struct str value[FIELDS];
	struct letters *letters;
	struct model *m;
	struct map codes;
	struct keys pairs;	/* of body and word: each once */
	size_t bodyroom, pairroom;
};

/* Die: a model is not used that is not whole. */
static _Noreturn void
bad(struct reading *g, enum field field, const char *why)
{
	static const char *const name[] = { "part", "body", "word", "points",
	    "count" };

	die("%s: %s: %s: '%.*s'", rec_where(g->in), name[field], why,
	    STR_ARG(g->value[field]));
}

static int64_t
points(struct reading *g)
{
	int64_t units;

	if (!decimal_parse(g->value[POINTS], EVIDENCE_PLACES, &units) ||
	    units > MODEL_POINTS_MAX || units < -MODEL_POINTS_MAX)
		bad(g, POINTS, "must be a number from -1000 to 1000 with at "
		    "most 3 decimal places");
	return units;
}

static long
count(struct reading *g, long least, long most)
{
	long n;

	if (!str_number(g->value[COUNT], least, most, &n))
		bad(g, COUNT, most == WORDS_LETTERS ?
		    "must be a whole number from 1 to 8" :
		    most == HEARD_MAX ? "must be a whole number from 1 to 1000"
		    : "must be a whole number");
	return n;
}

/* The number of a body, which the first part that names it makes. */
static size_t
body(struct reading *g, bool may_be_new)
{
	struct model *m = g->m;
	size_t b;

	if (g->value[BODY].n == 0)
		bad(g, BODY, "a body is missing");
	b = may_be_new ? map_add(&g->codes, g->value[BODY]) :
	    map_find(&g->codes, g->value[BODY]);
	if (b == MAP_NONE)
		bad(g, BODY, "stands here before the parts texts and words "
		    "of it");
	if (b == m->bodies) {
		m->body = buf_grow(m->body, &g->bodyroom, ++m->bodies,
		    sizeof(*m->body));
		m->body[b] = (struct model_body){ .prior = NONE,
			.each = NONE,
			.code = arena_copy(g->a, g->value[BODY]) };
	}
	return b;
}

static void
read_body(struct reading *g, bool texts)
{
	size_t number = body(g, true);
	struct model_body *b = &g->m->body[number];
	int64_t *to = texts ? &b->prior : &b->each;

	if (*to != NONE)
		bad(g, BODY, "has this part twice");
	*to = points(g);
	*(texts ? &b->texts : &b->words) = (uint64_t)count(g, 0, INT32_MAX);
}

static void
read_word(struct reading *g)
{
	struct model_pair pair = { .body = (uint32_t)body(g, false) };
	uint64_t key = words_key(g->letters, g->value[WORD]);
	uint32_t pairs = g->pairs.count;

	if (key == 0)
		bad(g, WORD, g->letters->count == LETTERS_MOST ?
		    "over 120 different letters in the stems and the model" :
		    "not a word of 1 to 8 letters");
	pair.word = keys_add(&g->m->words, key);
	pair.points = (int32_t)points(g);
	pair.count = (uint32_t)count(g, 0, INT32_MAX);
	if (keys_add(&g->pairs, ((uint64_t)pair.body + 1) << 32 | pair.word) <
	    pairs)
		bad(g, WORD, "stands here twice for its body");
	g->m->pair = buf_grow(g->m->pair, &g->pairroom, g->m->pairs + 1,
	    sizeof(*g->m->pair));
	g->m->pair[g->m->pairs++] = pair;
}

static void
read_part(struct reading *g)
{
	struct str part = g->value[PART];

	if (str_eq(part, STR("word")))
		read_word(g);
	else if (str_eq(part, STR("texts")))
		read_body(g, true);
	else if (str_eq(part, STR("words")))
		read_body(g, false);
	else if (str_eq(part, STR("letters")))
		g->m->letters = (unsigned)count(g, 1, WORDS_LETTERS);
	else if (str_eq(part, STR("heard")))
		g->m->heard = count(g, 1, HEARD_MAX);
	else
		bad(g, PART, "none of letters, heard, texts, words, word");
}

/* Die unless all parts were there. */
static void
check(const struct model *m, const char *file)
{
	if (m->letters == 0 || m->heard == 0 || m->bodies == 0)
		die("%s: not a model: the part '%s' is missing", file,
		    m->letters == 0 ? "letters" : m->heard == 0 ? "heard" :
		    "texts");
	for (const struct model_body *b = m->body; b < m->body + m->bodies;
	    b++)
		if (b->prior == NONE || b->each == NONE)
			die("%s: the body '%.*s' has no part '%s'", file,
			    STR_ARG(b->code), b->prior == NONE ?
			    "texts" : "words");
}

void
model_file_read(struct arena *a, const char *file, struct letters *l,
    struct model *m)
{
	static const char *const name[] = { "part", "body", "word", "points",
	    "count" };
	char *files[] = { (char *)(uintptr_t)file, NULL };
	struct reading g = { .a = a, .letters = l, .m = m };

	g.in = rec_open(files);
	for (size_t i = 0; i < FIELDS; i++)
		g.place[i] = rec_field(g.in, name[i]);
	while (rec_next(g.in)) {
		rec_values(g.in, g.place, FIELDS, g.value);
		read_part(&g);
	}
	if (rec_close(g.in) != 0)
		die("%s: a model with broken lines is not used", file);
	check(m, file);
	map_free(&g.codes);
	keys_free(&g.pairs);
}
