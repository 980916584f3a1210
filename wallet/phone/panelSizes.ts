/** The sizes of the two sides: what the developer has chosen, within limits that leave the page its least size. */

import { keepLayout, type Layout, readLayout, type Side, type SizeName } from './keptLayout'
import type { PanelSize } from './splitter'

export interface PanelSizes {
  isFolded(side: Side): boolean
  /** The size of a side within its limits, in px. */
  sizeOf(side: Side): PanelSize
  /** The width of a side in px; 0 if it is folded or stands below the page. */
  widthOf(side: Side): number
  fold(side: Side): void
  /** @param size in px; undefined for the usual one */
  resize(side: Side, size: number | undefined): void
}

export interface PanelSizesOptions {
  /** The element with the sides. */
  readonly desk: HTMLElement
  /** Is the log below the page? */
  isLogBelow(): boolean
  /** Are the settings folded unless the developer has chosen otherwise? */
  isNarrow(): boolean
  /** Runs after a choice of the developer. */
  changed(): void
}

/** The least sizes of the sides, in em of the desk. The rest is the page's. */
const LEAST: Readonly<Record<SizeName, number>> = { settings: 14, log: 20, logBelow: 8 }
const LEAST_OF_PAGE = { width: 19, height: 12 } as const
/** The width of an edge with its button, in em. */
const GUTTER = 1.7

export function createPanelSizes({ desk, isLogBelow, isNarrow, changed }: PanelSizesOptions): PanelSizes {
  let layout: Layout = readLayout()

  const sizeName = (side: Side): SizeName => (side === 'log' && isLogBelow() ? 'logBelow' : side)
  const isFolded = (side: Side): boolean => layout.folded[side] ?? (side === 'settings' && isNarrow())
  const isBeside = (side: Side): boolean => !isFolded(side) && sizeName(side) !== 'logBelow'

  function sizeOf(side: Side): PanelSize {
    const name = sizeName(side)
    const em = parseFloat(getComputedStyle(desk).fontSize) || 16
    const { clientWidth, clientHeight } = desk
    const usual = {
      settings: 18 * em,
      log: Math.min(37 * em, clientWidth * 0.4),
      logBelow: clientHeight * 0.36,
    }
    const least = LEAST[name] * em
    const other: Side = side === 'log' ? 'settings' : 'log'
    // The sides give way to each other by their least sizes, since each asks for the other's.
    const ofOther = isBeside(other) ? Math.max(LEAST[other] * em, layout.sizes[other] || 0) : 0
    const room =
      name === 'logBelow'
        ? clientHeight - (LEAST_OF_PAGE.height + GUTTER) * em
        : clientWidth - (LEAST_OF_PAGE.width + 2 * GUTTER) * em - ofOther
    const most = Math.max(least, room)
    return { now: Math.min(Math.max(layout.sizes[name] ?? usual[name], least), most), least, most }
  }

  function change(next: Layout): void {
    layout = next
    keepLayout(layout)
    changed()
  }

  return {
    isFolded,
    sizeOf,
    widthOf: (side) => (isBeside(side) ? sizeOf(side).now : 0),
    fold(side) {
      change({ ...layout, folded: { ...layout.folded, [side]: !isFolded(side) } })
    },
    resize(side, size) {
      const name = sizeName(side)
      const { least, most } = sizeOf(side)
      const sizes: Partial<Record<SizeName, number>> = { ...layout.sizes }
      if (size === undefined) delete sizes[name]
      else sizes[name] = Math.min(Math.max(size, least), most)
      change({ ...layout, sizes })
    },
  }
}
