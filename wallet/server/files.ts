export type DeskFile = 'client.js' | 'kit.js' | 'phone.js' | 'recorder.js'

/** The built files, as text. */
export interface BuiltFiles {
  read(name: DeskFile): string
}

/** The files of the command. The build puts them here (`rollup.config.js`). */
export const FILES: Readonly<Partial<Record<DeskFile, string>>> = {}
