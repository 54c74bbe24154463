import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  readBaseRequest
} from "./chunk-YZ26MRUZ.js";
import {
  openWorkshop
} from "./chunk-CUGB43QZ.js";
import {
  openBase
} from "./chunk-V57KGXLJ.js";
import {
  durationMs,
  sizeBytes
} from "./chunk-VIWBSZHV.js";
import {
  ENGINES,
  findKept,
  guestPath,
  listKept,
  openEngines
} from "./chunk-DUQGCMRN.js";
import {
  oneOf
} from "./chunk-4B4EVV3V.js";
import {
  usage
} from "./chunk-YIRBREFZ.js";
import {
  ok,
  unreachable,
  wrong
} from "./chunk-2DPMJAPF.js";
import {
  __callDispose,
  __using
} from "./chunk-A3PTDN6N.js";

// src/command/new-buildbox.ts
var NAME = /^[A-Za-z0-9_@,+][A-Za-z0-9._@,+-]*$/;
async function makeBuildbox([base, name], args, context) {
  var _stack = [];
  try {
    const { host, report, signal } = context;
    const free = await checkName(name, context);
    const request = readBaseRequest(base, args, context);
    const limits = readLimits(args);
    const troubles = [free, request, limits].flatMap((one) => one.ok ? [] : one.error);
    if (!request.ok || !limits.ok || troubles.length > 0) return { diagnostics: troubles };
    const workshop = await openWorkshop(context);
    if (!workshop.ok) return { diagnostics: workshop.error };
    const ground = await openBase(request.value, workshop.value, signal);
    if (!ground.ok) return { diagnostics: ground.error };
    const { engine, tools } = ground.value;
    const spec = {
      root: tools,
      name,
      network: args.has("network") ? "host" : "none",
      hidden: [host.folders.working, host.folders.home],
      ...limits.value,
      upper: "disk"
    };
    const opened = await engine.open(spec, signal);
    if (opened.kind === "refused") {
      const message = `engine \`${engine.kind}\` opens no buildbox: ${opened.why}`;
      return {
        diagnostics: [
          { severity: "error", code: "buildbox/refused", blame: "world", message, help: opened.help }
        ]
      };
    }
    const box = __using(_stack, opened.buildbox, true);
    const enter2 = await box.keep();
    for (const message of box.caveats) report({ kind: "note", message });
    return {
      diagnostics: [],
      text: `${name}: over ${ground.value.base.name}; enter it with \`${enter2}\`
`,
      json: { name, base: ground.value.base.name, engine: engine.kind, enter: enter2 }
    };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function readLimits(args) {
  const limits = [];
  const troubles = [];
  for (const { option, name, read, help } of LIMITS) {
    const text = args.text(option);
    if (text === void 0) continue;
    const value = read(text);
    if (value !== void 0 && value > 0 && Number.isSafeInteger(value)) limits.push([name, value]);
    else troubles.push(usage("usage/value", `\`--${option}\` can't be \`${text}\``, help));
  }
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(Object.fromEntries(limits));
}
var SIZE = { read: sizeBytes, help: "give a size as `512m` or `4g`" };
var LIMITS = [
  { option: "memory", name: "memoryBytes", ...SIZE },
  {
    option: "processes",
    name: "processes",
    read: (text) => /^[0-9]{1,9}$/.test(text) ? Number(text) : void 0,
    help: "give a whole number"
  },
  { option: "disk", name: "diskBytes", ...SIZE },
  { option: "time", name: "timeMs", read: durationMs, help: "give a duration as `90s`, `30m` or `6h`" }
];
async function checkName(name, { host }) {
  if (!NAME.test(name)) {
    const message = `\`${name}\` can't name a buildbox`;
    return wrong(usage("usage/value", message, "use letters, digits and `._@,+-`"));
  }
  if (!await findKept(name, host)) return ok(void 0);
  return wrong({
    severity: "error",
    code: "buildbox/exists",
    blame: "request",
    message: `there is a buildbox \`${name}\` already`,
    help: `enter it, or remove it first: \`tarwright buildbox remove ${name}\``
  });
}

// src/command/buildbox.ts
var verb = {
  usage: "buildbox new|list|enter|remove [BASE] [NAME…] [-c COMMAND] [--root]",
  options: {
    command: {
      type: "string",
      short: "c",
      help: "with `enter`: run this with `sh -c`, not a shell for a person"
    },
    root: { type: "boolean", help: "with `enter`: as root of the buildbox" },
    network: { type: "boolean", help: "with `new`: the box may reach the network" },
    memory: { type: "string", help: "with `new`: as `4g`; more than that kills what asks for it" },
    processes: { type: "string", help: "with `new`: how many may run in the box at once" },
    disk: { type: "string", help: "with `new`: as `20g`; of what is written in the box" },
    time: { type: "string", help: "with `new`: as `30m`; how long a command or shell may run" },
    engine: { type: "string", help: `with \`new\`: auto (default), ${ENGINES.join(", ")}` },
    made: { type: "boolean", help: "with `new`: make the base here, even where there is an image of it" }
  },
  positionals: { least: 1, most: Number.POSITIVE_INFINITY },
  run: async (args, context) => {
    const [word = "", ...names] = args.positionals;
    const action = oneOf("the action of `buildbox`", word, ["new", "list", "enter", "remove"]);
    if (!action.ok) return { diagnostics: action.error };
    switch (action.value) {
      case "new":
        return await make(names, args, context);
      case "list":
        return await list(names, context);
      case "enter":
        return await enter(names, args, context);
      case "remove":
        return await remove(names, context);
      default:
        return unreachable(action.value);
    }
  }
};
async function make(names, args, context) {
  const [base, name, more] = names;
  if (base === void 0 || name === void 0 || more !== void 0)
    return { diagnostics: [wrongCount("new", "a base and a name", names)] };
  return await makeBuildbox([base, name], args, context);
}
async function list(names, { host }) {
  if (names.length > 0) return { diagnostics: [wrongCount("list", "no name", names)] };
  const kept = await listKept(host);
  const rows = kept.map(({ name, engine, spec }) => ({ name, engine, job: spec.name }));
  return {
    diagnostics: [],
    text: rows.map(({ name, engine }) => `${name}  ${engine}
`).join(""),
    json: rows
  };
}
var PERSONS = { PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" };
async function enter(names, args, context) {
  var _stack = [];
  try {
    const { host, signal } = context;
    const [name] = names;
    if (name === void 0 || names.length > 1)
      return { diagnostics: [wrongCount("enter", "one name", names)] };
    const found = await find(name, context);
    if (!found.ok) return { diagnostics: found.error };
    const { kept, engine } = found.value;
    const opened = await engine.reopen(kept, signal);
    if (opened.kind === "refused") {
      const message = `buildbox \`${name}\` can't be opened again: ${opened.why}`;
      return { diagnostics: [worldly("buildbox/refused", message, opened.help)] };
    }
    const box = __using(_stack, opened.buildbox, true);
    const terminal = host.environment("TERM");
    const command = args.text("command");
    const { timeMs } = kept.spec;
    const limited = timeMs === void 0 ? signal : AbortSignal.any([signal, host.deadline(timeMs)]);
    const exit = await box.attach(
      {
        argv: command === void 0 ? ["/bin/sh", "-i"] : ["/bin/sh", "-c", command],
        cwd: kept.last?.cwd ?? guestPath("/build"),
        env: { ...kept.last?.env ?? PERSONS, ...terminal ? { TERM: terminal } : {} },
        user: args.has("root") ? "root" : "build"
      },
      limited
    );
    if (exit.kind === "aborted" && !signal.aborted) return { diagnostics: [tooLong(name, timeMs ?? 0)] };
    if (exit.kind === "engine-died")
      return {
        diagnostics: [
          worldly("buildbox/died", `buildbox \`${name}\` went away: ${exit.why}`, "enter it again")
        ]
      };
    if (command === void 0 || exit.kind === "exited" && exit.status === 0) return { diagnostics: [] };
    const how = exit.kind === "exited" ? `ended with status ${exit.status}` : `did not end by itself (${exit.kind})`;
    return {
      diagnostics: [
        {
          severity: "error",
          code: "buildbox/command",
          blame: "recipe",
          message: `\`${command}\` ${how} in buildbox \`${name}\``
        }
      ]
    };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function tooLong(name, timeMs) {
  return {
    severity: "error",
    code: "buildbox/time",
    blame: "recipe",
    message: `what ran in buildbox \`${name}\` was ended after ${timeMs / 1e3} seconds, its limit`,
    help: "make a box with a longer `--time`, or with none"
  };
}
async function remove(names, context) {
  if (names.length === 0) return { diagnostics: [wrongCount("remove", "at least one name", names)] };
  const found = await Promise.all(names.map((name) => find(name, context)));
  const diagnostics = found.flatMap((one) => one.ok ? [] : one.error);
  if (diagnostics.length > 0) return { diagnostics };
  for (const one of found) if (one.ok) await one.value.engine.forget(one.value.kept);
  return { diagnostics: [], json: { removed: names } };
}
async function find(name, { host, signal }) {
  const kept = await findKept(name, host);
  if (!kept) return wrong(await unknown(name, host));
  const engine = openEngines(host).find(({ kind }) => kind === kept.engine);
  if (!engine) throw new Error(`no engine ${kept.engine}`);
  const probe = await engine.probe(signal);
  if (probe.kind === "usable") return ok({ kept, engine });
  const message = `buildbox \`${name}\` is one of engine \`${kept.engine}\`: ${probe.why}`;
  return wrong(worldly("buildbox/engine", message, probe.help));
}
async function unknown(name, host) {
  const known = (await listKept(host)).map((kept) => `\`${kept.name}\``);
  return {
    severity: "error",
    code: "buildbox/unknown",
    blame: "request",
    message: `there is no buildbox \`${name}\``,
    help: known.length > 0 ? `there is ${known.join(", ")}` : "make one with `buildbox new`, or build with `--keep`"
  };
}
function wrongCount(action, wanted, names) {
  const found = names.length === 0 ? "none" : names.map((name) => `\`${name}\``).join(" ");
  return usage(
    "usage/arguments",
    `\`buildbox ${action}\` takes ${wanted}, found ${found}`,
    `tarwright ${verb.usage}`
  );
}
function worldly(code, message, help) {
  return { severity: "error", code, blame: "world", message, help };
}
export {
  verb
};
