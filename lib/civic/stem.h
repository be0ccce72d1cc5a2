#ifndef CIVIC_STEM_H
#define CIVIC_STEM_H

/*
 * A word stem, as rules write it:
 *
 *	эколог		the whole word
 *	эколог*		a word that begins so
 *	*логия		a word that ends so
 *	*эколог*	any part of a word
 *	окружающ* сред*	words one after another; only the first may begin
 *			with a *
 *	охран* * лес*	with one word, whichever, between
 *
 * What a word is, and which letters are the same, civic/letters.h says; it
 * holds for stems as for texts, so that "wi-fi" is a stem of two words.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/str.h"

enum stem_fault {
	STEM_GOOD,
	STEM_EMPTY,	/* no letter in it */
	STEM_STAR,	/* a * inside a word, alone at an end, or beside another */
	STEM_LEADING,	/* a * before the second or a later word */
	STEM_LONG,	/* over STEM_LETTERS or STEM_WORDS */
	STEM_ALPHABET,	/* over LETTERS_MOST different letters in all stems */
};

enum {
	STEM_LETTERS = 200,
	STEM_WORDS = 8,
	STEM_SYMBOLS = STEM_LETTERS + STEM_WORDS + 1,
};

/* Between letters: the end of a word; any rest of the word, and its end. */
enum { STEM_BOUNDARY = 0x110000, STEM_GAP };

/* A stem taken apart: its letters, folded, and what is between them. */
struct stem {
	uint32_t symbol[STEM_SYMBOLS];
	size_t count;

	/* The rest is for stem.c alone. */
	size_t letters, words;
	enum { STEM_APART, STEM_AT_STAR, STEM_IN_WORD, STEM_WORD_STAR,
	    STEM_ANY_WORD } after;
	bool open;
};

/* Take a text apart that unicode_fold has folded. */
enum stem_fault stem_parse(struct stem *stem, struct str folded);

/* The fault in words: "no letter in the stem". */
const char *stem_why(enum stem_fault fault);

/* Append the stem as all its spellings have it: "окружающ* сред*". */
void stem_spell(struct buf *out, const struct stem *stem);

#endif
