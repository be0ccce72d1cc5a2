#ifndef BASE_CHOICE_H
#define BASE_CHOICE_H

/*
 * The first operand of a program that has choices (base/options.h) is none
 * of them, or not there (NULL): say so, with the nearest or with all, and
 * end with the usage line.  What is what they are, such as "format".
 */
_Noreturn void choice_none(const char *what, const char *word);

#endif
