import type { Inspector } from '../types/inspector'
import { createPanel } from './panel/panel'

/** The members of eruda that are used, after `eruda.init()`. */
export interface ErudaInstance {
  /** Adds a tab. */
  add(tool: object): unknown
}

/** The element of a tool, wrapped by eruda's own library. */
interface Wrapped {
  get?(index: number): HTMLElement | undefined
  0?: HTMLElement
}

/**
 * Adds a tab “upsdk” to eruda, the same as `vConsoleInspector`'s. Call it after `eruda.init()`.
 *
 * @example createUpsdk({ inspector: erudaInspector(eruda) })
 */
export function erudaInspector(eruda: ErudaInstance): Inspector {
  const panel = createPanel()
  let root: HTMLElement | undefined
  const show = (display: string) => {
    if (root) root.style.display = display
  }
  eruda.add({
    name: 'upsdk',
    init(wrapped: Wrapped) {
      root = wrapped.get?.(0) || wrapped[0]
      if (!root) return
      root.style.overflowY = 'auto'
      root.appendChild(panel.element)
    },
    show: () => show('block'),
    hide: () => show('none'),
    destroy: () => panel.element.remove(),
  })
  return panel.inspector
}
