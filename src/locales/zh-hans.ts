/**
 * `upsdk-kit/locales/zh-hans`
 *
 * @module upsdk-kit/locales/zh-hans
 */
export { zhHans } from '../texts/zh-Hans'
