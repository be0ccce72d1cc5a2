#ifndef CIVIC_LETTERS_H
#define CIVIC_LETTERS_H

/*
 * Texts as classes of letters, one byte a character, for matchers: the
 * letters that a matcher asked for have a class each, upper and lower case
 * the same; all other letters and digits share one; what is neither is a
 * boundary between words, as is all of U+2000..203F that has a width.
 *
 * Letters are compared as unicode_fold leaves them.  What it could not join
 * to a letter (a stress mark, a soft hyphen) has no class.  Latin, Cyrillic
 * and common punctuation are read by tables; a text with any other character
 * is read word by word, and words of over 256 bytes in pieces.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/str.h"
#include "base/unicode.h"

enum {
	LETTERS_BOUNDARY,
	LETTERS_END,		/* of a part; a boundary stands before it */
	LETTERS_NONE,		/* no text has it */
	LETTERS_OTHER,
	LETTERS_FIRST,		/* the first letter asked for */
	LETTERS_MOST = 120,	/* letters that can be asked for */
};

/* All zeros is empty and ready. */
struct letters {
	struct buf text;	/* the classes of the text read */
	unsigned count;		/* letters asked for */

	/* The rest is for letters.c alone. */
	struct letters_tables *tables;
	struct buf folded;
	struct letters_part *part;
	size_t parts, partroom;
	uint32_t *at;		/* of each class: where it stands in its part */
	size_t atroom;
	bool places;
	size_t unspaced;	/* letters that go on without a blank */
};

/* Whether a folded character is a letter or digit, a mark, or a boundary. */
enum unicode_part letters_part(uint32_t c);

/*
 * Ask for a folded letter, and say its class: LETTERS_OTHER if there are
 * LETTERS_MOST already.
 */
unsigned letters_add(struct letters *l, uint32_t c);

/* The class of a folded letter: LETTERS_OTHER if it was not asked for. */
unsigned letters_class(const struct letters *l, uint32_t c);

/* The letter asked for that has a class. */
uint32_t letters_letter(const struct letters *l, unsigned class);

/* After the last letters_add, before a text is read; with places if wanted. */
void letters_build(struct letters *l, bool places);

/*
 * Forget the text; add a part to it, such as one field of a record.  A part
 * is its classes between two boundaries, and the end.
 */
void letters_clear(struct letters *l);
void letters_read(struct letters *l, struct str part);

/*
 * The words, as they stand, to which the classes from first to before last
 * belong.  Only with places, and while the parts read are there.
 */
struct str letters_where(const struct letters *l, size_t first, size_t last);

/*
 * How many words the text has, or most if there are more.  Of scripts that
 * put no blanks between words (Han, kana, Thai and its neighbours) each
 * letter counts as a word, so that a sentence is not taken for one.
 */
size_t letters_words(const struct letters *l, size_t most);

void letters_free(struct letters *l);

#endif
