export interface WalletReport {
  name: string
  report: import('../field/report').Report
}
export function walletReports(folder?: string): WalletReport[]
export function walletTable(reports: readonly WalletReport[], language: 'en' | 'zh'): string
export function guidesWithTables(): Record<string, string>
