#ifndef BASE_UNICODE_H
#define BASE_UNICODE_H

/*
 * What Unicode's tables say of text: the door to utf8proc.  Latin and
 * Cyrillic are answered from our own small tables, which agree with it.
 */

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/str.h"

/*
 * Append s folded for comparing and searching: NFKC, lower case, and ё as е.
 * Nothing else is lost: Kazakh letters stay apart from Russian ones.
 */
void unicode_fold(struct buf *out, struct str s);

/*
 * What a character is in a text cut into words: a letter or digit; a mark or
 * an invisible one, which belongs to what is before it; or what stands apart.
 */
enum unicode_part { UNICODE_APART, UNICODE_WORD, UNICODE_MARK };
enum unicode_part unicode_part(uint32_t c);

/* Columns that a character takes on a terminal: 0, 1 or 2. */
int unicode_width(uint32_t c);

/*
 * Whether a terminal may be sent the character: not a control, a
 * bidirectional mark or another invisible one.
 */
int unicode_shown(uint32_t c);

/*
 * Append s as a terminal may be sent it: \xNN for each byte of what is not
 * shown.  Returns the columns it takes.
 */
size_t unicode_visible(struct buf *out, struct str s);

#endif
