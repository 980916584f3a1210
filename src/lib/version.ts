/** Of package.json: `npm version` writes it anew, a test checks it. */
export const version: string = '0.1.0'
