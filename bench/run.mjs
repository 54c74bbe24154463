#!/usr/bin/env node
// `node bench/run.mjs NAME [ARGUMENT…]`: runs bench/NAME.ts.
import { runTypescript } from "../scripts/run-typescript.mjs";

const [, , name, ...args] = process.argv;
await runTypescript(`bench/${name}.ts`, args);
