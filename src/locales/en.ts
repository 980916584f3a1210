/**
 * `upsdk-kit/locales/en`
 *
 * @module upsdk-kit/locales/en
 */
export { en } from '../texts/en'
