// Commands whose answer follows from their arguments alone: what they print, and how they end.

/** How a command ends. */
export type Status = "success" | "failure" | "unknown";

export type Ran = { readonly status: Status; readonly output: string };

/** Undefined when running it is the only way to know. `arch` is what `uname -m` says. */
export function runBuiltin(argv: readonly string[], arch: string | undefined): Ran | undefined {
  const [name = "", ...args] = argv;
  switch (name) {
    case ":":
    case "true":
      return { status: "success", output: "" };
    case "false":
      return { status: "failure", output: "" };
    case "echo":
      return echo(args);
    case "basename":
      return printed(basename(args));
    case "dirname":
      return args.length === 1 && !args[0]?.startsWith("-") ? printed(dirname(args[0] ?? "")) : undefined;
    case "uname":
      return args.length === 1 && args[0] === "-m" ? printed(arch) : undefined;
    case "test":
      return tested(args);
    case "[":
      return args.at(-1) === "]" ? tested(args.slice(0, -1)) : undefined;
    default:
      return undefined;
  }
}

function printed(line: string | undefined): Ran | undefined {
  return line === undefined ? undefined : { status: "success", output: `${line}\n` };
}

function echo(args: readonly string[]): Ran | undefined {
  const isOption = args[0]?.startsWith("-") && /^-[neE]+$/.test(args[0]);
  if (isOption && args[0] !== "-n") return undefined;
  const text = args.slice(isOption ? 1 : 0).join(" ");
  if (isOption && args[1]?.startsWith("-")) return undefined;
  return { status: "success", output: isOption ? text : `${text}\n` };
}

/** As POSIX says, for paths with something in them. */
function basename([path = "", suffix = "", ...more]: readonly string[]): string | undefined {
  const name = path.replace(/\/+$/, "").replace(/^.*\//s, "");
  if (more.length > 0 || path.startsWith("-") || name === "") return undefined;
  return suffix !== "" && suffix !== name && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
}

function dirname(path: string): string | undefined {
  const trimmed = path.replace(/\/+$/, "");
  const cut = trimmed.lastIndexOf("/");
  if (trimmed === "") return undefined;
  return cut === -1 ? "." : trimmed.slice(0, cut).replace(/\/+$/, "") || "/";
}

function tested(args: readonly string[]): Ran | undefined {
  const answer = test(args);
  return answer === undefined ? undefined : { status: answer ? "success" : "failure", output: "" };
}

/** test(1), but for files; undefined when it asks for more than its arguments. */
export function test(args: readonly string[]): boolean | undefined {
  const [first = "", second = "", third = ""] = args;
  switch (args.length) {
    case 0:
      return false;
    case 1:
      return first !== "";
    case 2:
      if (first === "-z") return second === "";
      if (first === "-n") return second !== "";
      // Of a file that has no name, everything is false.
      if (/^-[a-hkprsuwxGLNOS]$/.test(first) && second === "") return false;
      return first === "!" ? second === "" : undefined;
    case 3:
      return compare(first, second, third) ?? (first === "!" ? negated(test(args.slice(1))) : undefined);
    case 4:
      return first === "!" ? negated(test(args.slice(1))) : undefined;
    default:
      return undefined;
  }
}

function negated(answer: boolean | undefined): boolean | undefined {
  return answer === undefined ? undefined : !answer;
}

function compare(left: string, operator: string, right: string): boolean | undefined {
  if (operator === "=" || operator === "==") return left === right;
  if (operator === "!=") return left !== right;
  if (!/^-?\d{1,15}$/.test(left) || !/^-?\d{1,15}$/.test(right)) return undefined;
  const [a, b] = [Number(left), Number(right)];
  switch (operator) {
    case "-eq":
      return a === b;
    case "-ne":
      return a !== b;
    case "-lt":
      return a < b;
    case "-le":
      return a <= b;
    case "-gt":
      return a > b;
    case "-ge":
      return a >= b;
    default:
      return undefined;
  }
}
