export function sizesAt(ref: string): Promise<Record<string, number>>
export function table(
  now: Readonly<Record<string, number>>,
  before: Readonly<Record<string, number>>,
  budgets: Readonly<Record<string, number>>,
): string
