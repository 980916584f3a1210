import type { BrowserContextOptions, Page } from 'playwright-core'

export function runInShell(folder: string, commands: string, env?: Record<string, string>): Promise<unknown>
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void
export function serve(folder: string, command: string): Promise<{ address: string; stop(): void }>
export function payOn(
  page: Page,
  address: string,
  texts: { pay: string; paid: string },
  sdk: string,
): Promise<{ opened: number; paid: number }>
export function payInVain(
  page: Page,
  address: string,
  texts: { pay: string; order: string },
  sdk: string,
  dialog?: string,
): Promise<void>
export function checkBuild(folder: string): void
export function scriptBytes(folder: string): number
export const PHONE: BrowserContextOptions
