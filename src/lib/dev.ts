/**
 * Is this the development build? The production build has `false` in the place of this module (rollup.config.js), and
 * with it nothing of what stands behind it: hints, official texts, what an option must be.
 */
export const DEV: boolean = true
