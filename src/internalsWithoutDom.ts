/**
 * Everything of the kit that the simulated wallet uses wherever it runs, Node included. These modules know no DOM;
 * `internals.ts` lists what needs a browser.
 */
export { REFUSES_IN, traitsOf } from './call/methods'
export { type CommonCode, commonCodes, methodCodes } from './failure/codes'
export { readFailure, readText, toCode, WALLET_KEYS } from './failure/read'
export { leadsBack } from './gate/links'
export { isUpsdkScript } from './gate/upsdkScript'
export { isWalletAgent } from './gate/userAgent'
export { misreadIn } from './lib/misread'
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
