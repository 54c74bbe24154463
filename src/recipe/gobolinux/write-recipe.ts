// A new Recipe, as MakeRecipe of GoboLinux writes it.

import type { BuildSystem } from "../writing/build-system.ts";
import type { RecipeDraft, RecipeFiles } from "../writing/recipe-draft.ts";

/** Of the newest recipes; Compile warns of those that are younger than itself. */
const COMPILE_VERSION = "017";

export function writeGoboRecipe(draft: RecipeDraft): RecipeFiles {
  const { name, version, facts } = draft;
  const lines = [
    `# Recipe (MakeRecipe) for ${name}`,
    `# Recipe for version ${version}`,
    `compile_version=${COMPILE_VERSION}`,
    ...sourceLines(draft),
    ...folderLines(draft),
    ...typeLines(draft),
  ];
  const files = new Map([
    ["Recipe", text(lines)],
    [
      "Resources/Description",
      text([
        `[Name] ${name}`,
        `[Summary] ${facts.comment ?? name}`,
        ...(facts.license === undefined ? [] : [`[License] ${facts.license}`]),
        ...(facts.homepage === undefined ? [] : [`[Homepage] ${facts.homepage}`]),
      ]),
    ],
  ]);
  const programs = [...new Set(draft.needs.flatMap((one) => one.program ?? []))].sort();
  // Compile wants the file, empty or not.
  return files.set("Resources/Dependencies", text(programs));
}

/** Compile.conf's names for machines that move. */
const MACHINES: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/(?:downloads|prdownloads|dl)\.(?:sourceforge|sf)\.net(?=\/)/, "$httpSourceforge"],
];

function sourceLines({ url, file, sizeBytes, md5, sha256 }: RecipeDraft): readonly string[] {
  const [machine, variable] = MACHINES.find(([pattern]) => pattern.test(url)) ?? [];
  const shown = machine && variable ? `"${variable}${escaped(url.replace(machine, ""))}"` : quotedValue(url);
  const usual = url.replace(/[?#].*$/, "").replace(/^.*\//, "");
  return [
    `url=${shown}`,
    ...(file === usual ? [] : [`file=${quotedValue(file)}`]),
    `file_size=${sizeBytes}`,
    `file_md5=${md5}`,
    `file_sha=${sha256}`,
  ];
}

/** Only where Compile would guess another one. */
function folderLines({ top, file, name, version, detected }: RecipeDraft): readonly string[] {
  const folder = top === "" ? `${name}-${version}` : top;
  const inner = detected.folder === "" ? folder : `${folder}/${detected.folder}`;
  const scattered = top === "" ? ["unpack_files=files_in_root"] : [];
  const guessed = file.replace(/\.(?:tar|tbz|tgz|zip).*$/s, "");
  return [...scattered, ...(inner === guessed ? [] : [`dir=${quotedValue(inner)}`])];
}

const TYPES: Readonly<Record<BuildSystem, readonly string[]>> = {
  configure: ["recipe_type=configure"],
  autogen: ["recipe_type=configure", "autogen_before_configure=yes"],
  cmake: ["recipe_type=cmake"],
  meson: ["recipe_type=meson"],
  perl: ["recipe_type=perl"],
  python: ["recipe_type=python"],
  scons: ["recipe_type=scons"],
  waf: ["recipe_type=waf"],
  cabal: ["recipe_type=cabal"],
  xmkmf: ["recipe_type=xmkmf"],
  makefile: ["recipe_type=makefile"],
  // Compile has no type for it.
  cargo: [
    "recipe_type=makefile",
    "do_build() {",
    "   cargo build --release --locked",
    "}",
    "do_install() {",
    '   cargo install --locked --no-track --path . --root "$target"',
    "}",
  ],
};

function typeLines({ detected, makefile }: RecipeDraft): readonly string[] {
  const variables = (makefile?.folders ?? []).map(({ name, means }) => `   "${name}=${FOLDERS[means]}"`);
  const lists = variables.length > 0 ? ["make_variables=(", ...variables, ")"] : [];
  const named = detected.evidence.split("/").at(-1) ?? "";
  const file = detected.system === "makefile" && named !== "Makefile" ? [`makefile=${named}`] : [];
  return [...TYPES[detected.system], ...file, ...lists];
}

const FOLDERS = {
  prefix: "$target",
  settings: "$settings_target",
  programs: "$target/bin",
  libraries: "$target/lib",
  headers: "$target/include",
  manuals: "$target/share/man",
} as const;

/** As bash reads it back. */
function quotedValue(value: string): string {
  return /^[\w./:@%+,~=-]+$/.test(value) ? `"${value}"` : `"${escaped(value)}"`;
}

function escaped(value: string): string {
  return value.replace(/[\\"$`]/g, "\\$&");
}

function text(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}
