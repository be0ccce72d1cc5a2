#ifndef IO_LEARN_TEXTS_H
#define IO_LEARN_TEXTS_H

/* Texts whose body is known, as records: their words, for civic/learn.h. */

#include <stdbool.h>

#include "base/arena.h"
#include "civic/words.h"
#include "io/rec.h"

struct learn_texts {
	struct rec *rec;
	struct letters letters;

	/* Of the text in hand. */
	struct str body;	/* without the place behind a colon */
	struct words words;

	/* The rest is for learn_texts.c alone. */
	unsigned first;		/* letters of a word that count */
	size_t *field, fields;
	size_t known;
};

/*
 * Dies, with the nearest name, if a field is not in the input: those with
 * the texts, a comma between; NULL is title and text, of which one may be
 * missing; and the one with the body.
 */
void learn_texts_open(struct learn_texts *t, struct arena *a, char **files,
    const char *fields, const char *body, unsigned letters);

/* The next text that has a body; false after the last. */
bool learn_texts_next(struct learn_texts *t);

#endif
