type Language = 'zh' | 'en'

export interface Steps {
  setUp: string[]
  /** By their paths in the project. */
  files: Record<string, string>
  serve: string
  build: string
}

export const starters: readonly { name: string; zh: string; en: string; out: string; isBundled?: boolean }[]
export const TEXTS: Readonly<Record<Language, { pay: string; paid: string; order: string }>>
export function readSteps(heading: string, language: Language): Steps
