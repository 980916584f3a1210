/** Puts the client into a document, in place of the page's upsdk.js, for Vite and for the command. */
import { isSdkFile, standInAddress } from '../shared/sdkAddress'
import type { ClientOptions } from '../shared/settings'
import { attributeOf, type Edit, edited, readTags, type Tag } from './html'
import { CLIENT_PATH, KIT_PATH, RECORDER_PATH, SDK_PATH } from './paths'

/** The client goes behind the first tag of these names that exists. Nothing before it runs a script. */
const BEGINNINGS = ['head', 'html', '!doctype']

/**
 * Puts the client before a document's first script. Tags of upsdk.js load our stand-in, with the page's own address
 * behind `?`, so that their `onload` runs as before.
 *
 * @param html as text, or read as latin1, one character per byte, which keeps the bytes of any encoding
 * @param options the client's options. They are JSON in the document, since a strict policy blocks inline scripts
 * @param found gets each address that is replaced
 */
export function inject(html: string, options: ClientOptions, found?: (address: string) => void): string {
  const clients = clientTags(options)
  const tags = clients.length > SHORT ? encodingOf(html) + clients : clients
  const edits: Edit[] = []
  const ends = new Map<string, number>()
  readTags(html, (tag) => {
    if (BEGINNINGS.includes(tag.name) && !ends.has(tag.name)) ends.set(tag.name, tag.end)
    else if (tag.name === 'script' && options.simulator) edits.push(...withoutSdk(tag, found))
  })
  const at = BEGINNINGS.map((name) => ends.get(name)).find((end) => end !== undefined) || 0
  return edited(html, [{ start: at, end: at, text: tags }, ...edits])
}

/** Disables a document's own Content-Security-Policy, which would block the client's files. */
export function withoutPolicies(html: string): string {
  const edits: Edit[] = []
  readTags(html, (tag) => {
    const policy = tag.name === 'meta' ? attributeOf(tag, 'http-equiv') : undefined
    if (!policy || !/^content-security-policy/i.test(policy.value)) return
    edits.push({ start: policy.valueAt, end: policy.valueAt, text: 'x-' })
  })
  return edited(html, edits)
}

/** The most bytes that may come before a page's own `<meta charset>`, which has to stay within the first 1,024. */
const SHORT = 400

/** Copies the page's `<meta charset>`, if it has one. */
function encodingOf(html: string): string {
  const blanked = html.slice(0, 1024).replace(/<!--[\s\S]*?(-->|$)/g, '')
  const [meta = ''] = /<meta\b[^>]*\bcharset\s*=[^>]*>/i.exec(blanked) || []
  return /http-equiv\s*=\s*["']?(?!content-type)/i.test(meta) ? '' : meta
}

/** Makes the tags of the client. */
function clientTags(options: ClientOptions): string {
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
  const tags = scripts.map((path) => `<script src="${path}"></script>`)
  return `<script type="application/json" data-upsdk-kit="settings">${settings}</script>${tags.join('')}`
}

/** Does the kit take upsdk's place? */
const isInPlace = ({ simulator }: ClientOptions): boolean =>
  typeof simulator === 'object' && !!simulator.inPlace

/** Leads a tag of upsdk.js to our stand-in. The hash of the real file does not match it. */
function withoutSdk(tag: Tag, found?: (address: string) => void): Edit[] {
  const source = attributeOf(tag, 'src')
  if (!source || !isSdkFile(source.value)) return []
  const own = source.value.replace(/&amp;/g, '&')
  found?.(own)
  const address = standInAddress(SDK_PATH, own)
  const isQuoted = source.end > source.valueAt + source.value.length
  return [
    { start: source.valueAt - (isQuoted ? 1 : 0), end: source.end, text: `"${address}"` },
    ...tag.attributes
      .filter(({ name }) => name === 'integrity' || name === 'crossorigin')
      .map(({ start, end }) => ({ start, end, text: '' })),
  ]
}
