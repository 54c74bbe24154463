#!/usr/bin/env node
// The command line: reads argv, chooses a verb, prints what it says, leaves with its status.

