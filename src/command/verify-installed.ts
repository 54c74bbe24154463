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
      installed: found.value.map((one) => ({
        fullpkgname: one.known.package.fullpkgname,
        folder: one.place,
        outcome: isRight(one) ? "right" : "wrong",
        changes: one.changes,
        links: one.links,
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
    const inspection = await inspectPackage(site, { known: one, installed: installed.value }, host);
    if (!inspection.ok) return inspection;
    inspections.push(inspection.value);
  }
  return ok(inspections);
}

function isRight({ changes, links }: Inspection): boolean {
  return changes.length + links.changes.length === 0;
}

function sentence(inspection: Inspection): string {
  const { known, place, links } = inspection;
  const { fullpkgname } = known.package;
  if (!isRight(inspection)) return `${fullpkgname}: NOT as it was installed\n`;
  const counted = `${known.entries.length} files and folders${links.count > 0 ? `, ${links.count} links to them` : ""}`;
  return `${fullpkgname}: as it was installed in ${place} (${counted})\n`;
}

/** More say nothing more. */
const SHOWN = 20;

function troubleOf(inspection: Inspection): readonly Diagnostic[] {
  if (isRight(inspection)) return [];
  const { known, place, changes, links } = inspection;
  const all = [
    ...changes.map(({ path, what }) => `\`${place}/${path}\`: ${what}`),
    ...links.changes.map(({ path, what }) => `the link \`${path}\`: ${what}`),
  ];
  const lines = all.slice(0, SHOWN);
  const more = all.length > SHOWN ? [`and ${all.length - SHOWN} more`] : [];
  const { fullpkgname } = known.package;
  return [
    {
      severity: "error",
      code: "install/changed",
      blame: "request",
      message: [`\`${fullpkgname}\` is not as it was installed:`, ...lines, ...more].join("\n  "),
      help:
        changes.length === 0
          ? "move away what is there now, then install it with `--link` again"
          : `\`tarwright remove ${fullpkgname}\`, then install it again`,
    },
  ];
}
