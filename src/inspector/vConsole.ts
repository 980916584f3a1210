import type { Inspector } from '../types/inspector'
import { createPanel } from './panel/panel'

/** The members of a vConsole instance that are used. */
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
    /** Listens to the plug-in's lifecycle. */
    on(event: 'renderTab' | 'addTool' | 'show', run: (give: (value: unknown) => void) => void): unknown
  }
}

/**
 * Adds a tab “upsdk” to vConsole: calls with their steps and why a message was shown or not, the environment, a code
 * look-up, and a button that copies a report. Its texts are Chinese if `navigator.language` is Chinese, else English.
 * It has no parameters, results or raw texts.
 *
 * @example createUpsdk({ inspector: vConsoleInspector(new VConsole(), VConsole) })
 */
export function vConsoleInspector(vConsole: VConsoleInstance, { VConsolePlugin }: VConsoleClass): Inspector {
  const panel = createPanel()
  const plugin = new VConsolePlugin('upsdk', 'upsdk')
  plugin.on('renderTab', (give) => give(panel.element))
  plugin.on('addTool', (give) =>
    // The button for copying is inside the tab, where its label can change to “copied”.
    give([{ name: panel.names.clear, onClick: panel.clear }]),
  )
  plugin.on('show', () => {
    // With its own five tabs, vConsole leaves the chosen one out of sight on a phone.
    document.getElementById('__vc_tab_upsdk')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })
  vConsole.addPlugin(plugin)
  return panel.inspector
}
