/** The tools are put into a document at the tags that a browser sees. */
import { describe, expect, it } from 'vitest'
import { readTags } from '../../../wallet/server/html'
import { inject, withoutPolicies } from '../../../wallet/server/inject'

const OPTIONS = { simulator: true, inspector: true }

describe('the tags of a document', () => {
  const tags = (html: string) => {
    const found: string[] = []
    const end = readTags(html, ({ name, attributes }) =>
      found.push([name, ...attributes.map((one) => `${one.name}=${one.value}`)].join(' ')),
    )
    return { found, rest: html.slice(end) }
  }

  it.each([
    ['<p a=1 b="2>" c=\'3"\' D e = 4>', ['p a=1 b=2> c=3" d= e=4']],
    ["<p a=it's><i>", ["p a=it's", 'i']],
    ["<p don't><i>", ["p don't=", 'i']],
    ['<script/src=a.js></script>', ['script src=a.js']],
    ['<script src=a.js/></script>', ['script src=a.js/']],
    ['<script src=a><b></script><i>', ['script src=a', 'i']],
    ['<script></scripts><b></script\n><i>', ['script', 'i']],
    ['<!----><i><!--><b><!---><u>', ['i', 'b', 'u']],
    ['<!-- <p> --><i>', ['i']],
    ['<!DOCTYPE html><?php <p ?><i>', ['!doctype', '?php', 'i']],
    ['a < b </p><1><i>', ['i']],
    ['</p "<script src=a></script><i>', ['i']],
  ])('are read as a browser reads them: %s', (html, found) => {
    expect(tags(html)).toEqual({ found, rest: '' })
  })

  it.each(['<p', '<p a="', '<p a=">', '<!-- >', '<script>a', '<script src=a></script', '<!doctype', '<scr'])(
    'end before an unfinished tag: %s',
    (rest) => {
      expect(tags(`<i>text${rest}`)).toEqual({ found: ['i'], rest })
    },
  )
})

describe('the attributes of a script tag of upsdk.js', () => {
  it.each([
    ['<script data-src=/a.js src=/upsdk.js>', '<script data-src=/a.js src="$">'],
    ['<script src=/upsdk.js src=/a.js>', '<script src="$" src=/a.js>'],
    ['<script/src="/upsdk.js"/integrity=x>', '<script/src="$">'],
    ['<script crossorigin src=\'/upsdk.js\' data-integrity="a">', '<script src="$" data-integrity="a">'],
    ['<script src=/a.js src=/upsdk.js>', '<script src=/a.js src=/upsdk.js>'],
    ['<script data-a=\' src="/upsdk.js" \'>', '<script data-a=\' src="/upsdk.js" \'>'],
  ])('stay, except its address and its hash: %s', (tag, expected) => {
    const page = inject(`<head>${tag}</script>`, OPTIONS)
    const changed = expected.replace('$', '/@upsdk-kit/upsdk.js?%2Fupsdk.js')
    expect(page.endsWith(`</script>${changed}</script>`)).toBe(true)
  })
})

describe('a content security policy in the document', () => {
  it.each([
    [
      '<meta http-equiv="Content-Security-Policy" content="a">',
      '<meta http-equiv="x-Content-Security-Policy" content="a">',
    ],
    [
      '<meta content=a http-equiv=content-security-policy>',
      '<meta content=a http-equiv=x-content-security-policy>',
    ],
    [
      "<meta http-equiv = 'Content-Security-Policy-Report-Only'>",
      "<meta http-equiv = 'x-Content-Security-Policy-Report-Only'>",
    ],
    ['<meta name="content-security-policy">', '<meta name="content-security-policy">'],
    [
      '<!-- <meta http-equiv=content-security-policy> -->',
      '<!-- <meta http-equiv=content-security-policy> -->',
    ],
    [
      '<script>"<meta http-equiv=content-security-policy>"</script>',
      '<script>"<meta http-equiv=content-security-policy>"</script>',
    ],
  ])('is disabled if a browser would obey it: %s', (html, expected) => {
    expect(withoutPolicies(html)).toBe(expected)
  })
})

describe('the client’s tags', () => {
  const scripts = (options: Parameters<typeof inject>[1]) =>
    Array.from(inject('<head>', options).matchAll(/<script src="([^"]*)"/g), ([, path]) => path)

  it.each([
    [{ simulator: true }, ['client.js']],
    [{ simulator: { ask: true } }, ['client.js']],
    [{ simulator: { inPlace: true } }, ['client.js', 'kit.js']],
    [{ inspector: true }, ['client.js']],
    [{ recorder: true }, ['recorder.js']],
  ] as const)('load what the options need: %j', (options, names) => {
    expect(scripts(options as Parameters<typeof inject>[1])).toEqual(
      names.map((name) => `/@upsdk-kit/${name}`),
    )
  })
})
