/* The simulated wallet of upsdk-kit is in the place of this file. */
window[Symbol.for('upsdk-kit.wallet')].sdkLoaded()
