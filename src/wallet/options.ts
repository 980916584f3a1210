/** Where the client's options are: in the document beside it, or in its window. */
import type { ClientOptions } from './settings'

/** Property of the window with the options, for whoever runs the client without a document around it. */
const OPTIONS = Symbol.for('upsdk-kit.wallet.options')

export function readOptions(): ClientOptions | undefined {
  const given = (window as { [OPTIONS]?: ClientOptions })[OPTIONS]
  if (given) return given
  const element = document.querySelector('script[data-upsdk-kit=settings]')
  return element?.textContent ? (JSON.parse(element.textContent) as ClientOptions) : undefined
}
