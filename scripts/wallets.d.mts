export interface WalletReport {
  name: string
  report: import('../field/report').Report
}
export const GUIDES: Readonly<Record<'en' | 'zh', string>>
export function walletReports(folder?: string): WalletReport[]
export function walletTable(reports: readonly WalletReport[], language: 'en' | 'zh'): string
export function withTable(guide: string, reports: readonly WalletReport[], language: 'en' | 'zh'): string
