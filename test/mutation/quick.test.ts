import { readdirSync } from 'node:fs'
import { describe, it } from 'vitest'

/** Random cases, another window than happy-dom's, what counts lines, and what is about none of the rooms that are mutated. */
const LEFT_OUT =
  /^(fuzz|jsdom|layers|adapters-.*|fallback-.*|field-.*|gcj02|share-link|version|payment-fuzz)\.test\.ts$/
const isQuick = (name: string) => !LEFT_OUT.test(name)

// All in one file, so that window and modules are made once for each mutant. Each test file is imported inside a
// group of its own: its hooks stay with its own tests. What keeps one from loading fails a test, or else a mutant
// that breaks a module would leave no tests, and pass.
for (const file of readdirSync('test/unit').filter(isQuick)) {
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
