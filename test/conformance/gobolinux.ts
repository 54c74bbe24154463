import type { Table } from "./table.ts";

export const TABLES: readonly Table[] = [
  {
    prefix: "gobo-recipes.",
    extra: "wrong",
    bar: 99.9,
    answer: (rows, { listRaw }) => listRaw(rows.map(({ key }) => key)),
  },
];
