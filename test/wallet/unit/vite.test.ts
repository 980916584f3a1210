/** While a page is developed, the Vite plug-in puts the client before its first script and keeps upsdk.js out. */
import { describe, expect, it } from 'vitest'
import { inject } from '../../../wallet/server/inject'
import upsdkKit, { type UpsdkKitOptions } from '../../../wallet/vite'

const CLIENT =
  /<script type="application\/json" data-upsdk-kit="settings">(.*?)<\/script><script src="\/@upsdk-kit\/client\.js"><\/script>/

const served = (html: string, options?: UpsdkKitOptions) => upsdkKit(options).transformIndexHtml.handler(html)

/** The page, without the tags of the client. */
const rest = (html: string, options?: UpsdkKitOptions) => served(html, options).replace(CLIENT, '')

const standIn = (address: string) => `/@upsdk-kit/upsdk.js?${encodeURIComponent(address)}`

describe('in a page that Vite serves for development,', () => {
  it.each([
    ['https://open.95516.com/s/open/js/upsdk.js', '<script src="$"></script>'],
    ['https://open.95516.com/s/open/js/upsdk.js', "<script src='$'></script>"],
    ['https://open.95516.com/s/open/js/upsdk.js', '<script src=$></script>'],
    ['https://open.95516.com/s/open/js/upsdk.js', '<script src=$ defer></script>'],
    ['https://open.95516.com/s/open/js/upsdk.js', '<script src = "$" ></script>'],
    ['//open.95516.com/s/open/js/upsdk.js?v=3', '<SCRIPT type="text/javascript" SRC="$"></SCRIPT>'],
    ['/lib/upsdk.min.js', '<script\n  src="$"\n>\n</script >'],
    ['/lib/upsdk.min.js?x=1', '<script src=$></script>'],
    ['./upsdk.js#a', '<script src="$"></script>'],
    ['upsdk.js', '<script src="$"></script>'],
    ['/upsdk.js', '<script data-note="a > b" src="$"></script>'],
  ])('the page’s own upsdk.js is replaced by the client’s: %s in %s', (address, tag) => {
    const own = tag.replace('$', address)
    const page = rest(`<head>${own}</head>`)
    expect(page).toContain(`"${standIn(address)}"`)
    expect(page.replace(`"${standIn(address)}"`, '$')).toBe(`<head>${tag.replace(/["']\$["']/, '$')}</head>`)
    expect(served(`<head>${own}</head>`, { simulator: false })).toContain(own)
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
  ])('anything else is not changed: %s', (part) => {
    expect(rest(`<head>${part}</head>`)).toBe(`<head>${part}</head>`)
  })

  it('a tag beside one that is commented out is replaced', () => {
    const comment = '<!-- <script src="/upsdk.js"></script> -->'
    expect(rest(`${comment}<script src=/upsdk.js></script><script>1</script>`)).toBe(
      `${comment}<script src="${standIn('/upsdk.js')}"></script><script>1</script>`,
    )
  })

  it('the hash of the real file is removed, since the replacement does not match it', () => {
    expect(rest('<script crossorigin="anonymous" integrity="sha384-x" src="/upsdk.js" async></script>')).toBe(
      `<script src="${standIn('/upsdk.js')}" async></script>`,
    )
  })

  it('nothing is added if both tools are off', () => {
    const html = '<html><head></head></html>'
    expect(served(html, { simulator: false, inspector: false })).toBe(html)
  })
})

describe('the client comes before the page’s first script', () => {
  it.each([
    ['<!doctype html><html lang="zh"><head data-a="b > c"><meta charset="gbk">', 'data-a="b > c">'],
    ['<!DOCTYPE html><html><script src="/a.js"></script>', '<html>'],
    ['<!doctype html><script src="/a.js"></script>', '<!doctype html>'],
    ['<!-- <head> --><html><head><title>', '<html><head>'],
    ['<header>no head</header>', ''],
    ['', ''],
  ])('of %s', (html, before) => {
    const page = inject(html, { simulator: true, inspector: true })
    const at = page.search(CLIENT)
    expect(page.slice(0, at).endsWith(before)).toBe(true)
    expect(page.replace(CLIENT, '')).toBe(html)
  })

  it('in less than 300 bytes, so that the page’s <meta charset> is read', () => {
    const settings = { platform: 'ios', bridge: 'jsbridge', readyAfter: 'never' } as const
    const page = inject('', { simulator: settings, inspector: true })
    expect(page.length).toBeLessThan(300)
  })

  it('with settings that cannot end their script', () => {
    const page = inject('', {
      simulator: { results: { a: '</script><script>alert(1)</script>' } },
      inspector: false,
    })
    const [, json = ''] = CLIENT.exec(page) || []
    expect(json).not.toContain('<')
    expect(JSON.parse(json)).toEqual({
      simulator: { results: { a: '</script><script>alert(1)</script>' } },
      inspector: false,
    })
  })
})
