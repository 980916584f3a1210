/**
 * `upsdk-kit/locales/ko`
 *
 * @module upsdk-kit/locales/ko
 */
export { ko } from '../texts/ko'
