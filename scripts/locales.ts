/** Every language that the kit has: what stands in src/locales. */
import { readdirSync } from 'node:fs'
import { en } from '../src/locales/en'
import { zhHans } from '../src/locales/zh-hans'
import { zhHant } from '../src/locales/zh-hant'
import type { LocaleMessages } from '../src/types/texts'

/** What `createUpsdk` has without being given any. */
const builtIn: readonly LocaleMessages[] = [zhHans, zhHant, en]

const modules: Record<string, LocaleMessages>[] = await Promise.all(
  readdirSync('src/locales').map((file) => import(`../src/locales/${file.replace('.ts', '')}.ts`)),
)

/** Those that come with an import of their own. */
export const moreLocales = modules
  .flatMap((module) => Object.values(module))
  .filter((one) => !builtIn.includes(one))

export const locales = [...builtIn, ...moreLocales]
