import { readsChinese } from '../../inspector/language'
import { en } from './en'
import type { Words } from './words'
import { zh } from './zh'

/** The words in the language of the developer. */
export const wordsNow = (): Words => (readsChinese() ? zh : en)
