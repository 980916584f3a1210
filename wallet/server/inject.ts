/** Puts the client into a document, and the page's upsdk.js out of it, for Vite and for the command. */

import { type Attribute, attributeOf, createTagReader, type Edit, edited, type Tag } from '../shared/html'
import { sdkEdits } from '../shared/sdkInHtml'
import type { ClientOptions } from '../shared/settings'
import { createBeginning, MOST_OF_ENCODING } from './beginning'
import { CLIENT_PATH, KIT_PATH, RECORDER_PATH, SDK_PATH } from './paths'

/**
 * Puts the client before a document's first script. Tags of upsdk.js load our stand-in, with the page's own address
 * behind `?`, so that their `onload` runs as before.
 *
 * @param options the client's options. They are JSON in the document, since a strict policy blocks inline scripts
 * @param found gets each address that is replaced
 */
export function inject(html: string, options: ClientOptions, found?: (address: string) => void): string {
  const rewriter = createRewriter({ options: () => options, replacesSdk: !!options.simulator, found })
  return rewriter.write(html) + rewriter.end()
}

/** Rewrites a document as it comes. */
export interface DocumentRewriter {
  /**
   * Takes more of the document, as text, or read as latin1, one character per byte, which keeps the bytes of any
   * encoding. @returns what can be sent now
   */
  write(html: string): string
  /** @returns the rest, once no more comes */
  end(): string
}

export interface Rewriting {
  /** Makes the client's options. @param hasPolicy whether the document has a policy of its own before its first script */
  options(hasPolicy: boolean): ClientOptions
  /** Whether tags of upsdk.js load our stand-in. */
  readonly replacesSdk: boolean
  /** Disables the document's own Content-Security-Policy, which would block the client's files. @default false */
  readonly removesPolicies?: boolean
  /** Gets each address that is replaced. */
  found?: ((address: string) => void) | undefined
}

/** The most characters that are held back, of a document's beginning or of a single tag. */
const MOST_HELD = 1 << 20

export function createRewriter({
  options,
  replacesSdk,
  removesPolicies,
  found,
}: Rewriting): DocumentRewriter {
  const read = createTagReader()
  const beginning = createBeginning()
  /** The client's tags, as they are when the first script or the end of the head has come. */
  let tags = ''
  let hasClient = false
  let isUnchanged = false
  let hasPolicy = false
  let held = ''
  let readTo = 0
  let edits: Edit[] = []

  function see(tag: Tag): void {
    beginning.see(tag, held)
    if (tag.name === 'script' && replacesSdk) edits.push(...sdkEdits(tag, SDK_PATH, found))
    const policy = removesPolicies ? policyOf(tag) : undefined
    if (!policy) return
    hasPolicy = true
    edits.push({ start: policy.valueAt, end: policy.valueAt, text: 'x-' })
  }

  /**
   * Puts the client in, once all has come that its tags and their place depend on.
   *
   * @param isAll whether nothing is to be waited for
   * @returns whether it is in
   */
  function putClientIn(isAll: boolean): boolean {
    if (hasClient) return true
    const isOver = isAll || beginning.isOver(held, readTo)
    if (!isOver && !beginning.hasScript()) return false
    tags ||= clientTags(options(hasPolicy))
    const isLong = tags.length > SHORT
    const mayNameEncoding = !isOver && !beginning.encoding() && held.length < MOST_OF_ENCODING
    if (isLong && mayNameEncoding) return false
    hasClient = true
    isUnchanged = isBinary(held)
    const text = (isLong ? beginning.encoding() : '') + tags
    edits.push({ start: beginning.place(), end: beginning.place(), text })
    return true
  }

  /** Gives away what is held up to `end`. */
  function give(end: number): string {
    const given = isUnchanged ? held.slice(0, end) : edited(held.slice(0, end), edits)
    held = held.slice(end)
    readTo = 0
    edits = []
    return given
  }

  return {
    write(html) {
      if (isUnchanged) return html
      const isUnfinished = held.length > readTo
      held += html
      // Nothing can have been finished, and reading it again would take quadratic time.
      if (isUnfinished && !html.includes('>') && held.length < MOST_HELD) return ''
      readTo = read(held, readTo, see)
      if (!putClientIn(held.length >= MOST_HELD)) return ''
      return give(isUnchanged || held.length - readTo >= MOST_HELD ? held.length : readTo)
    },
    end() {
      putClientIn(true)
      return give(held.length)
    },
  }
}

/** Is a text binary, or of two bytes per character, whatever its `Content-Type` says? */
const isBinary = (text: string): boolean =>
  /\0/.test(text.slice(0, 1024)) || /^(\xff\xfe|\xfe\xff)/.test(text)

/** Finds the attribute that makes a tag a Content-Security-Policy. */
function policyOf(tag: Tag): Attribute | undefined {
  const name = tag.name === 'meta' ? attributeOf(tag, 'http-equiv') : undefined
  return name && /^content-security-policy/i.test(name.value) ? name : undefined
}

/** The most bytes that may come before a page's own `<meta charset>`, which has to stay within the first 1,024. */
const SHORT = 400

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
