export const subpaths: Readonly<Record<string, { main: string; module?: string }>>
export function pack(destination: string): { file: string; files: string[] }
