/** Reads the client's options from the document or from the window. */
import type { ClientOptions } from '../shared/settings'

/** Property of the window with the options, for clients that start before there is a document. */
const OPTIONS = Symbol.for('upsdk-kit.wallet.options')

export function readOptions(): ClientOptions | undefined {
  const given = (window as { [OPTIONS]?: ClientOptions })[OPTIONS]
  if (given) return given
  const element = document.querySelector('script[data-upsdk-kit=settings]')
  return element?.textContent ? (JSON.parse(element.textContent) as ClientOptions) : undefined
}
