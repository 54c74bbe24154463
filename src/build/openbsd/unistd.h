#include_next <unistd.h>
#ifndef TARWRIGHT_UNISTD_H
#define TARWRIGHT_UNISTD_H
#ifdef __cplusplus
extern "C" {
#endif
int pledge(const char *, const char *);
int unveil(const char *, const char *);
int issetugid(void);
#ifdef __cplusplus
}
#endif
#endif
