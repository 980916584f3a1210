/** Reads the options of the client, the recorder or the kit in upsdk's place: from the window, else from the document. */
import type { ClientOptions } from '../shared/settings'

/** Property of the window with the options, for clients that start before there is a document. */
const OPTIONS = Symbol.for('upsdk-kit.wallet.options')

export function readClientOptions(): ClientOptions | undefined {
  const given = (window as { [OPTIONS]?: ClientOptions })[OPTIONS]
  if (given) return given
  const element = document.querySelector('script[data-upsdk-kit=settings]')
  return element?.textContent ? (JSON.parse(element.textContent) as ClientOptions) : undefined
}
