/** Makes all pages of the site, as Markdown by file. */
import { allCodes, codeList, codePage, slugOf } from './codes'
import { guideFiles, guidePage } from './guides'
import { homePage } from './home'
import { siteLlms } from './llms'
import { allMethods, methodList, methodPage } from './methods'
import { allReasons, reasonPage } from './reasons'
import { LANGUAGES } from './words'

export { allCodes, codeLink, explainCode, linesToTry, slugOf } from './codes'
export { guideFiles } from './guides'
export { allMethods, methodLink } from './methods'
export { allReasons } from './reasons'

/** Makes the files for assistants at the root of the site. */
export const makePublicFiles = (): Record<string, string> => siteLlms()

export function makePages(): Record<string, string> {
  const pages: Record<string, string> = {}
  for (const language of LANGUAGES) {
    const folder = language === 'zh' ? '' : 'en/'
    pages[`${folder}index.md`] = homePage(language)
    for (const file of guideFiles(language)) {
      const { name, text } = guidePage(file, language)
      pages[`${folder}${name}.md`] = text
    }
    pages[`${folder}codes/index.md`] = codeList(language)
    for (const code of allCodes) pages[`${folder}codes/${slugOf(code)}.md`] = codePage(code, language)
    for (const reason of allReasons) pages[`${folder}reasons/${reason}.md`] = reasonPage(reason, language)
    pages[`${folder}methods/index.md`] = methodList(language)
    for (const method of allMethods) pages[`${folder}methods/${method}.md`] = methodPage(method, language)
  }
  return pages
}
