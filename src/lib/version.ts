import { DEV } from './dev'

/** Of package.json: `npm version` writes it anew, a test checks it. */
const NUMBER = '0.1.0'

/** The version of this build; in the development build it ends in `-dev`. */
export const version: string = DEV ? `${NUMBER}-dev` : NUMBER
