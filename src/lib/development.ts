/**
 * Is this the development build? In the production build, `false` replaces this module (rollup.config.js), so that all
 * code behind it is dropped: hints, official texts, checks of options.
 */
export const DEV: boolean = true
