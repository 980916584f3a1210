/**
 * Everything of the kit that the simulated wallet uses in a browser alone. It imports nothing else of `src`, except
 * `internalsWithoutDom.ts` and `types/`.
 */
export { installDevTools } from './devTools'
export { createEnvironment } from './gate/environment'
export { KIT, kitBehind } from './gate/rawUpsdk'
export { createUpsdk } from './index'
export { consoleInspector } from './inspector/console'
export { createPanel } from './inspector/panel/panel'
export { lines as inspectorWords } from './inspector/words'
export { copyText } from './lib/copyText'
export { readsChinese } from './lib/developerLanguage'
export { createClock } from './lib/heartbeat'
export { findShared, PAYMENT } from './lib/shared'
export { globalWindow } from './lib/window'
