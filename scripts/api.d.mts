export function apiReports(): Record<string, string>
