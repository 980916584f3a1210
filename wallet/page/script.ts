/**
 * The classic script that a server puts before a page's first one. It starts the client with the settings in the
 * document.
 */

import { readOptions } from '../view/options'
import { start } from './client'

const options = readOptions()
if (options) {
  const { currentScript } = document
  const own = currentScript instanceof HTMLScriptElement ? currentScript.src : ''
  // The server has a stand-in for upsdk.js and the chosen settings at addresses beside the client's.
  const beside = (name: string) => own.replace(/client\.js.*$/, name)
  start(own ? { ...options, sdkAddress: beside('upsdk.js'), stateAddress: beside('state') } : options)
}
