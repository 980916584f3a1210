/** Reads the tags of a document, piece by piece as it comes, in linear time. */

export interface Attribute {
  /** In lower case. */
  readonly name: string
  readonly value: string
  /** Where it begins, with the space before it. */
  readonly start: number
  readonly end: number
  /** Where the value begins, without its quotation mark; `end` if there is none. */
  readonly valueAt: number
}

export interface Tag {
  /** In lower case; `!doctype` for the document type, `/head` for an end tag, `!--` and `/!--` around a comment. */
  readonly name: string
  readonly start: number
  readonly end: number
  /** Each attribute as it is written. Of two with one name, the first counts. */
  readonly attributes: readonly Attribute[]
}

/**
 * Calls `visit` for each tag from `from` on.
 *
 * @returns up to where everything is read: the length of the text, or where a tag begins that is not finished. The next
 *   call goes on there, with more text behind it
 */
export type TagReader = (html: string, from: number, visit: (tag: Tag) => void) => number

const OPENING = /<(!--|[!?][^\s>]*|\/?[a-z][^\s/>]*)/gi
const ATTRIBUTE = /[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)("?)|'([^']*)('?)|([^\s>"'][^\s>]*)))?/y
const CLOSING = /[\s/]*>/y
const COMMENT_END = /-->/g

/** Elements in which a browser that runs scripts finds no tags. */
const TEXT_ELEMENTS = [
  'script',
  'style',
  'title',
  'textarea',
  'noscript',
  'iframe',
  'noembed',
  'noframes',
  'xmp',
]
const ENDS = new Map(TEXT_ELEMENTS.map((name) => [name, new RegExp(`</${name}[\\s/>]`, 'gi')]))

/** How much of the end of an element or a comment may have come without its rest. */
const LONGEST_END = '</textarea'.length

/** Makes a reader. It knows whether the last text ended inside a comment or an element such as `<script>`. */
export function createTagReader(): TagReader {
  let ending: RegExp | undefined

  return (html, from, visit) => {
    let at = from
    for (;;) {
      if (ending) {
        ending.lastIndex = at
        const found = ending.exec(html)
        if (!found) return Math.max(at, html.length - LONGEST_END)
        at = found.index
        if (ending === COMMENT_END) {
          visit({ name: '/!--', start: at, end: at + 3, attributes: [] })
          at += 3
        }
        ending = undefined
      }
      OPENING.lastIndex = at
      const found = OPENING.exec(html)
      if (!found) return html.length - (/<\/?$/.exec(html.slice(-2))?.[0].length || 0)
      const { index } = found
      const name = (found[1] || '').toLowerCase()
      if (name === '!--') {
        visit({ name, start: index, end: index + 4, attributes: [] })
        ending = COMMENT_END
        // `<!-->` is a whole comment.
        at = index + 2
        continue
      }
      const attributes: Attribute[] = []
      if (/^[!?]/.test(name)) at = html.indexOf('>', index) + 1
      else at = readAttributes(html, index + 1 + name.length, attributes)
      if (!at) return index
      visit({ name, start: index, end: at, attributes })
      // `<title/>` of a picture in SVG is whole; `<script/>` is not.
      if (name === 'script' || html[at - 2] !== '/') ending = ENDS.get(name)
    }
  }
}

/** @returns where the tag ends; 0 if it does not */
function readAttributes(html: string, from: number, attributes: Attribute[]): number {
  let at = from
  for (;;) {
    ATTRIBUTE.lastIndex = at
    const found = ATTRIBUTE.exec(html)
    if (!found) break
    const [whole, name = '', double, doubleEnd, single, singleEnd, unquoted] = found
    const value = double ?? single ?? unquoted
    const closing = doubleEnd ?? singleEnd
    if (closing === '') return 0
    const end = at + whole.length
    const quote = closing === undefined ? 0 : 1
    attributes.push({
      name: name.toLowerCase(),
      value: value || '',
      start: at,
      end,
      valueAt: value === undefined ? end : end - quote - value.length,
    })
    at = end
  }
  CLOSING.lastIndex = at
  return CLOSING.test(html) ? CLOSING.lastIndex : 0
}

/** Finds an attribute of a tag. */
export const attributeOf = ({ attributes }: Tag, name: string): Attribute | undefined =>
  attributes.find((one) => one.name === name)

/** A text in place of a part of a document. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Makes changes of a document, none of which overlaps another. */
export function edited(html: string, edits: readonly Edit[]): string {
  let at = 0
  const pieces: string[] = []
  for (const { start, end, text } of [...edits].sort((one, other) => one.start - other.start)) {
    pieces.push(html.slice(at, start), text)
    at = end
  }
  return pieces.join('') + html.slice(at)
}
