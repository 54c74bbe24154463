/* Prints the keys of the JSON object on standard input, in their order. */

#include <jansson.h>
#include <stdio.h>

int main(void)
{
    json_error_t error;
    json_t *root = json_loadf(stdin, 0, &error);
    if (!root) {
        fprintf(stderr, "json-keys: line %d: %s\n", error.line, error.text);
        return 1;
    }
    if (!json_is_object(root)) {
        fputs("json-keys: not an object\n", stderr);
        json_decref(root);
        return 1;
    }
    const char *key;
    json_t *value;
    json_object_foreach(root, key, value)
        puts(key);
    json_decref(root);
    return 0;
}
