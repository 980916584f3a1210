import { memoize } from './run'

/**
 * Makes a function that makes of a text what a script has in its place if it was decoded in the page's encoding instead
 * of UTF-8, as a script without a charset is. That is the same text where the page is in UTF-8, and where the browser
 * cannot decode.
 */
export const misreadIn = ({
  characterSet,
}: {
  characterSet?: string | undefined
}): ((text: string) => string) =>
  memoize((text) => {
    try {
      return new TextDecoder(characterSet).decode(new TextEncoder().encode(text))
    } catch {
      return text
    }
  })
