import { openEngines } from "../../src/engine/engine.ts";
import { openHost } from "../../src/host/host.ts";
import { testCommands } from "./boxes.ts";

const host = openHost();
const [engine] = openEngines(host).filter(({ kind }) => kind === "namespace");
if (!engine) throw new Error("no engine `namespace`");

testCommands("namespace over the machine", async () => ({
  engine,
  root: { kind: "overlay", bottom: "host", layers: [] },
}));
