#ifndef IO_BENCH_ROWS_H
#define IO_BENCH_ROWS_H

/* Printing the records about candidates that council-seat(1) describes. */

#include "io/benches.h"

/* The header; with `explain`, that of a record for each verdict. */
void bench_rows_fields(bool explain);

/*
 * The candidates of a council, and the council itself; or a record for each
 * verdict.  False if a place is undecided because of a tie.
 */
bool bench_rows_print(const struct benches *b, const struct bench *bench);
void bench_rows_explain(const struct benches *b, const struct bench *bench);

#endif
