import {
  type Inspection,
  inspectPackage,
  meant,
  readInstalled,
  recover,
  type Site,
  withEntries,
} from "../install/install.ts";
import { type Diagnostic, ok, type Result } from "../report.ts";
import { siteAndWishes } from "./site-options.ts";
import type { Answer, Arguments, Context } from "./verb.ts";

/** `verify --installed`: whether every file of the packages is as it was installed. */
export async function verifyInstalled(args: Arguments, { host }: Context): Promise<Answer> {
  const asked = siteAndWishes(args, host);
  if (!asked.ok) return { diagnostics: asked.error };
  const found = await inspect(asked.value.site, asked.value.wishes, host);
  if (!found.ok) return { diagnostics: found.error };
  return {
    diagnostics: found.value.flatMap(troubleOf),
    text: found.value.map(sentence).join(""),
    json: {
      installed: found.value.map(({ known, place, changes }) => ({
        fullpkgname: known.package.fullpkgname,
        folder: place,
        outcome: changes.length === 0 ? "right" : "wrong",
        changes,
      })),
    },
  };
}

async function inspect(
  site: Site,
  wishes: Parameters<typeof meant>[0],
  host: Context["host"],
): Promise<Result<readonly Inspection[]>> {
  const mended = await recover(site, host);
  if (!mended.ok) return mended;
  const installed = await readInstalled(site, host);
  if (!installed.ok) return installed;
  const wanted = wishes.length === 0 ? installed : meant(wishes, installed.value);
  if (!wanted.ok) return wanted;
  const known = await withEntries(site, wanted.value, host);
  if (!known.ok) return known;
  const inspections: Inspection[] = [];
  for (const one of known.value) {
    const inspection = await inspectPackage(site, one, host);
    if (!inspection.ok) return inspection;
    inspections.push(inspection.value);
  }
  return ok(inspections);
}

function sentence({ known, place, changes }: Inspection): string {
  const { fullpkgname } = known.package;
  if (changes.length > 0) return `${fullpkgname}: NOT as it was installed\n`;
  return `${fullpkgname}: as it was installed in ${place} (${known.entries.length} files and folders)\n`;
}

/** More say nothing more. */
const SHOWN = 20;

function troubleOf({ known, place, changes }: Inspection): readonly Diagnostic[] {
  if (changes.length === 0) return [];
  const lines = changes.slice(0, SHOWN).map(({ path, what }) => `\`${place}/${path}\`: ${what}`);
  const more = changes.length > SHOWN ? [`and ${changes.length - SHOWN} more`] : [];
  const { fullpkgname } = known.package;
  return [
    {
      severity: "error",
      code: "install/changed",
      blame: "request",
      message: [`\`${fullpkgname}\` is not as it was installed:`, ...lines, ...more].join("\n  "),
      help: `\`tarwright remove ${fullpkgname}\`, then install it again`,
    },
  ];
}
