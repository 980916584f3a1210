/**
 * `upsdk-kit/locales/ja`
 *
 * @module upsdk-kit/locales/ja
 */
export { ja } from '../texts/ja'
