#include <stdlib.h>
#include <string.h>

#include "base/classes.h"
#include "base/utf8.h"
#include "civic/words.h"

void
words_alphabet(struct letters *l)
{
	struct str rest = STR("abcdefghijklmnopqrstuvwxyz0123456789"
	    "абвгдежзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіўҳїєґҗ"
	    "áäçğıñóöşúüŋū");

	while (rest.n > 0)
		letters_add(l, utf8_next(&rest));
}

void
words_read(struct words *w, struct letters *l, unsigned letters)
{
	uint64_t mask = UINT64_MAX >> (64 - 8 * letters);
	size_t n = l->text.n;
	const uint8_t *text;

	memset(buf_reserve(&l->text, CLASSES_SPARE), LETTERS_END,
	    CLASSES_SPARE);
	text = (const uint8_t *)l->text.p;
	w->at = buf_grow(w->at, &w->atroom, n / 2 + 1 + CLASSES_SPARE,
	    sizeof(*w->at));
	w->count = classes_starts(text, n, LETTERS_OTHER, w->at);
	w->key = buf_grow(w->key, &w->keyroom, w->count + 1, sizeof(*w->key));
	for (size_t i = 0; i < w->count; i++)
		w->key[i] = words_at(text + w->at[i]) & mask;
}

bool
words_known(uint64_t key)
{
	for (; key != 0; key >>= 8)
		if ((key & 0xff) == LETTERS_OTHER)
			return false;
	return true;
}

void
words_spell(const struct letters *l, uint64_t key, struct buf *out)
{
	for (; key != 0; key >>= 8) {
		char bytes[4];

		buf_add(out, (struct str){ bytes, utf8_put(bytes,
		    letters_letter(l, (unsigned)(key & 0xff))) });
	}
}

uint64_t
words_key(struct letters *l, struct str spelled)
{
	uint64_t key = 0;

	for (unsigned at = 0; spelled.n > 0; at++) {
		uint32_t c = utf8_next(&spelled);
		unsigned class = letters_part(c) == UNICODE_WORD ?
		    letters_add(l, c) : LETTERS_OTHER;

		if (at == WORDS_LETTERS || class == LETTERS_OTHER)
			return 0;
		key |= (uint64_t)class << 8 * at;
	}
	return key;
}

void
words_free(struct words *w)
{
	free(w->key);
	free(w->at);
	*w = (struct words){ 0 };
}
