/**
 * The classic script that starts the client. A server puts it before a page's first script, with settings in the
 * document; a page may also load it itself (`upsdk-kit/dev`).
 */

import type { ClientOptions } from '../shared/settings'
import { readClientOptions } from '../view/clientOptions'
import { start } from './client'
import { startHere } from './startHere'

function startFrom(options: ClientOptions): void {
  const { currentScript } = document
  const own = currentScript instanceof HTMLScriptElement ? currentScript.src : ''
  // The server has a stand-in for upsdk.js and the chosen settings at addresses beside the client's.
  const beside = (name: string) => own.replace(/client\.js.*$/, name)
  const addresses = {
    sdkAddress: beside('upsdk.js'),
    settingsAddress: beside('state'),
    faultsAddress: beside('faults'),
  }
  start(own ? { ...options, ...addresses } : options)
}

// A server that renders pages may load `upsdk-kit/dev` too.
if (typeof window !== 'undefined' && typeof location !== 'undefined') {
  const options = readClientOptions()
  if (options) startFrom(options)
  else startHere()
}
