export const subpaths: Readonly<Record<string, { main: string; types: string }>>
export function pack(destination: string): { file: string; files: string[] }
