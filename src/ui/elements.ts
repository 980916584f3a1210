import type { UpsdkWindow } from '../window'

export type Styles = Readonly<Record<string, string>>

/** Makes elements that look the same on every page. */
export interface Build {
  readonly dark: boolean
  /** The element that stands in the page, and what the rest is put into. */
  host(
    kind: 'toast' | 'dialog',
    lang: string,
    styles: Styles,
  ): { host: HTMLElement; root: Node; remove(): void }
  element<K extends 'div' | 'button'>(tag: K, parent: Node, styles: Styles): HTMLElementTagNameMap[K]
  attributes(element: Element, attributes: Readonly<Record<string, string>>): void
  /** Comes in softly, unless the user asked for less motion. */
  fadeIn(element: HTMLElement): void
}

/** Above anything that a page puts up: Vant counts on from 2000. */
const TOP = '2147483647'

export function createBuild(window: UpsdkWindow): Build {
  const { document } = window
  const matches = (query: string) => {
    const { matchMedia } = window as { matchMedia?: Window['matchMedia'] }
    return !!matchMedia && matchMedia.call(window, query).matches
  }
  const dark = matches('(prefers-color-scheme: dark)')

  function element<K extends 'div' | 'button'>(
    tag: K,
    parent: Node,
    styles: Styles,
  ): HTMLElementTagNameMap[K] {
    const made = document.createElement(tag)
    style(made, { 'pointer-events': 'inherit', ...styles })
    parent.appendChild(made)
    return made
  }

  return {
    dark,
    element,
    attributes(target, attributes) {
      for (const name of Object.keys(attributes)) target.setAttribute(name, attributes[name] || '')
    },
    host(kind, lang, styles) {
      const host = document.createElement('div')
      host.setAttribute('data-upsdk-kit', kind)
      host.lang = lang
      style(host, {
        all: 'initial',
        display: 'block',
        position: 'fixed',
        top: '0',
        left: '0',
        width: '0',
        height: '0',
        'z-index': TOP,
        ...styles,
        'text-size-adjust': '100%',
        '-webkit-text-size-adjust': '100%',
        // A keyword follows the user's own text size, and on iOS the system's; px would not.
        font: "medium/1.5 system-ui,-apple-system,'PingFang SC','Noto Sans CJK SC',sans-serif",
      })
      if (isAppleFont(host)) style(host, { font: '-apple-system-body' })
      ;(document.body || document.documentElement).appendChild(host)
      const inner = host.attachShadow ? host.attachShadow({ mode: 'open' }) : host
      const root = element('div', inner, {
        'font-size': `${0.9375 * zoomOut(window)}em`,
        'line-height': '1.5',
      })
      return { host, root, remove: () => host.remove() }
    },
    fadeIn(target) {
      if (matches('(prefers-reduced-motion: reduce)')) return
      style(target, { opacity: '0', transition: 'opacity .15s' })
      // Read, so that the browser takes note of the first state.
      void target.offsetWidth
      style(target, { opacity: '1' })
    },
  }
}

/** Styles one by one, each above the page's own: a policy that blocks style elements and attributes lets these through. */
function style(element: HTMLElement, styles: Styles): void {
  for (const name of Object.keys(styles)) element.style.setProperty(name, styles[name] || '', 'important')
}

/** iOS has a font keyword that follows the system's text size; elsewhere setting it changes nothing. */
function isAppleFont(host: HTMLElement): boolean {
  const { CSS } = host.ownerDocument.defaultView || {}
  return !!CSS?.supports?.('font', '-apple-system-body')
}

/**
 * How much smaller the page is drawn than it is laid out: a page without a viewport tag is laid out at about
 * 980 px, and shrunk to the screen.
 */
function zoomOut(window: UpsdkWindow): number {
  const {
    innerWidth = 0,
    innerHeight = 0,
    screen,
  } = window as Partial<Pick<Window, 'innerWidth' | 'innerHeight' | 'screen'>>
  if (!screen?.width) return 1
  // iOS gives the width of the upright screen, however it is held.
  const edge = innerWidth > innerHeight ? Math.max : Math.min
  return Math.min(4, Math.max(1, innerWidth / edge(screen.width, screen.height)))
}
