import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);

// src/command/shares.ts
async function* answersTo(entries, { work, open }, { host, signal }) {
  const { workers } = host;
  const shares = sharesOf(entries);
  const enough = workers.count > 1 ? 2 * workers.count : 0;
  const first = firstOf(shares, enough);
  const orders = chained(first, shares);
  if (enough > 0 && first.length === enough) return yield* workers.spread({ job: work, orders }, signal);
  const answer = open();
  for (const order of orders) yield { order, answer: order.map((entry) => answer(entry)) };
}
var SHARE = 25;
function* sharesOf(entries) {
  let share = [];
  for (const entry of entries) {
    share.push(entry);
    if (share.length < SHARE) continue;
    yield share;
    share = [];
  }
  if (share.length > 0) yield share;
}
function firstOf(all, count) {
  const first = [];
  while (first.length < count) {
    const { done, value } = all.next();
    if (done) break;
    first.push(value);
  }
  return first;
}
function* chained(first, rest) {
  yield* first;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}

export {
  answersTo
};
