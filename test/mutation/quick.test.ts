import { describe, expect, it } from 'vitest'

/** Unit tests that take milliseconds each. Those of sizes, packages, compilers and random cases are left out. */
const QUICK = [
  ...['gate', 'ready', 'environment', 'raw-upsdk', 'script', 'script-loading', 'signed', 'signed-again'],
  ...[
    'calls-settle',
    'given-up',
    'parameters',
    'callbacks',
    'translate-fail',
    'rejections',
    'results',
    'traits',
  ],
  ...['busy', 'payment-hold', 'payment-hold-ends', 'payment-outcome', 'payment-cancelled', 'payment-dialog'],
  ...['payment-matrix', 'waiting', 'broken-pages', 'reports', 'server-side', 'explicit-auth'],
  ...['explain', 'reading-failures', 'codes', 'codes-backend', 'codes-methods', 'messages', 'locales'],
  ...['showing', 'faults-showing', 'quiet', 'notify', 'toasts', 'buttons', 'leaving-page'],
  ...['open-in-app', 'open-in-wallet', 'wallet-link', 'events', 'events-by-method'],
  ...['steps', 'inspectors', 'console-inspector', 'kit-object', 'replaced-methods', 'core', 'options'],
  ...['fallbacks', 'fallbacks-end', 'web-fallbacks', 'helpers'],
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
