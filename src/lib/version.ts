import { DEV } from './development'

/** The version in package.json. `npm version` updates it, and a test checks it. */
const NUMBER = '0.1.0'

/** The version of this build. In the development build it ends in `-dev`. */
export const version: string = DEV ? `${NUMBER}-dev` : NUMBER
