/**
 * For mutants of the client's start, which run in a page: switches on in each page the mutant that Stryker tries, and in its
 * first run tells Stryker which mutants each test reaches. A page waits less for what a mutant made impossible.
 */
import { type Browser, chromium } from 'playwright-core'

/** The object that Stryker and the code that it has changed share, here and in a page. */
interface Stryker {
  activeMutant?: string
  hitLimit?: number
  hitCount?: number
  currentTestId?: string
  mutantCoverage?: { static: Counts; perTest: Record<string, Counts> }
}
type Counts = Record<string, number>
type WithStryker = { __stryker__?: Stryker; reached?(mutants: string[]): void }

const here = globalThis as WithStryker

/** Runs in each page. */
function begin({ activeMutant, hitLimit }: Stryker): void {
  const page = window as WithStryker
  let found: string[] = []
  const counts = new Proxy<Counts>(
    {},
    {
      set(target, mutant: string) {
        if (mutant in target) return true
        target[mutant] = 1
        // One message for all that a task reaches.
        if (found.push(mutant) === 1)
          queueMicrotask(() => {
            page.reached?.(found)
            found = []
          })
        return true
      },
    },
  )
  page.__stryker__ = { activeMutant, hitLimit, hitCount: 0, mutantCoverage: { static: counts, perTest: {} } }
}

function reached(_source: unknown, mutants: string[]): void {
  const stryker = here.__stryker__
  if (!stryker?.currentTestId || stryker.activeMutant !== undefined) return
  stryker.mutantCoverage ||= { static: {}, perTest: {} }
  const counts = (stryker.mutantCoverage.perTest[stryker.currentTestId] ||= {})
  for (const mutant of mutants) counts[mutant] = 1
}

async function withMutant(browser: Browser): Promise<Browser> {
  const newContext = browser.newContext.bind(browser)
  browser.newContext = async (options) => {
    const context = await newContext(options)
    context.setDefaultTimeout(5000)
    const { activeMutant, hitLimit } = here.__stryker__ || {}
    await context.addInitScript(begin, { activeMutant, hitLimit })
    if (activeMutant === undefined) await context.exposeBinding('reached', reached)
    return context
  }
  return browser
}

// The files of a worker share its browser.
const launch = chromium.launch.bind(chromium)
chromium.launch = async (options) => withMutant(await launch(options))
