import { describe, expect, test } from "vitest";
import { type AptIndex, readIndexes, readSources, sourcesFor } from "../../src/base/sources.ts";

const mirror = "http://mirror.example.org/debian";
const debian = (suite: string, uri = `${mirror}/`): AptIndex => ({
  uri,
  suite,
  origin: "Debian",
  codename: suite,
});
const bookworm = [debian("bookworm"), debian("bookworm-updates"), debian("bookworm-security")];

test("sources: what apt says of its indexes", () => {
  expect(
    readIndexes(`${mirror}/\tbookworm\tDebian\tbookworm\n\nhttp://x.example.org/\tnodistro\t\t\n`),
  ).toEqual([
    { uri: `${mirror}/`, suite: "bookworm", origin: "Debian", codename: "bookworm" },
    { uri: "http://x.example.org/", suite: "nodistro", origin: "", codename: "" },
  ]);
});

describe("sources: the machine's mirror for a base", () => {
  const cases: readonly {
    name: string;
    file: { name: string; text: string };
    indexes?: readonly AptIndex[];
    wanted?: { origin: string; suite: string };
    lines: readonly string[];
  }[] = [
    {
      name: "lines, options kept, other architectures' and source entries left out",
      file: {
        name: "sources.list",
        text: `# a comment\ndeb [arch=amd64 signed-by=/usr/share/keyrings/a.gpg check-valid-until=no] ${mirror} bookworm main contrib # end\ndeb-src ${mirror} bookworm main\n`,
      },
      lines: [
        `deb [signed-by=/usr/share/keyrings/a.gpg check-valid-until=no] ${mirror} bookworm main contrib`,
      ],
    },
    {
      name: "stanzas, several suites, folded fields, comments inside",
      file: {
        name: "debian.sources",
        text: `Types: deb deb-src\n# a comment\nURIs: ${mirror}\nSuites: bookworm\n bookworm-updates\nComponents: main\nSigned-By: /usr/share/keyrings/a.gpg\n\nTypes: deb\nURIs: ${mirror}\nSuites: bookworm-security\nComponents: main\n`,
      },
      lines: [
        `deb [signed-by=/usr/share/keyrings/a.gpg] ${mirror} bookworm main`,
        `deb [signed-by=/usr/share/keyrings/a.gpg] ${mirror} bookworm-updates main`,
        `deb ${mirror} bookworm-security main`,
      ],
    },
    {
      name: "a disabled stanza and a key written into the file",
      file: {
        name: "debian.sources",
        text: `Types: deb\nURIs: ${mirror}\nSuites: bookworm\nComponents: main\nSigned-By:\n -----BEGIN PGP PUBLIC KEY BLOCK-----\n .\n abc\n\nEnabled: no\nTypes: deb\nURIs: ${mirror}\nSuites: bookworm-updates\nComponents: main\n`,
      },
      lines: [`deb ${mirror} bookworm main`],
    },
    {
      name: "another suite of the same publisher",
      file: {
        name: "sources.list",
        text: `deb ${mirror} bookworm main\ndeb ${mirror} bookworm-security main\n`,
      },
      wanted: { origin: "Debian", suite: "trixie" },
      lines: [`deb ${mirror} trixie main`, `deb ${mirror} trixie-security main`],
    },
    {
      name: "suites by their class",
      file: { name: "sources.list", text: `deb ${mirror} oldstable main\n` },
      indexes: [{ uri: `${mirror}/`, suite: "oldstable", origin: "Debian", codename: "bookworm" }],
      lines: [`deb ${mirror} bookworm main`],
    },
    {
      name: "third parties that use the suite's name, and backports",
      file: {
        name: "sources.list",
        text: `deb http://x.example.org bookworm main\ndeb ${mirror} bookworm-backports main\n`,
      },
      indexes: [
        { uri: "http://x.example.org/", suite: "bookworm", origin: "Somebody", codename: "bookworm" },
        debian("bookworm-backports"),
      ],
      lines: [],
    },
    {
      name: "another publisher",
      file: { name: "sources.list", text: `deb ${mirror} bookworm main\n` },
      wanted: { origin: "Ubuntu", suite: "noble" },
      lines: [],
    },
  ];
  for (const { name, file, indexes = bookworm, wanted, lines } of cases) {
    test(`sources: ${name}`, () => {
      const found = sourcesFor(wanted ?? { origin: "Debian", suite: "bookworm" }, {
        sources: readSources(file),
        indexes,
      });
      expect(found).toEqual(lines);
    });
  }
});
