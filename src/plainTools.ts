/**
 * The door for the simulated wallet in every place where it runs, Node included: it reaches only modules that know no
 * DOM. `tools.ts` is the door for a browser. The wallet imports nothing else of `src`, except `types/`.
 */
export { REFUSES_IN, traitsOf } from './call/methods'
export { type CommonCode, commonCodes, methodCodes } from './failure/codes'
export { readFailure, readText, toCode, WALLET_KEYS } from './failure/read'
export { leadsBack } from './gate/links'
export { isUpsdkScript } from './gate/upsdkScript'
export { isWalletAgent } from './gate/userAgent'
export { editDistance, nearestName } from './lib/nearestName'
export { noop, runLater } from './lib/run'
export {
  defineValue,
  hasOwn,
  isFunction,
  isObject,
  parseObject,
  read,
  readString,
  withoutFunctions,
} from './lib/values'
