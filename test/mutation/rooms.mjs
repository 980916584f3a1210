/**
 * What is mutated, room by room. Not in it: what is written from a table that a test compares, and what needs a browser
 * (`show/dom`, `fallbacks`, `openInApp`, `lib/copyText.ts`): of all but the last, byHand.mjs has mutants.
 */
export const rooms = {
  call: ['src/call/*.ts', '!src/call/methodTable.ts'],
  gate: ['src/gate/*.ts'],
  failure: ['src/failure/*.ts'],
  show: ['src/show/*.ts'],
  events: ['src/events/*.ts'],
  kit: ['src/kit.ts', 'src/options.ts'],
  lib: ['src/lib/*.ts', '!src/lib/{copyText,version}.ts'],
}

/** What Stryker found in a room, for the next run of it; not checked in. */
export const resultsOf = (room) => `reports/mutation/${room}.json`
