/** What was done to the panels, kept in the browser: the sizes of the sides, and which of them are folded. */

import { isObject } from '../../src/internalsWithoutDom'
import { keep, readKept } from '../view/keptValues'

/** The sides beside the page. In landscape the log lies below the page, with a size of its own. */
export type Side = 'settings' | 'log'
export type SizeName = Side | 'logBelow'

export interface Layout {
  /** In px. Without one, the side has its usual size. */
  readonly sizes: Readonly<Partial<Record<SizeName, number>>>
  /** Without one, the settings are folded in a window that has no room for three panels. */
  readonly folded: Readonly<Partial<Record<Side, boolean>>>
}

const STORED = 'upsdk-kit.phone.panels'
const USUAL: Layout = { sizes: {}, folded: {} }

/** Keeps the fields of a table whose values have the type. Other versions and other people write into storage too. */
function only(value: unknown, type: 'number' | 'boolean'): Record<string, never> {
  const good: Record<string, unknown> = {}
  if (isObject(value))
    for (const name of Object.keys(value)) if (typeof value[name] === type) good[name] = value[name]
  return good as Record<string, never>
}

export function readLayout(): Layout {
  const read = readKept(STORED)
  return isObject(read) ? { sizes: only(read.sizes, 'number'), folded: only(read.folded, 'boolean') } : USUAL
}

export const keepLayout = (layout: Layout): void => keep(STORED, layout)
