export interface EngineResult {
  version: string
  bridges: string[]
  passed: number
  of: number
}
export type EngineReport = Record<string, EngineResult>

export const REPORT: string
export function supportWithTables(): Record<string, string>
