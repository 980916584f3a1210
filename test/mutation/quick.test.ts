import { readdirSync } from 'node:fs'
import { describe, it } from 'vitest'

/**
 * Left out: random cases, another window than happy-dom's, tests that count lines, tests of rooms that are not mutated,
 * and those of the repository itself.
 */
const LEFT_OUT =
  /^(fuzz|jsdom|layers|adapters-.*|fallback-.*|field-.*|gcj02|share-link|version|payment-fuzz|fresh-machine|contributing)\.test\.ts$/
const isQuick = (name: string) => !LEFT_OUT.test(name)
/** The slowest files come last: a run ends at its first failed test, and faster files kill most mutants. */
const SLOWEST = /^(backend-success|traits|payment-matrix|inspector-panel|codes-methods)\.test\.ts$/
const inOrder = readdirSync('test/unit')
  .filter(isQuick)
  .sort((one, other) => Number(SLOWEST.test(one)) - Number(SLOWEST.test(other)))

// All tests are in one file, so that window and modules are made once for each mutant. Each test file is imported
// inside a group of its own, so its hooks apply to its own tests only. A file that does not load fails a test, or
// else a mutant that breaks a module would leave no tests, and pass.
for (const file of inOrder) {
  describe(file, async () => {
    const failure = await import(`../unit/${file.replace('.ts', '')}.ts`).then(
      () => undefined,
      (error: unknown) => ({ error }),
    )
    it('loads', () => {
      if (failure) throw failure.error
    })
  })
}
