// Choices of one port that pseudo-flavors alone tell apart: which of them is made, and who takes its packages.

import { expect, test } from "vitest";
import type { Plan } from "../../src/plan/plan.ts";
import type { Package } from "../../src/port/port.ts";
import { type Asked, idsOf, type Ports, plan, planned, released } from "./planning.ts";

const shown = (jobId: string) => jobId.replace("-1.0", "").replace("devel.", "").replace(/@.*/, "");

/** Each job: what it makes, what only to be compared, and which jobs its buildbox needs. */
const linesOf = ({ jobs }: Plan) =>
  jobs.map(({ id: job, packages, compared, needs }) => {
    const names = (made: typeof packages) => made.map(({ fullpkgname }) => fullpkgname).join(" ");
    const words = [
      packages.length > 0 ? `makes ${names(packages)}` : "",
      compared.length > 0 ? `compares ${names(compared)}` : "",
      needs.length > 0 ? `needs ${needs.map(shown).join(" ")}` : "",
    ];
    return [shown(job), ...words.filter(Boolean)].join("; ");
  });

/** As `databases/db/v4` of OpenBSD: it has bindings for what is built with it. */
const DB = `pseudo-flavors: {no_java: {drops: [java]}, no_tcl: {}, bootstrap: {}}
packages: {core: {files: ["**"]}, java: {files: [java], depends: {run: [devel/jdk]}}}`;
const FOO = "pseudo-flavors: {boot: {}, no_x: {}}";
const building = (...pkgpaths: readonly string[]) => `depends: {build: ["${pkgpaths.join('", "')}"]}`;

const plans: readonly {
  readonly name: string;
  readonly ports: Ports;
  readonly asked?: Asked;
  readonly jobs: readonly string[];
}[] = [
  {
    name: "bug: two dependencies that name different pseudo-choices of one package could not be planned together",
    ports: {
      "devel/foo": FOO,
      "devel/py": building("devel/foo,no_x,boot"),
      "devel/apr": building("devel/foo,no_x"),
    },
    asked: { seeds: ["devel/apr", "devel/py"] },
    jobs: [
      "foo,no_x; makes foo-1.0",
      "apr; makes apr-1.0; needs foo,no_x",
      "foo,boot,no_x; compares foo-1.0",
      "py; makes py-1.0; needs foo,no_x",
    ],
  },
  {
    name: "the plain port makes it, where nothing has to wait for that",
    ports: {
      "devel/foo": FOO,
      "devel/tool": building("devel/foo,boot"),
      "devel/user": building("devel/foo", "devel/tool"),
    },
    jobs: [
      "foo; makes foo-1.0",
      "foo,boot; compares foo-1.0",
      "tool; makes tool-1.0; needs foo",
      "user; makes user-1.0; needs foo tool",
    ],
  },
  {
    name: "the choice that breaks a circle makes it, and the plain port what that choice drops",
    ports: { "devel/db": DB, "devel/jdk": building("devel/db,-core,no_java") },
    jobs: [
      "db,no_java; makes db-core-1.0",
      "jdk; makes jdk-1.0; needs db,no_java",
      "db; makes db-java-1.0; compares db-core-1.0; needs jdk",
    ],
  },
  {
    name: "beside one that breaks a circle, all other choices are served by it",
    ports: {
      "devel/db": DB,
      "devel/jdk": building("devel/db,-core,no_java"),
      "devel/py": building("devel/db,-core,no_tcl,no_java,bootstrap"),
      "devel/apr": building("devel/db"),
    },
    jobs: [
      "db,no_java; makes db-core-1.0",
      "apr; makes apr-1.0; needs db,no_java",
      "jdk; makes jdk-1.0; needs db,no_java",
      "py; makes py-1.0; needs db,no_java",
      "db,no_java,no_tcl,bootstrap; compares db-core-1.0",
      "db; makes db-java-1.0; compares db-core-1.0; needs jdk",
    ],
  },
  {
    name: "a choice that something names breaks the circle for those that name none, too",
    ports: {
      "devel/db": DB,
      "devel/jdk": building("devel/db,-core"),
      "devel/py": building("devel/db,-core,no_java"),
    },
    jobs: [
      "db,no_java; makes db-core-1.0",
      "jdk; makes jdk-1.0; needs db,no_java",
      "py; makes py-1.0; needs db,no_java",
      "db; makes db-java-1.0; compares db-core-1.0; needs jdk",
    ],
  },
  {
    name: "bug: a choice that something names, and that needs what needs the plain port, was made to close a circle",
    ports: {
      "devel/foo": `pseudo-flavors: {boot: {${building("devel/user")}}}`,
      "devel/tool": building("devel/foo,boot"),
      "devel/user": building("devel/foo"),
    },
    jobs: [
      "foo; makes foo-1.0",
      "tool; makes tool-1.0; needs foo",
      "user; makes user-1.0; needs foo",
      "foo,boot; compares foo-1.0; needs user",
    ],
  },
  {
    name: "a choice that asks for its own package is built with another's",
    ports: { "devel/foo": `pseudo-flavors: {boot: {${building("devel/foo,boot")}}}` },
    asked: { wish: { kind: "listed", choices: ["default", ["boot"]] } },
    jobs: ["foo; makes foo-1.0", "foo,boot; compares foo-1.0; needs foo"],
  },
  {
    name: "a true flavor that the name tells of is another package",
    ports: {
      "devel/foo": "flavors: {a: {}}\npseudo-flavors: {boot: {}, no_x: {}}",
      "devel/py": building("devel/foo,a,boot", "devel/foo,no_x"),
    },
    asked: { seeds: ["devel/py"] },
    jobs: [
      "foo,a,boot; makes foo-1.0-a",
      "foo,no_x; makes foo-1.0",
      "py; makes py-1.0; needs foo,a,boot foo,no_x",
    ],
  },
];

for (const { name, ports, asked, jobs } of plans) {
  test(`plan: pseudo-choices: ${name}`, () => {
    const found = planned(ports, asked);
    expect(linesOf(found).sort()).toEqual([...jobs].sort());
    const last = new Map(idsOf(found).map((job, at) => [job, at]));
    for (const job of found.jobs)
      for (const need of job.needs) expect(last.get(need)).toBeLessThan(last.get(job.id) ?? 0);
    // Whatever the order in which ports are found.
    const turned = Object.fromEntries(Object.entries(ports).reverse());
    expect(JSON.stringify(planned(turned, asked))).toBe(JSON.stringify(found));
    // What was published so is all that is needed.
    const again = planned(ports, { ...asked, release: released(found, ports) });
    expect(again.jobs.filter(({ verdict }) => verdict.kind !== "fresh")).toEqual([]);
  });
}

/** A row of a release whose port is not read here. */
const rowOf = (flavors: readonly string[], pseudoFlavors?: readonly string[]): Package => {
  const [made] = released(planned({ "devel/foo": FOO }), { "devel/foo": FOO });
  if (!made) throw new Error("nothing was made");
  const { pseudoFlavors: _, ...row } = made;
  return { ...row, flavors, ...(pseudoFlavors ? { pseudoFlavors } : {}) };
};

const rows: readonly {
  readonly name: string;
  readonly row: Package;
  readonly needs: string;
  readonly codes: readonly string[];
}[] = [
  { name: "serves another", row: rowOf(["boot"], ["boot", "no_x"]), needs: "devel/foo,no_x", codes: [] },
  { name: "serves who names none", row: rowOf(["boot"], ["boot", "no_x"]), needs: "devel/foo,", codes: [] },
  { name: "without any serves", row: rowOf([], ["boot", "no_x"]), needs: "devel/foo,no_x,boot", codes: [] },
  {
    name: "is no other flavor",
    row: rowOf([], ["boot", "no_x"]),
    needs: "devel/foo,a,boot",
    codes: ["plan/unknown-port"],
  },
  {
    name: "serves itself, if all it tells is itself",
    row: rowOf(["boot"]),
    needs: "devel/foo,boot",
    codes: [],
  },
  {
    name: "serves nobody else, if all it tells is itself",
    row: rowOf(["boot"]),
    needs: "devel/foo,no_x",
    codes: ["plan/unknown-port"],
  },
];

for (const { name, row, needs, codes } of rows) {
  test(`plan: a pseudo-choice in the release ${name}`, () => {
    const found = plan({ "devel/tool": building(needs) }, { release: [row] });
    expect(found.ok ? [] : found.error.map(({ code }) => code)).toEqual(codes);
    const taken = found.ok ? found.value.jobs.flatMap((job) => job.released.map(({ file }) => file)) : [];
    expect(taken).toEqual(codes.length > 0 ? [] : ["foo-1.0.tar.gz"]);
  });
}

const goings: readonly {
  readonly name: string;
  readonly ports: Ports;
  readonly seeds?: readonly string[];
  readonly jobs: readonly string[];
  readonly leftOut: readonly string[];
  /** What is told, where nothing may be left out. */
  readonly codes: readonly string[];
}[] = [
  {
    name: "a choice that lacks something is served by another",
    ports: {
      "devel/foo": `pseudo-flavors: {boot: {${building("devel/none")}}, no_x: {}}`,
      "devel/tool": building("devel/foo,boot"),
      "devel/user": building("devel/foo,no_x"),
    },
    seeds: ["devel/tool", "devel/user"],
    jobs: [
      "foo,no_x; makes foo-1.0",
      "tool; makes tool-1.0; needs foo,no_x",
      "user; makes user-1.0; needs foo,no_x",
    ],
    leftOut: ["devel/foo"],
    codes: ["plan/unknown-port"],
  },
  {
    name: "bug: what asks for a flavor that the package's name does not tell of stopped the plan",
    ports: {
      "devel/foo":
        'flavors: {a: {}}\npackages: {core: {files: ["**"]}, doc: {fullpkgname: "foo-doc-{version}", files: [doc]}}',
      "devel/tool": building("devel/foo,-doc,a"),
      "devel/user": building("devel/tool"),
      "devel/other": "",
    },
    jobs: [
      "foo; makes foo-core-1.0 foo-doc-1.0",
      "foo,a; makes foo-core-1.0-a; compares foo-doc-1.0",
      "other; makes other-1.0",
    ],
    leftOut: ["devel/tool", "devel/user"],
    codes: ["plan/no-such-package"],
  },
  {
    name: "a choice in a circle is left out, and what another serves is not",
    ports: {
      "devel/db": DB,
      "devel/jdk": building("devel/db,-java"),
      "devel/py": building("devel/db,-core,no_java"),
      "devel/user": building("devel/db,-core"),
    },
    jobs: [
      "db,no_java; makes db-core-1.0",
      "py; makes py-1.0; needs db,no_java",
      "user; makes user-1.0; needs db,no_java",
    ],
    leftOut: ["devel/db", "devel/jdk"],
    codes: ["plan/circle"],
  },
];

for (const { name, ports, seeds, jobs, leftOut, codes } of goings) {
  test(`plan: pseudo-choices, --keep-going: ${name}`, () => {
    const asked: Asked = seeds ? { seeds } : {};
    const going = planned(ports, { ...asked, going: "keep" });
    expect(linesOf(going).sort()).toEqual([...jobs].sort());
    expect((going.leftOut ?? []).map(({ pkgpath }) => pkgpath)).toEqual(leftOut);
    const strict = plan(ports, asked);
    expect(strict.ok ? [] : strict.error.map(({ code }) => code)).toEqual(codes);
  });
}

/** From 0 below `most`; the same each time. */
function dice(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    // Numerical Recipes' linear congruential generator.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

/** Ports whose choices, each as it is named, can be put in an order; what `boot` drops and adds makes its place another. */
function tangleOf(seed: number): Ports {
  const roll = dice(seed);
  const names = ["a", "b", "c", "d", "e", "f"];
  const levels = names.map(() => ({ plain: roll(100), boot: roll(100) }));
  const below = (level: number) =>
    names
      .flatMap((name, at) => [
        ...((levels[at]?.plain ?? 0) < level ? [`devel/${name},-core`] : []),
        ...((levels[at]?.boot ?? 0) < level ? [`devel/${name},-core,boot`] : []),
      ])
      .filter(() => roll(3) === 0);
  const listed = (pkgpaths: readonly string[]) => `[${pkgpaths.map((one) => `"${one}"`).join(", ")}]`;
  return Object.fromEntries(
    names.map((name, at) => {
      const { plain = 0, boot = 0 } = levels[at] ?? {};
      return [
        `devel/${name}`,
        `pseudo-flavors: {boot: {drops: [doc], depends: {build: ${listed(below(boot))}}}}
packages: {core: {files: ["**"]}, doc: {files: [doc], depends: {run: ${listed(below(plain))}}}}
depends: {build: ${listed(below(Math.min(plain, boot)))}}`,
      ];
    }),
  );
}

test("plan: pseudo-choices: what can be ordered as it is named never becomes a circle", () => {
  const early: number[] = [];
  for (let seed = 1; seed <= 50; seed += 1) {
    const { jobs } = planned(tangleOf(seed));
    const done = new Set<string>();
    for (const job of jobs) {
      if (!job.needs.every((need) => done.has(need))) early.push(seed);
      done.add(job.id);
    }
  }
  expect(early).toEqual([]);
});
