import { openBase } from "../base/base.ts";
import { type BuildboxSpec, findKept } from "../engine/engine.ts";
import { durationMs, sizeBytes } from "../recipe/recipe.ts";
import { type Diagnostic, ok, type Result, wrong } from "../report.ts";
import { readBaseRequest } from "./base-request.ts";
import { type Answer, type Arguments, type Context, usage } from "./verb.ts";
import { openWorkshop } from "./workshop.ts";

/** As a file's name, and as a word of a shell. */
const NAME = /^[A-Za-z0-9_@,+][A-Za-z0-9._@,+-]*$/;

/**
 * `buildbox new BASE NAME`: a box over the build image of a base, to be entered by hand as often as one likes. It holds
 * what is written in it and nothing else.
 */
export async function makeBuildbox(
  [base, name]: readonly [string, string],
  args: Arguments,
  context: Context,
): Promise<Answer> {
  const { host, report, signal } = context;
  const free = await checkName(name, context);
  const request = readBaseRequest(base, args, context);
  const limits = readLimits(args);
  const troubles = [free, request, limits].flatMap((one) => (one.ok ? [] : one.error));
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
    upper: "disk",
  } as const;
  const opened = await engine.open(spec, signal);
  if (opened.kind === "refused") {
    const message = `engine \`${engine.kind}\` opens no buildbox: ${opened.why}`;
    return {
      diagnostics: [
        { severity: "error", code: "buildbox/refused", blame: "world", message, help: opened.help },
      ],
    };
  }
  await using box = opened.buildbox;
  const enter = await box.keep();
  for (const message of box.caveats) report({ kind: "note", message });
  return {
    diagnostics: [],
    text: `${name}: over ${ground.value.base.name}; enter it with \`${enter}\`\n`,
    json: { name, base: ground.value.base.name, engine: engine.kind, enter },
  };
}

type Limits = Pick<BuildboxSpec, "memoryBytes" | "processes" | "diskBytes" | "timeMs">;

function readLimits(args: Arguments): Result<Limits> {
  const limits: [keyof Limits, number][] = [];
  const troubles: Diagnostic[] = [];
  for (const { option, name, read, help } of LIMITS) {
    const text = args.text(option);
    if (text === undefined) continue;
    const value = read(text);
    if (value !== undefined && value > 0 && Number.isSafeInteger(value)) limits.push([name, value]);
    else troubles.push(usage("usage/value", `\`--${option}\` can't be \`${text}\``, help));
  }
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(Object.fromEntries(limits));
}

const SIZE = { read: sizeBytes, help: "give a size as `512m` or `4g`" } as const;

const LIMITS = [
  { option: "memory", name: "memoryBytes", ...SIZE },
  {
    option: "processes",
    name: "processes",
    read: (text: string) => (/^[0-9]{1,9}$/.test(text) ? Number(text) : undefined),
    help: "give a whole number",
  },
  { option: "disk", name: "diskBytes", ...SIZE },
  { option: "time", name: "timeMs", read: durationMs, help: "give a duration as `90s`, `30m` or `6h`" },
] as const;

async function checkName(name: string, { host }: Context): Promise<Result<void>> {
  if (!NAME.test(name)) {
    const message = `\`${name}\` can't name a buildbox`;
    return wrong(usage("usage/value", message, "use letters, digits and `._@,+-`"));
  }
  if (!(await findKept(name, host))) return ok(undefined);
  return wrong({
    severity: "error",
    code: "buildbox/exists",
    blame: "request",
    message: `there is a buildbox \`${name}\` already`,
    help: `enter it, or remove it first: \`tarwright buildbox remove ${name}\``,
  });
}
