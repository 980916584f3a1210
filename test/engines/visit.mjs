/** Opens the pages in a browser, does what they request, and collects their checks. */
import { pages, visits } from './places.mjs'
import { wait } from './processes.mjs'
import { serve } from './server.mjs'

/** ms that a page may take. */
const LIMIT = 20_000

/** @returns its checks: `[name, ok, detail]` */
async function visit(browser, address, { page, userAgent }) {
  const url = `${address}/page?page=${encodeURIComponent(page)}&visit=${Date.now()}&agent=${encodeURIComponent(userAgent)}`
  await browser.open(url, userAgent)
  const until = Date.now() + LIMIT
  let checks = []
  while (Date.now() < until) {
    // A page that is on its way is not there, or the one before is still.
    const text = await browser
      .evaluate(`window.report && location.href === ${JSON.stringify(url)} ? window.report() : ''`)
      .catch(() => '')
    const state = text ? JSON.parse(text) : {}
    checks = state.checks || checks
    if (state.done) return checks
    if (state.wanted) {
      const { press, click } = state.wanted
      if (press) await browser.press(press)
      else await browser.click(...click)
      await browser.evaluate('window.fulfilled()')
    } else await wait(20)
  }
  return [...checks, ['comes to its end in time', false, `it had ${checks.length} checks`]]
}

/** @returns the checks of all pages: `{ name, ok, detail }` */
export async function visitAll(browser, only) {
  const server = await serve(pages)
  const all = []
  try {
    for (const one of visits) {
      const title = `${one.page} (${one.where})`
      if (only && !title.includes(only)) continue
      const checks = await visit(browser, server.address, one).catch((error) => [
        ['can be opened', false, error.message],
      ])
      for (const [name, ok, detail] of checks) all.push({ name: `${title}: ${name}`, ok, detail })
    }
  } finally {
    server.stop()
  }
  return all
}
