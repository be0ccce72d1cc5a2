#include <stdlib.h>

#include "base/buf.h"
#include "civic/decimal.h"
#include "civic/learn.h"
#include "io/learn_folds.h"
#include "io/out.h"

enum { STEPS = 10, STEP = 1000, PLACES = 4 };

/* Answers from a confidence on, or to the texts of a body. */
struct tally {
	int64_t texts, right, wrong;
};

struct held {
	uint32_t body, fold;
	size_t words;		/* where its words begin */
};

/* All texts, by the numbers of their words and bodies. */
struct folds {
	size_t folds;
	struct keys keys;
	struct map bodies;
	uint32_t *word;
	size_t words, wordroom;
	struct held *text;
	size_t texts, textroom;
	struct words hand;	/* the words of a text in hand */
	size_t handroom;
	struct tally *body;
	size_t bodyroom;
	struct tally step[STEPS], commonest;
};

static void
hold(struct folds *f, const struct learn_texts *in)
{
	size_t bodies = f->bodies.count, b = map_add(&f->bodies, in->body);

	f->body = buf_grow(f->body, &f->bodyroom, b + 1, sizeof(*f->body));
	if (b == bodies)
		f->body[b] = (struct tally){ 0 };
	f->text = buf_grow(f->text, &f->textroom, f->texts + 2,
	    sizeof(*f->text));
	f->text[f->texts++] = (struct held){ .words = f->words,
		.body = (uint32_t)b, .fold = (uint32_t)((b +
		    (size_t)f->body[b].texts++) % f->folds) };
	f->word = buf_grow(f->word, &f->wordroom, f->words + in->words.count,
	    sizeof(*f->word));
	for (size_t i = 0; i < in->words.count; i++)
		f->word[f->words++] = keys_add(&f->keys, in->words.key[i]);
	f->text[f->texts].words = f->words;
}

/* Take the words of a text in hand. */
static const struct words *
take(struct folds *f, size_t text)
{
	size_t from = f->text[text].words;
	size_t count = f->text[text + 1].words - from;

	f->hand.key = buf_grow(f->hand.key, &f->handroom, count + 1,
	    sizeof(*f->hand.key));
	f->hand.count = count;
	for (size_t i = 0; i < count; i++)
		f->hand.key[i] = f->keys.key[f->word[from + i]];
	return &f->hand;
}

static void
count(struct tally *t, bool right)
{
	t->right += right;
	t->wrong += !right;
}

/* The body with the most texts; among equals the first. */
static size_t
commonest(const struct model *m)
{
	size_t best = 0;

	for (size_t b = 1; b < m->bodies; b++)
		if (m->body[b].texts > m->body[best].texts)
			best = b;
	return best;
}

static void
judge(struct folds *f, struct model *m, size_t text)
{
	struct str body = map_key(&f->bodies, f->text[text].body);
	struct model_answer a = model_judge(m, take(f, text));
	bool right = str_eq(body, m->body[a.body].code);

	count(&f->body[f->text[text].body], right);
	count(&f->commonest, str_eq(body, m->body[commonest(m)].code));
	for (size_t i = 0; i < STEPS; i++)
		if (a.known > 0 ? a.confidence >= (int64_t)i * STEP : i == 0)
			count(&f->step[i], right);
}

/* Learn from all folds but one, and judge that one. */
static void
try_fold(struct folds *f, size_t fold, const struct model *how)
{
	struct model m = { .letters = how->letters, .heard = how->heard };
	struct learn learnt = { 0 };
	struct arena a = { 0 };

	for (size_t i = 0; i < f->texts; i++) {
		const struct words *w;

		if (f->text[i].fold == fold)
			continue;
		w = take(f, i);
		learn_text(&learnt, map_key(&f->bodies, f->text[i].body),
		    w->key, w->count);
	}
	learn_model(&learnt, &a, &m);
	model_build(&m);
	for (size_t i = 0; i < f->texts; i++)
		if (f->text[i].fold == fold)
			judge(f, &m, i);
	model_free(&m);
	keys_free(&m.words);
	learn_free(&learnt);
	arena_reset(&a);
}

static void
put_share(int64_t part, int64_t whole)
{
	if (whole == 0)
		out_text("");
	else
		out_decimal(decimal_divide(part * decimal_scale(PLACES), whole,
		    ROUND_HALF_UP), PLACES);
}

static void
print(const char *part, struct str name, const struct tally *t, int64_t texts)
{
	out_text(part);
	out_value(name);
	out_number(texts);
	out_number(t->right);
	out_number(t->wrong);
	put_share(t->right, t->right + t->wrong);
	put_share(t->right + t->wrong, texts);
	out_end();
}

static void
print_all(const struct folds *f)
{
	int64_t texts = (int64_t)f->texts;
	struct buf name = { 0 };

	for (size_t i = 0; i < f->bodies.count; i++)
		print("body", map_key(&f->bodies, i), &f->body[i],
		    f->body[i].texts);
	print("model", STR(""), &f->step[0], texts);
	print("commonest", STR(""), &f->commonest, texts);
	for (size_t i = 1; i < STEPS; i++) {
		buf_clear(&name);
		buf_printf(&name, "%zu", i * STEP / 100);
		print("confidence", buf_str(&name), &f->step[i], texts);
	}
	buf_free(&name);
}

void
learn_folds_print(struct learn_texts *in, size_t folds,
    const struct model *how)
{
	struct folds f = { .folds = folds };

	for (struct str rest = STR("part name texts right wrong accuracy "
	    "coverage"); rest.n > 0;)
		out_field_str(str_cut(&rest, ' '));
	while (learn_texts_next(in))
		hold(&f, in);
	if (f.texts > 0 && f.texts < folds)
		die("--folds: %zu texts are too few for %zu folds", f.texts,
		    folds);
	for (size_t i = 0; i < folds && f.texts > 0; i++)
		try_fold(&f, i, how);
	print_all(&f);
	map_free(&f.bodies);
	keys_free(&f.keys);
	words_free(&f.hand);
	free(f.word);
	free(f.text);
	free(f.body);
}
