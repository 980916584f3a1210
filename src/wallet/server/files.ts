/** Files that the command brings along, as text: its build puts them here (`rollup.config.js`). */
import type { DeskFile } from './desk'

export const FILES: Readonly<Partial<Record<DeskFile, string>>> = {}
