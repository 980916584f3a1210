/**
 * What the simulated wallet takes from the kit where it runs in a browser. `plainTools.ts` is the same for every place,
 * Node included. Nothing else of `src` is imported there, but `types/`.
 */
export { installDevTools } from './devTools'
export { createEnvironment } from './gate/environment'
export { KIT, kitBehind } from './gate/rawUpsdk'
export { createUpsdk } from './index'
export { consoleInspector } from './inspector/console'
export { createPanel } from './inspector/panel/panel'
export { copyText } from './lib/copyText'
export { readsChinese } from './lib/developerLanguage'
export { createClock } from './lib/heartbeat'
export { PAYMENT } from './lib/shared'
export { globalWindow } from './lib/window'
