#include "base/stemmer.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "civic/forms.h"
#include "civic/letters.h"

enum { PIECE = 256 };	/* bytes folded at once, as in letters.c */

static void
end_word(struct buf *out, struct buf *word)
{
	if (word->n == 0)
		return;
	stemmer_add(out, buf_str(word));
	buf_byte(out, ' ');
	buf_clear(word);
}

/* Go on with a word by a piece of text. */
static void
add_piece(struct buf *out, struct buf *word, struct buf *folded,
    struct str piece)
{
	struct str rest;

	buf_clear(folded);
	unicode_fold(folded, piece);
	for (rest = buf_str(folded); rest.n > 0;) {
		const char *from = rest.p;
		enum unicode_part part = letters_part(utf8_next(&rest));

		if (part == UNICODE_WORD)
			buf_add(word, (struct str){ from,
			    (size_t)(rest.p - from) });
		else if (part == UNICODE_APART)
			end_word(out, word);
	}
}

void
forms_add(struct buf *out, struct str text)
{
	struct buf word = { 0 }, folded = { 0 };
	struct str rest = text;

	while (rest.n > 0) {
		struct str piece = { rest.p, 0 };
		bool apart = false;

		while (rest.n > 0 && piece.n < PIECE && !apart) {
			apart = letters_part(utf8_next(&rest)) ==
			    UNICODE_APART;
			piece.n = (size_t)(rest.p - piece.p);
		}
		add_piece(out, &word, &folded, piece);
	}
	end_word(out, &word);
	buf_free(&word);
	buf_free(&folded);
}
