export const subpaths: Readonly<Record<string, Readonly<Record<string, string>>>>
export function pack(destination: string): { file: string; files: string[] }
