/** All languages of the kit, from src/locales. */
import { readdirSync } from 'node:fs'
import { en } from '../src/locales/en'
import { zhHans } from '../src/locales/zh-hans'
import { zhHant } from '../src/locales/zh-hant'
import type { LocaleMessages } from '../src/types/texts'

/** The languages that `createUpsdk` has built in. */
const builtIn: readonly LocaleMessages[] = [zhHans, zhHant, en]

const modules: Record<string, LocaleMessages>[] = await Promise.all(
  readdirSync('src/locales').map((file) => import(`../src/locales/${file.replace('.ts', '')}.ts`)),
)

/** The languages with an import of their own. */
export const moreLocales = modules
  .flatMap((module) => Object.values(module))
  .filter((one) => !builtIn.includes(one))

export const locales = [...builtIn, ...moreLocales]
