/** Finds out why a page has no upsdk: where its own tag of upsdk.js stands. */

import type { UpsdkWindow } from '../../../src/types/window'
import type { OwnTag, SdkTag } from '../../shared/log'
import { isBridgeFile, isSdkFile } from '../../shared/sdkAddress'
import { isMethod } from '../../view/diagnoses/unknownMethod'
import type { Found } from './sdkFile'

const failed = new WeakSet<EventTarget>()

/** Remembers the scripts that do not load, from now on. */
export const followFailedScripts = (): void =>
  window.addEventListener('error', ({ target }) => void (target && failed.add(target)), true)

/** Says how a tag waits; undefined if it runs where it stands. */
function waitOf(tag: HTMLScriptElement): 'async' | 'deferred' | 'added' | undefined {
  if (tag.hasAttribute('async')) return 'async'
  if (tag.hasAttribute('defer') || tag.type === 'module') return 'deferred'
  // A script that the parser has not made is `async` without the attribute.
  return tag.async ? 'added' : undefined
}

/** The page's own tags of upsdk.js, also those that load our stand-in. */
export const ownTags = (): HTMLScriptElement[] =>
  Array.from(document.scripts).filter(({ src }) => src && isSdkFile(src))

/** Says where the tag stands for which a page waits now; undefined if its file did not load, which is no place. */
export function missedTag(): SdkTag | undefined {
  const tags = ownTags()
  const [tag] = tags
  if (tags.some((one) => failed.has(one))) return undefined
  if (tag) return waitOf(tag) || 'below'
  return document.readyState === 'loading' ? 'below' : 'none'
}

/** Names upsdk as something that is not there, in the words of any engine. */
const NAMES_UPSDK = /(^|[\s.])upsdk (is not defined|is undefined|is null)|variable: upsdk\b/
/** Reads a member of nothing. */
const READS_NOTHING =
  /undefined \(reading '(\w+)'\)|undefined is not an object \(evaluating '(?:\w+\.)*upsdk\.(\w+)/

/**
 * Is an error about upsdk that is not there? A text that names a member alone counts if only upsdk has such a member:
 * its name is of two words.
 */
export function missesSdk(text: string): boolean {
  if ((window as UpsdkWindow).upsdk) return false
  if (NAMES_UPSDK.test(text)) return true
  const [, read = '', evaluated = ''] = READS_NOTHING.exec(text) || []
  return isMethod(evaluated) || (/[a-z][A-Z]/.test(read) && isMethod(read))
}

/**
 * Says once, when the page has loaded, where its own tag of upsdk.js stands: for a wallet that does not wait for it.
 *
 * @param kitLoads whether a kit would load upsdk.js
 * @returns takes each tag that comes later
 */
export function followOwnTag(kitLoads: () => boolean, say: (tag: OwnTag) => void): Found {
  const [above] = ownTags()
  let own: OwnTag | undefined = above && (waitOf(above) || 'above')
  const sayIt = () => say(own || (kitLoads() ? 'kit' : 'none'))
  if (document.readyState === 'complete') sayIt()
  else window.addEventListener('load', sayIt)
  return (address, tag) => {
    if (!isBridgeFile(address)) own = own || waitOf(tag) || 'below'
  }
}
