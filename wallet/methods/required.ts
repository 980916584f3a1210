import { hasOwn, read } from '../../src/internalsWithoutDom'
import { REQUIRED } from './methodTable'

/** Finds the first required parameter that a call of a method lacks. */
export const missingIn = (method: string, params: unknown): string | undefined =>
  hasOwn(REQUIRED, method) ? REQUIRED[method]?.filter((name) => !read(params, name))[0] : undefined
