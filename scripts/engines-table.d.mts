export interface EngineResult {
  version: string
  bridges: string[]
  passed: number
  of: number
}
export type EngineReport = Record<string, EngineResult>

export const REPORT: string
export const readmes: string[]
export function engineTable(readme: string, report: EngineReport): string
export function tableIn(readme: string): string
export function writeTables(): void
