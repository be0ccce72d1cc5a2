#include "base/die.h"
#include "base/stemmer.h"

#ifdef WITH_STEMMER

#include <libstemmer.h>

enum { LONGEST = 256 };

bool
stemmer_built(void)
{
	return true;
}

void
stemmer_add(struct buf *out, struct str word)
{
	static struct sb_stemmer *russian;
	const sb_symbol *stem;

	if (word.n > LONGEST) {
		buf_add(out, word);
		return;
	}
	if (russian == NULL)
		russian = sb_stemmer_new("russian", "UTF_8");
	if (russian == NULL)
		die("libstemmer: no Russian in it");
	stem = sb_stemmer_stem(russian, (const sb_symbol *)word.p,
	    (int)word.n);
	if (stem == NULL)
		die("out of memory");
	buf_add(out, (struct str){ (const char *)stem,
	    (size_t)sb_stemmer_length(russian) });
}

#else

bool
stemmer_built(void)
{
	return false;
}

void
stemmer_add(struct buf *out, struct str word)
{
	buf_add(out, word);
}

#endif
