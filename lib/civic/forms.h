#ifndef CIVIC_FORMS_H
#define CIVIC_FORMS_H

/*
 * Texts in which each word stands without its ending, so that all its forms
 * are one: base/stemmer.h, for Russian.  What a word is, civic/letters.h says.
 */

#include "base/buf.h"
#include "base/str.h"

/* Append the words of a text so, a blank behind each. */
void forms_add(struct buf *out, struct str text);

#endif
