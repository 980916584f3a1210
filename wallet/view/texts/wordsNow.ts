import { readsChinese } from '../../../src/internals'
import { en } from './en'
import type { Words } from './words'
import { zh } from './zh'

/** Gets the texts in the developer's language: Chinese if the browser's language is Chinese, else English. */
export const wordsNow = (): Words => (readsChinese() ? zh : en)
