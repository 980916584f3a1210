/** The classic script that a server puts before a page's first one: starts the client with the settings beside it. */
import { start } from './client'
import type { ClientOptions } from './settings'

/** Property of the window with the options, for whoever runs this text without a document around it. */
const OPTIONS = Symbol.for('upsdk-kit.wallet.options')

function readOptions(): ClientOptions | undefined {
  const given = (window as { [OPTIONS]?: ClientOptions })[OPTIONS]
  if (given) return given
  const element = document.querySelector('script[data-upsdk-kit=settings]')
  return element?.textContent ? (JSON.parse(element.textContent) as ClientOptions) : undefined
}

const options = readOptions()
if (options) {
  const { currentScript } = document
  const address = currentScript instanceof HTMLScriptElement ? currentScript.src : ''
  // Beside the client its server has a stand-in for upsdk.js.
  start({ ...options, ...(address && { sdkAddress: address.replace(/client\.js.*$/, 'upsdk.js') }) })
}
