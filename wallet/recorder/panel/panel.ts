/**
 * The classic script that the command puts before a page's first one in a real wallet. It replaces nothing of the
 * wallet: it records raw upsdk, gives each kit of the page the panel, and shows a badge that opens both.
 */
import { consoleInspector, createPanel, installDevTools } from '../../../src/internals'
import { bothInspectors } from '../../shared/bothInspectors'
import { readClientOptions } from '../../view/clientOptions'
import { followUpsdk } from '../record'
import { showRecorder } from './view'

function start(): void {
  // A frame inside the page is no page of the wallet.
  if (window.parent !== window) return
  const panel = createPanel()
  if (!installDevTools({ inspector: () => bothInspectors(consoleInspector(), panel.inspector) })) return
  const recording = followUpsdk(window)
  const show = () =>
    showRecorder({ recording, panel: panel.element, notes: readClientOptions()?.notes || [] })
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', show, { once: true })
  else show()
}

start()
