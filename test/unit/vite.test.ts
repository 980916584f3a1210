/** Which tags of a page the Vite plug-in leaves out while it is developed. */
import { describe, expect, it } from 'vitest'
import upsdkKit from '../../src/vite'

/** What is left of a page, without the tags that are added. */
function served(html: string, options = {}): string {
  const given = upsdkKit(options).transformIndexHtml.handler(html)
  return typeof given === 'string' ? given : given.html
}

/** What is put back in a real wallet. */
function putBack(html: string): string[] {
  const given = upsdkKit().transformIndexHtml.handler(html)
  const [, start] = typeof given === 'string' ? [] : given.tags
  const json = (start?.children || '').replace(/^UpsdkKitClient\.start\(|\)$/g, '')
  return JSON.parse(json).sdkTags
}

describe('while the page is developed', () => {
  it.each([
    '<script src="https://open.95516.com/s/open/js/upsdk.js"></script>',
    "<script src='https://open.95516.com/s/open/js/upsdk.js'></script>",
    '<script src=https://open.95516.com/s/open/js/upsdk.js></script>',
    '<script src=https://open.95516.com/s/open/js/upsdk.js defer></script>',
    '<script src = "https://open.95516.com/s/open/js/upsdk.js" ></script>',
    '<SCRIPT type="text/javascript" SRC="//open.95516.com/s/open/js/upsdk.js?v=3"></SCRIPT>',
    '<script\n  crossorigin\n  src="/lib/upsdk.min.js"\n>\n</script >',
    '<script src=/lib/upsdk.min.js?x=1></script>',
    '<script src="./upsdk.js#a"></script>',
    '<script src="upsdk.js"></script>',
    '<script data-note="a > b" src="/upsdk.js"></script>',
  ])('the page’s own upsdk.js is left out, and put back in a real wallet: %s', (tag) => {
    expect(served(`<head>${tag}</head>`)).toBe('<head></head>')
    expect(putBack(`<head>${tag}</head>`)).toEqual([tag])
    expect(served(`<head>${tag}</head>`, { simulator: false })).toBe(`<head>${tag}</head>`)
  })

  it.each([
    '<!-- <script src="https://open.95516.com/s/open/js/upsdk.js"></script> -->',
    '<!--\n<script src="/a.js"></script>\n<script src="/upsdk.js"></script>\n-->',
    '<script src="/my-upsdk.js"></script>',
    '<script src="/upsdk.js/other.js"></script>',
    '<script src="/upsdk.json"></script>',
    '<script src="/upsdk-kit.min.js"></script>',
    '<script data-src="/upsdk.js"></script>',
    '<script>const tag = \'<script src="/upsdk.js">\'</script>',
    '<script type="module" src="/main.js"></script>',
    '<p>upsdk.js</p>',
  ])('anything else is left alone: %s', (part) => {
    expect(served(`<head>${part}</head>`)).toBe(`<head>${part}</head>`)
    expect(putBack(`<head>${part}</head>`)).toEqual([])
  })

  it('a tag beside one that is commented out is left out', () => {
    const comment = '<!-- <script src="/upsdk.js"></script> -->'
    expect(served(`${comment}<script src=/upsdk.js></script><script>1</script>`)).toBe(
      `${comment}<script>1</script>`,
    )
  })
})
