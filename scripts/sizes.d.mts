export const budgets: Record<string, number>
export const goals: Record<string, number>
export function fallbackNames(): Promise<string[]>
export function bundle(file: string, names: readonly string[]): Promise<string>
export function gzipped(code: string): number
export function measure(): Promise<Record<string, number>>
