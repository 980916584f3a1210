import { traitsOf } from '../../src/internalsWithoutDom'

/** Is a result JSON text, where iOS gives an object (H12)? */
export const isAndroidText = (method: string, value: unknown): value is string =>
  traitsOf(method).gives === 'object' && typeof value === 'string' && /^\s*[[{]/.test(value)
