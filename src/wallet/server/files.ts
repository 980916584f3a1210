/** The files of the desk as text. The build puts them here (`rollup.config.js`). */
import type { DeskFile } from './desk'

export const FILES: Readonly<Partial<Record<DeskFile, string>>> = {}
