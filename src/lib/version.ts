import { DEV } from './dev'

/** Of package.json: `npm version` writes it anew, a test checks it. */
const NUMBER = '0.1.0'

export const version: string = DEV ? `${NUMBER}-dev` : NUMBER
