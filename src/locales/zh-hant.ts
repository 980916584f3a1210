/**
 * `upsdk-kit/locales/zh-hant`
 *
 * @module upsdk-kit/locales/zh-hant
 */
export { zhHant } from '../texts/zh-Hant'
