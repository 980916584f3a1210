import type { Inspector } from '../types/inspector'
import { createPanel } from './panel/panel'

/** The members of a vConsole that are used. */
export interface VConsoleInstance {
  /** Adds a tab. */
  addPlugin(plugin: object): unknown
}
/** The members of vConsole's class that are used. */
export interface VConsoleClass {
  VConsolePlugin: new (
    id: string,
    name: string,
  ) => {
    /** Hears of the plug-in's life. */
    on(event: 'renderTab' | 'addTool', run: (give: (value: unknown) => void) => void): unknown
  }
}

/**
 * Gives vConsole a tab “upsdk”: calls with their steps and why a message was shown or not, the environment, a code
 * look-up, “copy report”. In Chinese where `navigator.language` is Chinese, else in English. No parameter, result or
 * raw text is in it.
 *
 * @example createUpsdk({ inspector: vConsoleInspector(new VConsole(), VConsole) })
 */
export function vConsoleInspector(vConsole: VConsoleInstance, { VConsolePlugin }: VConsoleClass): Inspector {
  const panel = createPanel()
  const plugin = new VConsolePlugin('upsdk', 'upsdk')
  plugin.on('renderTab', (give) => give(panel.element))
  plugin.on('addTool', (give) =>
    // Copying has its button in the tab, which says that it was done.
    give([{ name: panel.names.clear, onClick: panel.clear }]),
  )
  vConsole.addPlugin(plugin)
  return panel.inspector
}
