import type { CreateEvents } from '../events/events'
import type { Backend } from '../failure/explain'
import type { LoadScript } from '../gate/missing'
import type { CreateSignedMode } from '../gate/signed'
import type { UpsdkWindow } from '../lib/window'
import type { UpsdkOptions } from '../options'
import type { Presenter } from '../types/presenter'
import type { LocaleMessages } from '../types/texts'

/** What a kit may be made with or without. A page that does not hand it in does not load it. */
export interface Part {
  readonly events?: CreateEvents
  readonly signedMode?: CreateSignedMode
  readonly loadScript?: LoadScript
  readonly backend?: Backend
}

/** What an entry point has built in. */
export interface BuiltIn {
  readonly parts: readonly Part[]
  readonly locales: readonly LocaleMessages[]
  presenter?: (window: UpsdkWindow | undefined) => Presenter
}

/** Joins the parts; an option that needs one which is not there is malformed. */
export function joinParts(parts: readonly Part[], { config, script }: UpsdkOptions): Part {
  const joined = Object.assign({}, ...parts) as Part
  if (config !== undefined && !joined.signedMode) throw lacking('config', 'signedMode')
  if (script && !joined.loadScript) throw lacking('script', 'scriptLoading')
  return joined
}

const lacking = (option: string, part: string): TypeError =>
  new TypeError(`upsdk-kit: option "${option}" needs the part \`${part}\``)
