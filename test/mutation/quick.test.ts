import { describe, expect, it } from 'vitest'

/** Unit tests that take milliseconds each. Those of sizes, packages, compilers and random cases are left out. */
const QUICK = [
  ...[
    'gate',
    'script',
    'signed',
    'invoke',
    'results',
    'traits',
    'in-between',
    'faults-calls',
    'faults-payments',
  ],
  ...['explain', 'codes', 'codes-backend', 'codes-methods', 'fault-matrix', 'messages', 'locales'],
  ...[
    'showing',
    'waiting',
    'faults-showing',
    'open-in-app',
    'events',
    'inspector',
    'kit-object',
    'core',
    'options',
  ],
  ...['fallbacks', 'helpers'],
]

// All in one file, so that window and modules are made once for each mutant. Each test file is imported inside a
// group of its own: its hooks stay with its own tests. What keeps one from loading fails a test, or else a mutant
// that breaks a module would leave no tests, and pass.
for (const name of QUICK) {
  describe(name, async () => {
    const failure = await import(`../unit/${name}.test.ts`).then(
      () => undefined,
      (error: unknown) => ({ error }),
    )
    it('loads', () => expect(failure).toBeUndefined())
  })
}
