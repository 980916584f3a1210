/** Reads the tags of a document in one pass, in linear time. */

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
  /** In lower case; `!doctype` for the document type. */
  readonly name: string
  readonly end: number
  /** Each attribute as it is written. Of two with one name, the first counts. */
  readonly attributes: readonly Attribute[]
}

const OPENING = /<(!--|[!?][^\s>]*|\/?[a-z][^\s/>]*)/gi
const ATTRIBUTE = /[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)("?)|'([^']*)('?)|([^\s>"'][^\s>]*)))?/y
const CLOSING = /[\s/]*>/y
const SCRIPT_END = /<\/script[\s/>]/gi

/**
 * Calls `visit` for each opening tag outside comments and scripts.
 *
 * @returns where the first comment, tag or script begins that is not finished; the length of the text if all are
 */
export function readTags(html: string, visit: (tag: Tag) => void): number {
  let at = 0
  for (;;) {
    OPENING.lastIndex = at
    const found = OPENING.exec(html)
    if (!found) return html.length
    const { index } = found
    const name = (found[1] || '').toLowerCase()
    if (name === '!--') {
      const end = html.indexOf('-->', index + 2)
      if (end < 0) return index
      at = end + 3
      continue
    }
    const attributes: Attribute[] = []
    if (/^[!?]/.test(name)) at = html.indexOf('>', index) + 1
    else at = readAttributes(html, index + 1 + name.length, attributes)
    if (!at) return index
    const end = at
    if (name === 'script') {
      SCRIPT_END.lastIndex = at
      if (!SCRIPT_END.exec(html)) return index
      at = SCRIPT_END.lastIndex - 1
    }
    if (!name.startsWith('/')) visit({ name, end, attributes })
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
  const parts: string[] = []
  for (const { start, end, text } of [...edits].sort((one, other) => one.start - other.start)) {
    parts.push(html.slice(at, start), text)
    at = end
  }
  return parts.join('') + html.slice(at)
}
