/** The tools are put into a document at the tags that a browser sees. */
import { describe, expect, it } from 'vitest'
import { createRewriter, inject } from '../../../wallet/server/inject'
import { createTagReader } from '../../../wallet/shared/html'

const OPTIONS = { simulator: true, inspector: true }

describe('the tags of a document', () => {
  const tags = (html: string) => {
    const found: string[] = []
    const end = createTagReader()(html, 0, ({ name, attributes }) => {
      if (!/^\/|^!--/.test(name))
        found.push([name, ...attributes.map((one) => `${one.name}=${one.value}`)].join(' '))
    })
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

  it.each(['<p', '<p a="', '<p a=">', '<!doctype', '<scr', '<', '</', '<!', '<!-'])(
    'end before an unfinished tag: %s',
    (rest) => {
      expect(tags(`<i>text${rest}`)).toEqual({ found: ['i'], rest })
    },
  )

  it.each([
    ['<script>a<b>', 'script'],
    ['<style>a<b>', 'style'],
    ['<title>a<b>', 'title'],
    ['<textarea>a<b>', 'textarea'],
    ['<noscript><meta http-equiv=a>', 'noscript'],
  ])('are none inside %s', (html, name) => {
    expect(tags(`${html}</${name}s></${name}><i>`).found).toEqual([name, 'i'])
  })

  it('are read behind an empty element of a picture', () => {
    expect(tags('<svg><title/><style /><p></svg><i>').found).toEqual(['svg', 'title', 'style', 'p', 'i'])
  })
})

describe('the attributes of a script tag of upsdk.js', () => {
  it.each([
    ['<script data-src=/a.js src=/upsdk.js>', '<script data-src=/a.js src="$">'],
    ['<script src=/upsdk.js src=/a.js>', '<script src="$" src=/a.js>'],
    ['<script/src="/upsdk.js"/integrity=x>', '<script/src="$">'],
    ['<script crossorigin src=\'/upsdk.js\' data-integrity="a">', '<script src="$" data-integrity="a">'],
    ['<script src=/a.js src=/upsdk.js>', '<script src=/a.js src=/upsdk.js>'],
    [
      '<script src="https://wallet.95516.com/s/app/js/cordova.js"></script><script src="/upsdk.js">',
      '<script src="/@upsdk-kit/upsdk.js?https%3A%2F%2Fwallet.95516.com%2Fs%2Fapp%2Fjs%2Fcordova.js"></script><script src="$">',
    ],
    ['<script src="/upsdk.js?a=1&amp;b=2">', '<script src="$%3Fa%3D1%26b%3D2">'],
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
    expect(rewritten([html]).endsWith(`</script>${expected}`)).toBe(true)
  })
})

/** Rewrites a document that comes in pieces. */
function rewritten(pieces: readonly string[], options = {}): string {
  const { write, end } = createRewriter({
    options: (hasPolicy) => ({ ...OPTIONS, ...options, ...(hasPolicy && { notes: ['policy'] }) }),
    replacesSdk: true,
    removesPolicies: true,
  })
  return pieces.map(write).join('') + end()
}

describe('a document that comes in pieces', () => {
  const PAGE =
    '<!-- a --><!doctype html><html><head><title>a<b></title><meta charset=gbk><meta http-equiv="Content-Security-Policy" content="a">' +
    '<style>a{}</style><noscript><p></noscript><script>"<head>"</script></head><body a=">">b<!-- <script src=upsdk.js> -->' +
    '<script src="https://a.example/upsdk.js?a=1&amp;b=2" integrity=x></script ><p>c'

  it('is rewritten as if it had come at once, wherever it is cut', () => {
    const whole = rewritten([PAGE])
    expect(whole).toContain('x-Content-Security-Policy')
    expect(whole).toContain('"notes":["policy"]')
    expect(whole).toContain(
      '<script src="/@upsdk-kit/upsdk.js?https%3A%2F%2Fa.example%2Fupsdk.js%3Fa%3D1%26b%3D2">',
    )
    for (let at = 0; at <= PAGE.length; at++)
      expect(rewritten([PAGE.slice(0, at), PAGE.slice(at)]), `${at}: ${PAGE.slice(at)}`).toBe(whole)
    expect(rewritten(Array.from(PAGE))).toBe(whole)
  })

  /** How many characters of a document have come when its beginning is sent. */
  function sentAfter(html: string, options = {}): number {
    const { write } = createRewriter({ options: () => ({ ...OPTIONS, ...options }), replacesSdk: true })
    return Array.from(html).findIndex((one) => write(one) !== '') + 1
  }

  const LONG = { targetOrigin: `https://${'a'.repeat(400)}.example` }
  it.each<[string, string, object]>([
    ['its first script', '<head><link rel=icon><script src=a.js>', {}],
    ['the end of its head', '<head><title>a</title><meta name=a><!-- b --></head>', {}],
    ['its body', '<html><body>', {}],
    ['a text', '<html>\n\ta', {}],
    ['an element that no head has', '<!doctype html><link rel=icon><p>', {}],
    ['the name of its encoding, if the client’s tags are long', '<script>1</script><meta charset=gbk>', LONG],
    ['1,024 bytes, if the client’s tags are long', '<script>1</script>'.padEnd(1024), LONG],
  ])('is held up to %s', (_what, html, options) => {
    expect(sentAfter(`${html}${' '.repeat(20)}`, options)).toBe(html.length)
  })

  it('with an encoding’s mark before its document type is held', () => {
    expect(sentAfter('\xef\xbb\xbf<!doctype html>')).toBe(0)
  })

  it.each([['<a b="'], ['<!doctype '], ['<p '.padEnd(1 << 20, 'x')]])(
    'is not held for ever by an unfinished tag: %.10s',
    (tag) => {
      const { write } = createRewriter({ options: () => OPTIONS, replacesSdk: true })
      write('<p>')
      const sent = Array.from({ length: 20 }, () => write(tag.padEnd(1 << 17, 'x')).length)
      expect(Math.max(...sent)).toBeGreaterThanOrEqual(1 << 20)
    },
  )

  it('is sent while a script of it still comes, but not the part that may be its end', () => {
    const { write } = createRewriter({ options: () => OPTIONS, replacesSdk: true })
    write('<p><script>')
    expect(write(`${'a'.repeat(100)}</scri`)).toBe('a'.repeat(96))
  })

  it.each([
    ['is binary', '\0<head>', false],
    ['is binary behind its first kilobyte', `<head>${' '.repeat(1024)}\0`, true],
    ['begins with the mark of UTF-16, low byte first', '\xff\xfe<head>', false],
    ['begins with the mark of UTF-16, high byte first', '\xfe\xff<head>', false],
    ['has such a mark further down', '<head>\xff\xfe', true],
    ['has bytes of another encoding', '<head>\xb8\xb6\xbf\xee', true],
  ])('and %s keeps its bytes', (_what, html, isChanged) => {
    const sent = rewritten([html, '<script src=upsdk.js></script>'])
    expect(sent.includes('client.js')).toBe(isChanged)
    expect(sent.includes('/@upsdk-kit/upsdk.js?')).toBe(isChanged)
    if (!isChanged) expect(sent).toBe(`${html}<script src=upsdk.js></script>`)
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
