/** The tools are put into a document in linear time. */
import { describe, expect, it } from 'vitest'
import { createRewriter } from '../../../wallet/server/inject'

/** Rewrites a document that comes in pieces, as from a network. */
function rewrite(html: string): void {
  const { write, end } = createRewriter({
    options: () => ({ simulator: true, inspector: true }),
    replacesSdk: true,
    removesPolicies: true,
  })
  for (let at = 0; at < html.length; at += 1 << 16) write(html.slice(at, at + (1 << 16)))
  end()
}

const MIB = 1 << 20
const repeated = (text: string) => text.repeat(Math.ceil(MIB / text.length))

describe('a document of 1 MiB is changed in linear time', () => {
  it.each([
    '<script>',
    '<script ',
    '<script src=/upsdk.js>',
    '<script src="/upsdk.js"></script>',
    '<script src="',
    "<script src='a' ",
    '<script></script ',
    '<!--',
    '<!-- <script> -->',
    '<!-',
    '<!doctype ',
    '<head ',
    '<head a="',
    '<html a=\'"',
    '<meta http-equiv=',
    '<meta http-equiv="content-security-policy" ',
    '<a = ',
    '<a "',
    '<',
    '</script',
    '<script>"</script>',
    ' src=',
    '<script integrity crossorigin src=/upsdk.js></script>',
  ])('if it repeats %s', (text) => {
    const before = performance.now()
    const html = repeated(text)
    rewrite(html)
    rewrite(`<script ${' '.repeat(MIB)}${html}`)
    // The limit holds on a busy machine too; quadratic time would take minutes.
    expect(performance.now() - before).toBeLessThan(10_000)
  })
})
