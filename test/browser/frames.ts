/** Runs scenarios that need a window but no tab: each gets a frame of one page, and all run at once. */
import { kitFile, openPage, type PageOptions, page, REAL_SDK } from './harness'

/**
 * The scripts of a frame in their order, of which two are the SDK file and the kit, and the expression that runs
 * after them.
 */
export interface Scenario {
  scripts: readonly ('sdk' | 'kit' | { source: string })[]
  /** An expression; what it resolves to is the outcome. */
  run: string
}

/** These scripts are in the page once, for all of its frames. */
const kept = (name: string, source: string) => `<script type="text/plain" id="${name}">${source}</script>`
const html = () => page(kept('sdk', REAL_SDK) + kept('kit', kitFile()))

/** Runs all scenarios in one page. Each returns its value or its error. */
export async function inFrames<T>(
  options: Omit<PageOptions, 'html'>,
  scenarios: readonly Scenario[],
): Promise<({ value: T } | { error: string })[]> {
  const opened = await openPage({ ...options, html: html() })
  try {
    return await opened.evaluate(
      (all) =>
        Promise.all(
          all.map(async ({ scripts, run }) => {
            const sources = scripts.map((one) =>
              typeof one === 'string' ? document.getElementById(one)?.textContent : one.source,
            )
            const frame = document.createElement('iframe')
            const loaded = new Promise((resolve) => {
              frame.onload = resolve
            })
            frame.srcdoc = `<!doctype html><meta charset="utf-8"><body>${sources.map((source) => `<script>${source}</script>`).join('')}`
            document.body.append(frame)
            await loaded
            const late = new Promise<never>((_, reject) => setTimeout(reject, 30_000, 'it did not end'))
            const inside = frame.contentWindow as Window & { eval(source: string): T | Promise<T> }
            try {
              return { value: await Promise.race([inside.eval(run), late]) }
            } catch (error) {
              return { error: String(error) }
            } finally {
              frame.remove()
            }
          }),
        ),
      scenarios,
    )
  } finally {
    await opened.done()
  }
}
