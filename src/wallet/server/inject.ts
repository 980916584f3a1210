/** Puts the client into a document, in place of the page's upsdk.js, for Vite and for the command. */
import { isSdkFile, standInFor } from '../sdkFile'
import type { ClientOptions } from '../settings'

/**
 * A server's addresses of the phone, the client, the stand-in for upsdk.js, the kit in upsdk's place, the recorder, and
 * the chosen settings.
 */
export const PHONE_PATH = '/@upsdk-kit/'
export const CLIENT_PATH = `${PHONE_PATH}client.js`
export const SDK_PATH = `${PHONE_PATH}upsdk.js`
export const KIT_PATH = `${PHONE_PATH}kit.js`
export const RECORDER_PATH = `${PHONE_PATH}recorder.js`
export const STATE_PATH = `${PHONE_PATH}state`

/** Matches comments, and scripts with their text: a tag inside a script's text is no tag of the page. */
const PARTS = /<!--[\s\S]*?-->|<script\b((?:[^>"']|"[^"]*"|'[^']*')*)>[\s\S]*?<\/script\s*>/gi
const SRC = /(\ssrc\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i
const INTEGRITY = /\s(?:integrity|crossorigin)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?/gi
/** The client goes behind the first of these that exists. Nothing before it runs a script. */
const HEAD = /<head(?:\s(?:[^>"']|"[^"]*"|'[^']*')*)?>/i
const HTML = /<html(?:\s(?:[^>"']|"[^"]*"|'[^']*')*)?>/i
const DOCTYPE = /<!doctype[^>]*>/i

/**
 * Puts the client before a document's first script. Tags of upsdk.js load our stand-in, with the page's own address
 * behind `?`, so that their `onload` runs as before.
 *
 * @param html as text, or read as latin1, one character per byte, which keeps the bytes of any encoding
 * @param options the client's options. They are JSON in the document, since a strict policy blocks inline scripts
 * @param base a prefix of our addresses. @default ''
 */
export function inject(html: string, options: ClientOptions, base = ''): string {
  const clients = clientTags(options, base)
  const tags = clients.length > SHORT ? encodingOf(html) + clients : clients
  const replaced = options.simulator
    ? html.replace(PARTS, (part, attributes?: string) => withoutSdk(part, attributes, base))
    : html
  for (const pattern of [HEAD, HTML, DOCTYPE]) {
    const found = firstOutsideComments(replaced, pattern)
    if (found) return replaced.slice(0, found.end) + tags + replaced.slice(found.end)
  }
  return tags + replaced
}

const META =
  /<!--[\s\S]*?-->|<script\b(?:[^>"']|"[^"]*"|'[^']*')*>[\s\S]*?<\/script\s*>|<meta\b(?:[^>"']|"[^"]*"|'[^']*')*>/gi
const POLICY = /(\shttp-equiv\s*=\s*["']?)(?=content-security-policy)/i

/** Disables a document's own Content-Security-Policy, which would block the client's files. */
export const withoutPolicies = (html: string): string =>
  html.replace(META, (part) => (/^<meta/i.test(part) ? part.replace(POLICY, '$1x-') : part))

/** The most bytes that may come before a page's own `<meta charset>`, which has to stay within the first 1,024. */
const SHORT = 400

/** Copies the page's `<meta charset>`, if it has one. */
function encodingOf(html: string): string {
  const blanked = html.slice(0, 1024).replace(/<!--[\s\S]*?(-->|$)/g, '')
  const [meta = ''] = /<meta\b[^>]*\bcharset\s*=[^>]*>/i.exec(blanked) || []
  return /http-equiv\s*=\s*["']?(?!content-type)/i.test(meta) ? '' : meta
}

/** Makes the tags of the client. */
function clientTags(options: ClientOptions, base: string): string {
  // A `<` could end the script around the JSON, and a page may be in any encoding.
  const settings = JSON.stringify(options).replace(
    /[<\u0080-\uffff]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  const scripts = options.recorder
    ? [RECORDER_PATH]
    : isInPlace(options)
      ? [CLIENT_PATH, KIT_PATH]
      : [CLIENT_PATH]
  const tags = scripts.map((path) => `<script src="${base}${path}"></script>`)
  return `<script type="application/json" data-upsdk-kit="settings">${settings}</script>${tags.join('')}`
}

/** Does the kit take upsdk's place? */
const isInPlace = ({ simulator }: ClientOptions): boolean =>
  typeof simulator === 'object' && !!simulator.inPlace

function withoutSdk(part: string, attributes: string | undefined, base: string): string {
  const [, , double, single, unquoted] = SRC.exec(attributes || '') || []
  const address = double || single || unquoted || ''
  if (!isSdkFile(address)) return part
  const replaced = (attributes || '').replace(
    SRC,
    (_src, name: string) => `${name}"${standInFor(base + SDK_PATH, address.replace(/&amp;/g, '&'))}"`,
  )
  // The hash of the real file does not match our stand-in.
  return part.replace(attributes || '', replaced.replace(INTEGRITY, ''))
}

function firstOutsideComments(html: string, pattern: RegExp): { end: number } | undefined {
  const comments = /<!--[\s\S]*?-->/g
  const blanked = html.replace(comments, (comment) => ' '.repeat(comment.length))
  const found = pattern.exec(blanked)
  return found ? { end: found.index + found[0].length } : undefined
}
