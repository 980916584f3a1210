/** The projects of tests that `npm test` runs. */
export const EVERY_DAY = ['unit', 'browser']
