export const budgets: Record<string, number>
export function fallbackNames(dist?: URL): Promise<string[]>
export function bundle(
  file: string,
  names: readonly string[],
  options?: { dist?: URL; minify?: boolean },
): Promise<string>
export function gzipped(code: string): number
export function measure(parts?: readonly string[], dist?: URL): Promise<Record<string, number>>
