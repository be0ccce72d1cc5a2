#ifndef CIVIC_WORDS_H
#define CIVIC_WORDS_H

/*
 * The words of a text by their first letters, up to eight, as one number
 * each: the classes of civic/letters.h, the first letter's lowest, and zeros
 * behind the word's end.  So "экологии" and "экологический" are the same
 * word, in any language that puts endings behind.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/str.h"
#include "civic/letters.h"

enum { WORDS_LETTERS = 8 };

/* All zeros is empty and ready. */
struct words {
	uint64_t *key;		/* of each word, in the order of the text */
	uint32_t *at;		/* where it begins, in classes */
	size_t count;

	/* The rest is for words.c alone. */
	size_t keyroom, atroom;
};

/* The word that begins at a class; WORDS_LETTERS can be read from there. */
static inline uint64_t
words_at(const uint8_t *word)
{
	uint64_t key, ends;

	memcpy(&key, word, sizeof(key));
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	key = __builtin_bswap64(key);
#endif
	ends = (key - 0x0101010101010101u) & ~key & 0x8080808080808080u;
	return key & (ends ^ (ends - 1));
}

/*
 * Ask for all letters of which words can be learnt: Latin, Cyrillic with the
 * letters of Kazakh and its neighbours, Kazakh in Latin, digits.
 */
void words_alphabet(struct letters *l);

/* The words of the text read, by so many letters. */
void words_read(struct words *w, struct letters *l, unsigned letters);

/* Whether a word has none but letters asked for. */
bool words_known(uint64_t key);

/* Append a word's letters. */
void words_spell(const struct letters *l, uint64_t key, struct buf *out);

/*
 * The word of letters, as words_spell wrote them, which are asked for; 0 if
 * they are no word, more than eight letters, or too many different ones.
 */
uint64_t words_key(struct letters *l, struct str spelled);

void words_free(struct words *w);

#endif
