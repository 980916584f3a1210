/** The classic script that a server puts before a page's first one: starts the client with the settings beside it. */
import { start } from './client'
import { readOptions } from './options'

const options = readOptions()
if (options) {
  const { currentScript } = document
  const own = currentScript instanceof HTMLScriptElement ? currentScript.src : ''
  // Beside the client its server has a stand-in for upsdk.js, and what was chosen.
  const beside = (name: string) => own.replace(/client\.js.*$/, name)
  start(own ? { ...options, sdkAddress: beside('upsdk.js'), stateAddress: beside('state') } : options)
}
