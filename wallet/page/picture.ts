/** Takes a picture of the page as it stands: HTML without scripts, which looks the same in a frame. */

import { KEPT, type Picture } from '../shared/picture'
import type { Words } from '../view/texts/words'
import { canvasImage, imageOf, noteImage } from './pictureImages'
import { isReadable, rulesOf, withWholeUrls } from './pictureStyles'

/** The policy of a picture: no script, no request to a server but for images, fonts and styles, no form. */
const POLICY = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src * data: blob:; font-src * data:; style-src * 'unsafe-inline'">`

/** Elements that show nothing without a script or a file. They leave an empty place, since styles count children. */
const DROPPED = /^(script|noscript|template|base|link|object|embed|source|track)$/
const VOID = /^(area|br|col|hr|img|input|meta|param|wbr)$/
/** The parser drops a line break at their beginning. */
const DROPS_BREAK = /^(pre|textarea|listing)$/
/** Attributes that run scripts or ask for a file. Those of an element's state are written anew. */
const DROPPED_ATTRIBUTE =
  /^(on.*|src|srcset|srcdoc|sizes|loading|autofocus|poster|ping|action|formaction|nonce|open|checked|selected|data-picture-.*)$/

type NotKept = Words['notKept']

/**
 * Takes a picture of this window's document: styles as scripts have changed them, open shadow roots, what was typed,
 * ticked, scrolled and drawn, and what lies in the top layer. It changes nothing, and runs at once. Passwords are dots.
 * A canvas that may not be read or is too large, a frame of another origin and a video say so in their place. Hover,
 * focus and closed shadow roots are not kept.
 *
 * The result is plain JSON, to be sent to the phone. There one `shareTexts()` for all pictures of a table keeps their
 * style sheets and images once, and `drawPicture` draws one.
 *
 * @param notKept a text in place of each part that cannot be kept
 */
export const takePicture = (notKept: NotKept): Picture => ({
  width: window.innerWidth,
  height: window.innerHeight,
  fragment: document.querySelector(':target') ? location.hash : '',
  pieces: piecesOf(document, notKept),
})

function piecesOf(document: Document, notKept: NotKept): string[] {
  const pieces = ['']
  const add = (text: string): void => {
    pieces[pieces.length - 1] += text
  }
  /** Adds a text that other pictures may have too. */
  const addShared = (text: string): void => void pieces.push(text, '')

  function addStyles(sheet: CSSStyleSheet): void {
    const { mediaText } = sheet.media
    add(`<style${mediaText && ` media="${quoted(mediaText)}"`}>`)
    addShared(sheet.disabled ? '' : rulesOf(sheet, document.baseURI).replace(/<\/style/gi, '<\\/style'))
    add('</style>')
  }

  /** Adopted style sheets come after all others of their root. */
  // newer-api: a picture is taken in the phone alone, in a browser of today
  const addAdopted = (root: Document | ShadowRoot): void => root.adoptedStyleSheets?.forEach(addStyles)

  function addChildren(parent: Node): void {
    parent.childNodes.forEach((node) => {
      if (node.nodeType === 3) add(escaped(node.nodeValue || ''))
      else if (node.nodeType === 1) addElement(node as Element)
    })
  }

  function addElement(element: Element): void {
    const { localName: name } = element
    const { sheet } = element as Partial<HTMLLinkElement>
    if (sheet && isReadable(sheet)) return addStyles(sheet)
    if (sheet) return add(`<link rel="stylesheet" href="${quoted(sheet.href || '')}">`)
    if (DROPPED.test(name) || (name === 'meta' && element.getAttribute('name') !== 'color-scheme'))
      return add('<template></template>')
    add(`<${name}`)
    for (const [attribute, value] of attributesOf(element, notKept)) {
      add(` ${attribute}="`)
      addShared(quoted(value))
      add('"')
    }
    add('>')
    if (VOID.test(name)) return
    if (DROPS_BREAK.test(name)) add('\n')
    if (name === 'head') add(POLICY)
    const { shadowRoot } = element
    if (shadowRoot) {
      add('<template shadowrootmode="open">')
      addChildren(shadowRoot)
      addAdopted(shadowRoot)
      add('</template>')
    }
    if (name === 'textarea') add(escaped((element as HTMLTextAreaElement).value))
    else if (!/^(iframe|video|audio|canvas)$/.test(name)) addChildren(element)
    if (name === 'head') addAdopted(document)
    add(`</${name}>`)
  }

  if (document.compatMode === 'CSS1Compat') add('<!doctype html>')
  addElement(document.documentElement)
  return pieces
}

/** Makes the attributes of an element as it stands now. */
function attributesOf(element: Element, notKept: NotKept): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  const { baseURI } = element
  for (const { name, value } of Array.from(element.attributes))
    if (name === 'style') attributes.set(name, withWholeUrls(value, baseURI))
    else if (/^(xlink:href|background)$/.test(name) || (name === 'href' && element.localName !== 'a'))
      attributes.set(name, value.startsWith('#') ? value : new URL(value, baseURI).href)
    else if (!DROPPED_ATTRIBUTE.test(name)) attributes.set(name, value)

  const addStyle = (style: string) => attributes.set('style', `${attributes.get('style') || ''};${style}`)
  const addBackground = (image: string) =>
    addStyle(
      `background-image:url(${image})!important;background-size:100% 100%!important;background-position:0 0!important;background-repeat:no-repeat!important;background-origin:content-box!important;background-clip:content-box!important`,
    )
  const addNote = (note: string) => {
    attributes.set('title', note)
    addBackground(noteImage(note))
  }

  // newer-api: as old as scrolling, whatever the table of browsers says
  const { scrollLeft, scrollTop } = element
  if (scrollLeft || scrollTop) attributes.set(KEPT.scroll, `${scrollLeft},${scrollTop}`)
  if (isIn(element, ':modal')) attributes.set(KEPT.layer, 'modal')
  else if (isIn(element, ':popover-open')) attributes.set(KEPT.layer, 'popover')
  else if (element.hasAttribute('open')) attributes.set('open', '')
  // newer-api: a picture is taken in the phone alone, in a browser of today
  const animations = element.getAnimations?.() || []
  const ofStyles = animations.filter((one) => 'animationName' in one)
  if (ofStyles.length) attributes.set(KEPT.animations, ofStyles.map((one) => Number(one.currentTime)).join())
  if (animations.some((one) => !('animationName' in one || 'transitionProperty' in one))) {
    const { opacity, transform } = getComputedStyle(element)
    addStyle(`opacity:${opacity}!important;transform:${transform}!important`)
  }

  if (isElement(element, 'input')) {
    const { type, value } = element
    if (type === 'file') attributes.delete('value')
    else attributes.set('value', type === 'password' ? '•'.repeat(value.length) : value)
    if (element.checked) attributes.set('checked', '')
  } else if (isElement(element, 'option')) {
    if (element.selected) attributes.set('selected', '')
  } else if (isElement(element, 'img')) {
    const image = imageOf(element)
    if (image) attributes.set('src', image)
  } else if (isElement(element, 'video')) addNote(notKept.video)
  else if (isElement(element, 'iframe')) attributes.set('srcdoc', frameHtml(element, notKept))
  else if (isElement(element, 'canvas')) {
    // Where no script may run, a canvas is a box like any other, without a size of its own.
    const { display, width, height } = getComputedStyle(element)
    addStyle(`display:${display === 'inline' ? 'inline-block' : display};width:${width};height:${height}`)
    const image = canvasImage(element)
    if (image) addBackground(image)
    else addNote(notKept.canvas)
  }
  return attributes
}

/** A frame may have objects of another window: `instanceof` does not know its elements. */
const isElement = <Name extends keyof HTMLElementTagNameMap>(
  element: Element,
  name: Name,
): element is HTMLElementTagNameMap[Name] => element.localName === name

/** Does the element match a selector that older browsers do not know? */
function isIn(element: Element, selector: string): boolean {
  try {
    return element.matches(selector)
  } catch {
    return false
  }
}

function frameHtml({ contentDocument }: HTMLIFrameElement, notKept: NotKept): string {
  if (contentDocument) return piecesOf(contentDocument, notKept).join('')
  const style = 'margin:0;padding:8px;background:#e5e8ea;color:#333;font:13px/1.4 sans-serif'
  return `<!doctype html><body style="${style}">${escaped(notKept.frame)}`
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const quoted = (text: string): string => escaped(text).replace(/"/g, '&quot;')
