/** Leads tags of upsdk.js in HTML to what stands in for it. */
import { attributeOf, createTagReader, type Edit, edited, type Tag } from './html'
import { isBridgeFile, isSdkFile, standInAddress } from './sdkAddress'

/**
 * Makes the edits that lead a script tag of upsdk.js, or of the wallet's bridge, to a stand-in. The hash of the real file
 * does not match it.
 */
export function sdkEdits(tag: Tag, standIn: string, found?: (address: string) => void): Edit[] {
  const source = attributeOf(tag, 'src')
  if (!source || !(isSdkFile(source.value) || isBridgeFile(source.value))) return []
  const own = source.value.replace(/&amp;/g, '&')
  found?.(own)
  const isQuoted = source.end > source.valueAt + source.value.length
  return [
    {
      start: source.valueAt - (isQuoted ? 1 : 0),
      end: source.end,
      text: `"${standInAddress(standIn, own)}"`,
    },
    ...tag.attributes
      .filter(({ name }) => name === 'integrity' || name === 'crossorigin')
      .map(({ start, end }) => ({ start, end, text: '' })),
  ]
}

/** Leads the tags of upsdk.js in a piece of HTML to a stand-in. */
export function withStandIns(html: string, standIn: string): string {
  const edits: Edit[] = []
  createTagReader()(html, 0, (tag) => {
    if (tag.name === 'script') edits.push(...sdkEdits(tag, standIn))
  })
  return edited(html, edits)
}
