/** The command's own pages, in place of the target's. */
import { Buffer } from 'node:buffer'
import type { ServerTexts } from './serverTexts'

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (one) => ESCAPED[one] || one)

/** Escapes a page to ASCII, since the form data in it may be in any encoding. */
const toAscii = (html: string): string => html.replace(/[^\0-\x7f]/g, (one) => `&#${one.charCodeAt(0)};`)

/** The look of the phone, in either theme. */
const STYLE = `:root{color-scheme:light dark;--paper:#fff;--ground:#f3f5f6;--ink:#17242a;--soft:#52646b;--line:#d9e0e2;--accent:#0b6572;--on-accent:#fff}
@media(prefers-color-scheme:dark){:root{--paper:#1d2629;--ground:#141b1e;--ink:#e8eff1;--soft:#a9b8bd;--line:#38464b;--accent:#6fc9d6;--on-accent:#06252a}}
body{margin:0;min-height:100vh;box-sizing:border-box;padding:8vh 1em;background:var(--ground);color:var(--ink);font:medium/1.6 -apple-system,"PingFang SC","Microsoft YaHei","Noto Sans SC","Segoe UI",Roboto,sans-serif}
main{max-width:32em;margin:0 auto;padding:1.5em;background:var(--paper);border:1px solid var(--line);border-radius:1.1em;overflow-wrap:anywhere}
h1{margin:0 0 .5em;font-size:1.25em}p{margin:0 0 .8em}ul{margin:0;padding:0;list-style:none}li{border-top:1px solid var(--line)}
main>p:last-child{margin:1em 0 0}
a{display:block;padding:.6em 0;color:var(--accent)}small{color:var(--soft)}
button{min-height:2.75em;padding:.5em 1.5em;border:0;border-radius:.6em;background:var(--accent);color:var(--on-accent);font:inherit;font-weight:600}`

interface PageContent {
  readonly title: string
  readonly text: string
  /** ASCII markup below the text. */
  readonly more?: string
  /** Markup for its head. */
  readonly head?: string
}

function page({ language }: ServerTexts, { title, text, more = '', head = '' }: PageContent): string {
  const html = `<!doctype html><html lang="${language}"><head>${head}<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>`
  return `${toAscii(html)}${more}<p><small>upsdk-kit wallet</small></p></main></body></html>`
}

/** Makes the page for a target that does not answer. It tries again each second. */
export const waitingPage = (texts: ServerTexts, target: string): string =>
  page(texts, {
    title: texts.waitingTitle,
    text: [texts.waiting(target), texts.looksAgain].join(texts.language === 'en' ? ' ' : ''),
    head: '<meta http-equiv="refresh" content="1">',
  })

/** Makes the page for a request without the key. */
export const noKeyPage = (texts: ServerTexts): string =>
  page(texts, { title: texts.noKeyTitle, text: texts.noKey })

/** Makes the page for a file that is missing in a folder. @param pages the paths of those that are there */
export function missingPage(texts: ServerTexts, path: string, pages: readonly string[]): string {
  const items = pages.map((one) => `<li><a href="${escapeHtml(encodeURI(one))}">${escapeHtml(one)}</a></li>`)
  const more = pages.length
    ? toAscii(`<p>${escapeHtml(texts.folderPages)}</p><ul>${items.join('')}</ul>`)
    : ''
  return page(texts, { title: texts.missingTitle, text: texts.missing(path), more })
}

export const failedPage = (texts: ServerTexts, text: string, title = texts.failedTitle): string =>
  page(texts, { title, text })

/** Makes a page that navigates to UnionPay's consent page, so that the client in it can intercept that. */
export const consentPage = (address: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head><body><script>location.replace(${JSON.stringify(address).replace(/</g, '\\u003c')})</script></body></html>`

/** The most bytes of a form that another site may send. */
export const MOST_FORM = 1 << 20

/**
 * Makes the page that asks whether to send a form from another site. It keeps the fields' bytes in whatever encoding
 * they came.
 *
 * @param origin of this server. A path that begins with two slashes would lead to another one
 */
export function askPage(
  texts: ServerTexts,
  origin: string,
  url: string,
  form: string,
): { html: Buffer; charset: string } {
  const fields = form
    .split('&')
    .filter(Boolean)
    .map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return `<input type="hidden" name="${fieldOf(name)}" value="${fieldOf(value.join('='))}">`
    })
  const more = `<form method="post" action="${escapeHtml(origin + url)}">${fields.join('')}<button>${toAscii(escapeHtml(texts.askSend))}</button></form>`
  const text = texts.ask(url.split('?')[0] || '/')
  const html = Buffer.from(page(texts, { title: texts.askTitle, text, more }), 'latin1')
  return { html, charset: isUtf8(html) ? 'utf-8' : 'gb18030' }
}

/** Makes a field of a form, with one character per byte. */
const fieldOf = (text: string): string =>
  escapeHtml(
    text
      .replace(/\+/g, ' ')
      .replace(/%([\da-f]{2})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))),
  ).replace(/[\r\n]/g, (one) => `&#${one.charCodeAt(0)};`)

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** The script in place of a service worker that another project has left at this address. */
export const UNREGISTERING_WORKER = `self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil((async () => {
  await self.registration.unregister()
  for (const client of await self.clients.matchAll({ type: 'window' })) client.navigate(client.url)
})()))
`
