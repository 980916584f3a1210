/** Files that the command brings along, as text: its build puts them here (`rollup.config.js`). */

/** The client: `dist/wallet-client.js`. */
export const CLIENT_TEXT: string = ''
