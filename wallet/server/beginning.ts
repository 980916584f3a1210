/** Finds where the client goes into a document, as the document comes. */
import { attributeOf, type Tag } from '../shared/html'

/** The client goes behind the last of these tags. Nothing before it runs a script. */
const BEGINNINGS = ['!doctype', 'html', 'head']

/** Elements that a document's head may have. Any other one, or text, ends the head. */
const OF_HEAD = ['base', 'link', 'meta', 'noscript', 'script', 'style', 'template', 'title', '!--']

/** Of these, the content is no text of the document. */
const WITH_OWN_TEXT = ['noscript', 'script', 'style', 'template', 'title', '!--']

/** A browser looks for the encoding among this many bytes. */
export const MOST_OF_ENCODING = 1024

/** What is known of a document's beginning. */
export interface Beginning {
  /** Takes the next tag. */
  see(tag: Tag, html: string): void
  /** Has the document's first script come? */
  hasScript(): boolean
  /** Is its head over? A policy of the document stands there. @param readTo up to where the tags are seen */
  isOver(html: string, readTo: number): boolean
  /** Where the client goes. */
  place(): number
  /** The document's own `<meta charset>`; '' if none has come. */
  encoding(): string
}

export function createBeginning(): Beginning {
  let place = 0
  let encoding = ''
  let hasScript = false
  let isOver = false
  let lastEnd = 0
  let isOwnText = false

  /** Is there text that a browser shows? The mark of an encoding is none. */
  const hasText = (text: string): boolean => !isOwnText && /[^\s\xef\xbb\xbf]/.test(text)

  return {
    see(tag, html) {
      if (isOver) return
      const { name, start, end } = tag
      isOver = hasText(html.slice(lastEnd, start)) || name === '/head' || !mayBeInHead(name)
      lastEnd = end
      isOwnText = WITH_OWN_TEXT.includes(name)
      if (BEGINNINGS.includes(name) && !hasScript) place = end
      if (name === 'script') hasScript = true
      if (!encoding && start < MOST_OF_ENCODING && namesEncoding(tag)) encoding = html.slice(start, end)
    },
    hasScript: () => hasScript,
    isOver: (html, readTo) => isOver || hasText(html.slice(lastEnd, readTo)),
    place: () => place,
    encoding: () => encoding,
  }
}

const mayBeInHead = (name: string): boolean =>
  /^[/!?]/.test(name) || BEGINNINGS.includes(name) || OF_HEAD.includes(name)

function namesEncoding(tag: Tag): boolean {
  if (tag.name !== 'meta') return false
  if (attributeOf(tag, 'charset')) return true
  const isType = /^content-type$/i.test(attributeOf(tag, 'http-equiv')?.value || '')
  return isType && /charset\s*=/i.test(attributeOf(tag, 'content')?.value || '')
}
