// `node bench/run.mjs gobolinux TREE`: how long `list TREE --raw` takes over all recipes of GoboLinux, and that damaged
// Recipes (`node bench/run.mjs gobolinux fuzz COUNT [SEED]`) neither break the reader nor take long.

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { readPort, readVariables, type Tree } from "../src/recipe/recipe.ts";
import { dice, knownRecipes, randomRecipe } from "../test/recipe/gobolinux-fuzz.ts";

const ROUNDS = 3;
const GOAL_SECONDS = 5;

export async function main(top: string, args: readonly string[]): Promise<void> {
  const [tree = "", count = "1000000", seed = "1"] = args;
  if (tree === "fuzz") fuzz(top, Number(count), Number(seed));
  else measure(top, tree);
}

/** bash's `times` tells what its children took: on a busy machine that says more than the clock. */
const TIMED = '"$0" "$@" > /dev/null || exit 1; times';

function measure(top: string, tree: string): void {
  const argv = ["-c", TIMED, process.execPath, join(top, "dist/cli.js"), "list", tree, "--raw"];
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    const { stdout, status } = spawnSync("bash", argv, { encoding: "utf8" });
    if (status !== 0) throw new Error(`list ended with ${status}`);
    const wall = (performance.now() - began) / 1000;
    const [, children = ""] = stdout.trim().split("\n");
    console.log(
      `wall ${wall.toFixed(2)} s, user and system ${children}; goal ${GOAL_SECONDS} s on two cores`,
    );
  }
}

/** A Recipe, the one of its architecture and its dependencies are the same text: each must stand it. */
function treeOf(text: string): Tree {
  return {
    read: (path) => (/(?:Recipe|Dependencies|Description)$/.test(path) ? text : undefined),
    exists: (path) => (path.endsWith("Recipe") ? "file" : "folder"),
    list: () => ["Dependencies", "Description"],
  };
}

function fuzz(top: string, count: number, seed: number): void {
  const roll = dice(seed);
  const known = knownRecipes(top);
  let slowest = { tookMs: 0, text: "" };
  for (let run = 0; run < count; run += 1) {
    const text = randomRecipe(roll, known);
    const began = performance.now();
    const request = { folder: "1", treeName: "t", pkgpath: "Foo", flavors: "default" } as const;
    try {
      readPort(treeOf(text), request);
      readVariables(treeOf(text), request, []);
    } catch (error) {
      throw new Error(`run ${run}: ${JSON.stringify(text)}`, { cause: error });
    }
    const tookMs = performance.now() - began;
    if (tookMs > slowest.tookMs) slowest = { tookMs, text };
  }
  console.log(
    `${count} Recipes; the slowest took ${slowest.tookMs.toFixed(0)} ms: ${JSON.stringify(slowest.text)}`,
  );
}
