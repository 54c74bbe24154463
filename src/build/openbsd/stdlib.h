#include_next <stdlib.h>
#ifndef TARWRIGHT_STDLIB_H
#define TARWRIGHT_STDLIB_H
#ifdef __cplusplus
extern "C" {
#endif
void srand_deterministic(unsigned int);
void srandom_deterministic(unsigned int);
void srand48_deterministic(long);
unsigned short *seed48_deterministic(unsigned short[3]);
void lcong48_deterministic(unsigned short[7]);
void srandomdev(void);
#ifdef __cplusplus
}
#endif
#endif
