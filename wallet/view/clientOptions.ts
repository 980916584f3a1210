/** Reads the options of the client, the recorder or the kit in upsdk's place: from the window, else from the document. */
import { OPTIONS_NAME } from '../shared/client'
import type { ClientOptions } from '../shared/settings'

const OPTIONS = Symbol.for(OPTIONS_NAME)

export function readClientOptions(): ClientOptions | undefined {
  const given = (window as { [OPTIONS]?: ClientOptions })[OPTIONS]
  if (given) return given
  const element = document.querySelector('script[data-upsdk-kit=settings]')
  return element?.textContent ? (JSON.parse(element.textContent) as ClientOptions) : undefined
}
