/** Where a page in a frame gets its settings if no server has put them into it: from the window around it. */
import type { DeskSettings } from '../shared/settings'

/** The symbol's name under which a window hands settings to the pages in its frames. */
export const DESK: unique symbol = /* @__PURE__ */ Symbol.for('upsdk-kit.wallet.desk') as never

export interface DeskOfFrame {
  /**
   * A document starts in the frame. It asks once, before its first script.
   *
   * @param own the page's own settings, which count where nothing else was chosen
   * @returns the settings in which it starts
   */
  start(own: DeskSettings, frame: Element): DeskSettings
}

export type WindowWithDesk = Window & { [DESK]?: DeskOfFrame }
