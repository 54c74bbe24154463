import type { Rule } from "./decode.ts";

const DURATION = /^(?=\d)(?:(\d{1,5})d)?(?:(\d{1,5})h)?(?:(\d{1,5})m)?(?:(\d{1,6})s)?$/;
const SIZE = /^(\d{1,9})([kmgt])$/i;

/** A timer of 2^31 ms or more would end at once. */
const LONGEST_MS = 24 * 24 * 60 * 60 * 1000;

export const duration: Rule = (value) => {
  const found = durationMs(value) ?? 0;
  if (found > LONGEST_MS) return { message: "is longer than 24 days", help: "leave the limit out" };
  return found > 0
    ? undefined
    : { message: "is not a duration", help: "write `90s`, `30m`, `6h` or `1h30m`" };
};

/** Of `1h30m`, in milliseconds. */
export function durationMs(value: string): number | undefined {
  const match = DURATION.exec(value);
  if (!match) return undefined;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((digits) => Number(digits ?? 0));
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
}

export const size: Rule = (value) => {
  const found = sizeBytes(value) ?? 0;
  return found > 0 && Number.isSafeInteger(found)
    ? undefined
    : { message: "is not a size", help: "write `512m` or `4g`" };
};

/** Of `4g`, in bytes; the units are powers of 1024, as in docker(1). */
export function sizeBytes(value: string): number | undefined {
  const [, digits, unit] = SIZE.exec(value) ?? [];
  if (digits === undefined || unit === undefined) return undefined;
  return Number(digits) * 1024 ** ("kmgt".indexOf(unit.toLowerCase()) + 1);
}
