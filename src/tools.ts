/**
 * The door for the simulated wallet in a browser. `plainTools.ts` is that for every place, Node included. The wallet
 * imports nothing else of `src`, except `types/`.
 */
export { installDevTools } from './devTools'
export { createEnvironment } from './gate/environment'
export { READY_TIMEOUT } from './gate/gate'
export { KIT, kitBehind } from './gate/rawUpsdk'
export { createUpsdk } from './index'
export { consoleInspector } from './inspector/console'
export { createPanel } from './inspector/panel/panel'
export { copyText } from './lib/copyText'
export { readsChinese } from './lib/developerLanguage'
export { createClock } from './lib/heartbeat'
export { PAYMENT } from './lib/shared'
export { globalWindow } from './lib/window'
