/** Keeps values in the browser's storage. Where it is refused or full, nothing is kept, and nothing else is lost. */

export function readText(key: string): string {
  try {
    return localStorage.getItem(key) || ''
  } catch {
    return ''
  }
}

/** @param text '' removes it */
export function keepText(key: string, text: string): void {
  try {
    if (text) localStorage.setItem(key, text)
    else localStorage.removeItem(key)
  } catch {
    // It is forgotten at the next load.
  }
}

/** Reads a value, unchecked: others write there too. undefined if there is none, or it is no JSON. */
export function readKept(key: string): unknown {
  try {
    return JSON.parse(readText(key))
  } catch {
    return undefined
  }
}

export const keep = (key: string, value: object): void => keepText(key, JSON.stringify(value))
