/** The path of a Chromium, where there is one. */
export function findChromium(): string | undefined
