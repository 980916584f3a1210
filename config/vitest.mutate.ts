import { configDefaults, defineConfig, type ViteUserConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

type Tests = NonNullable<ViteUserConfig['test']>

/** The tests that run against each mutant, by the name that a room has for them (`test/mutation/rooms.mjs`). */
const tests: Record<string, Tests> = {
  kit: {
    include: ['test/mutation/quick.test.ts'],
    environment: 'happy-dom',
  },
  server: {
    include: ['test/wallet/package/*.test.ts', 'test/wallet/unit/{server/*,inject}.test.ts'],
    // Left out: what starts the program, and what is about time and memory.
    exclude: [...configDefaults.exclude, '**/{program,endures,loads}.test.ts'],
    environment: 'node',
    isolate: false,
  },
  client: {
    include: ['test/wallet/unit/*.test.ts'],
    // Left out: what replays wallets on the kit.
    exclude: [...configDefaults.exclude, '**/{recorder*,simulator*,wallets,inject*,stand-in,vite}.test.ts'],
    environment: 'happy-dom',
    isolate: false,
  },
  start: {
    include: ['test/wallet/pages/wallet-{around,asks,bad-input,refused,settings,sheets}.test.ts'],
    setupFiles: ['test/mutation/start.setup.ts'],
    environment: 'node',
    isolate: false,
    testTimeout: 15_000,
    hookTimeout: 15_000,
    expect: { poll: { timeout: 5000 } },
  },
}

/** Vitest would begin with the files that took longest or failed last: most mutants fall by any test of theirs. */
class ByName extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.sort((one, other) => one.moduleId.localeCompare(other.moduleId))
  }
}

/** For `npm run mutate`. */
export default defineConfig({
  root: process.cwd(),
  test: {
    // The slowest takes half a second. A mutant that leaves a promise open fails by itself, and costs no new process.
    testTimeout: 6000,
    hookTimeout: 6000,
    restoreMocks: true,
    sequence: { sequencer: ByName },
    ...tests[process.env.MUTATION_TESTS || 'kit'],
  },
})
