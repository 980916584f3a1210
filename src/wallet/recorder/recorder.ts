/**
 * The classic script that the command puts before a page's first one in a real wallet. Nothing of the wallet is replaced:
 * raw upsdk is followed, each kit of the page gets the panel, and a badge opens what was seen.
 */
import { installDevTools } from '../../dev/devTools'
import { consoleInspector } from '../../inspector/console'
import { createPanel } from '../../inspector/panel/panel'
import { followUpsdk } from '../../recorder/record'
import { bothInspectors } from '../bothInspectors'
import { readOptions } from '../options'
import { showRecorder } from './view'

function start(): void {
  // A frame of the page's is none of the wallet's pages.
  if (window.parent !== window) return
  const panel = createPanel()
  if (!installDevTools({ inspector: () => bothInspectors(consoleInspector(), panel.inspector) })) return
  const recording = followUpsdk(window)
  const show = () => showRecorder({ recording, panel: panel.element, notes: readOptions()?.notes || [] })
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', show, { once: true })
  else show()
}

start()
