/** The path of a Chromium, where there is one. */
export function findChromium(): string | undefined

/** The path of its headless shell, where there is one, and no other browser is asked for. */
export function findHeadlessShell(): string | undefined
