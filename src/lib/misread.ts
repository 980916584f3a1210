import { memoize } from './run'

/**
 * Makes a function that garbles a text as the page's encoding garbles that of a script without a charset, which is in
 * UTF-8. In a page in UTF-8, and where the browser cannot decode, the text stays as it is.
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
