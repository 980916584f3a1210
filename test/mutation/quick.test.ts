import { describe, expect, it } from 'vitest'

const ROOMS = [
  ...['gate', 'script', 'signed', 'invoke', 'results', 'events', 'helpers', 'fallbacks', 'in-between'],
  ...['explain', 'codes', 'codes-backend', 'codes-debug', 'codes-methods', 'traits', 'kit-object', 'showing'],
  ...['messages', 'locales'],
]

// The quick unit tests in one file, so that window and modules are made once for each mutant. Each test file is
// imported inside a group of its own: its hooks stay with its own tests. What keeps one from loading fails a test,
// or else a mutant that breaks a module would leave no tests, and pass.
for (const room of ROOMS) {
  describe(room, async () => {
    const failure = await import(`../unit/${room}.test.ts`).then(
      () => undefined,
      (error: unknown) => ({ error }),
    )
    it('loads', () => expect(failure).toBeUndefined())
  })
}
