import { isUpsdkScript } from '../../src/internalsWithoutDom'

/** Finds the encoding in which the page decodes upsdk.js: that of its tag, else the page's own (H17). */
export function sdkEncoding(): string {
  const tag = Array.from(document.scripts).find(isUpsdkScript)
  if (!tag) return 'utf-8'
  return tag.charset || document.characterSet
}
