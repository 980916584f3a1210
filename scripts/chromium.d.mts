/** The path of a Chromium, where there is one. */
export function findChromium(): string | undefined

/** The path of its headless shell; where there is none, or another browser is asked for, that of the whole. */
export function findHeadless(): string | undefined
