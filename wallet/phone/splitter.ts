/** The edge between two panels: it is dragged, or moved by the arrow keys, and its button folds the panel. */

import { icon, make } from '../view/element'

/** Where the panel lies, seen from the edge. */
export type Direction = 'left' | 'right' | 'below'

/** The size of a panel, and its limits, in px. */
export interface PanelSize {
  readonly now: number
  readonly least: number
  readonly most: number
}

export interface SplitterOptions {
  /** Names the panel in `data-edge`. */
  readonly part: string
  /** The id of the panel. */
  readonly panel: string
  readonly resizeName: string
  readonly foldName: string
  direction(): Direction
  size(): PanelSize
  resize(size: number): void
  /** Gives the panel its usual size. */
  reset(): void
  /** Folds the panel, or opens it. */
  fold(): void
}

export interface Splitter {
  readonly element: HTMLElement
  /** Shows a changed size, direction or fold. */
  refresh(isFolded: boolean): void
}

/** How far an arrow key moves the edge, in px. */
const STEP = 24

/** The arrow keys that make a panel larger, and smaller. */
const KEYS: Readonly<Record<Direction, readonly [larger: string, smaller: string]>> = {
  left: ['ArrowRight', 'ArrowLeft'],
  right: ['ArrowLeft', 'ArrowRight'],
  below: ['ArrowUp', 'ArrowDown'],
}

/** Points to the panel that is folded by a tap. */
const CHEVRONS: Readonly<Record<Direction, string>> = {
  left: 'M15 6l-6 6 6 6',
  right: 'M9 6l6 6-6 6',
  below: 'M6 9l6 6 6-6',
}
const BACK: Readonly<Record<Direction, string>> = {
  left: CHEVRONS.right,
  right: CHEVRONS.left,
  below: 'M6 15l6-6 6 6',
}

export function createSplitter(options: SplitterOptions): Splitter {
  const { part, panel, resizeName, foldName, direction, size, resize, reset, fold } = options
  const edge = make('div', {
    class: 'edge',
    role: 'separator',
    tabindex: '0',
    'aria-label': resizeName,
    'aria-controls': panel,
    title: resizeName,
  })
  const button = make('button', {
    type: 'button',
    class: 'fold',
    'data-part': `fold-${part}`,
    'aria-label': foldName,
    'aria-controls': panel,
    title: foldName,
    onclick: fold,
  })
  const element = make('div', { class: 'gutter', 'data-edge': part }, edge, button)
  let start: { readonly at: number; readonly size: number } | undefined

  const place = ({ clientX, clientY }: PointerEvent) =>
    ({ left: clientX, right: -clientX, below: -clientY })[direction()]

  edge.addEventListener('pointerdown', (event) => {
    if (event.button) return
    // The frame of the page would take the moves over it.
    edge.setPointerCapture(event.pointerId)
    start = { at: place(event), size: size().now }
  })
  edge.addEventListener('pointermove', (event) => {
    if (start) resize(start.size + place(event) - start.at)
  })
  for (const end of ['pointerup', 'pointercancel'] as const)
    edge.addEventListener(end, () => {
      start = undefined
    })
  edge.addEventListener('dblclick', reset)
  edge.addEventListener('keydown', (event) => {
    const { now, least, most } = size()
    const [larger, smaller] = KEYS[direction()]
    const next = { [larger]: now + STEP, [smaller]: now - STEP, Home: least, End: most }[event.key]
    if (next !== undefined) resize(next)
    else if (event.key === 'Enter') fold()
    else return
    event.preventDefault()
  })

  return {
    element,
    refresh(isFolded) {
      const to = direction()
      const { now, least, most } = size()
      edge.hidden = isFolded
      edge.setAttribute('aria-orientation', to === 'below' ? 'horizontal' : 'vertical')
      edge.setAttribute('aria-valuenow', String(Math.round(now)))
      edge.setAttribute('aria-valuemin', String(Math.round(least)))
      edge.setAttribute('aria-valuemax', String(Math.round(most)))
      element.dataset.direction = to
      button.setAttribute('aria-expanded', String(!isFolded))
      button.replaceChildren(icon((isFolded ? BACK : CHEVRONS)[to]))
    },
  }
}
