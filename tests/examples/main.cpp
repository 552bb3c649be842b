// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// Runs the example that the command line names. Each is a program of its own, whose main() is given
// another name to link all of them once.

#include <cstdio>
#include <string_view>

#define EXAMPLE(name) int name##Example(int argc, char **argv);
ANTIPHON_EXAMPLES
#undef EXAMPLE

int main(int argc, char **argv)
{
    const std::string_view wanted = argc > 1 ? argv[1] : "";
#define EXAMPLE(name)                                                                              \
    if (wanted == #name)                                                                           \
        return name##Example(argc, argv);
    ANTIPHON_EXAMPLES
#undef EXAMPLE
    std::fputs("Name an example of tests/examples.\n", stderr);
    return 2;
}
