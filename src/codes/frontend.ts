import type { CodeCatalogue, CodeEntry } from './catalogue'

const identity = (more: Partial<CodeEntry>): CodeEntry => ({
  reason: 'identity',
  source: 'frontend',
  ...more,
})

/**
 * The official front-end codes, and what the kit says of them. 97 and 98 are in use but in no table; the
 * published text of 96 has that of N62132 run into it (upsdk-behaviour §3).
 */
export const frontendCodes: CodeCatalogue = {
  c02: {
    reason: 'forbidden',
    source: 'frontend',
    hint: 'Call inside pluginReady, or have this permission enabled on the open platform.',
  },
  94: identity({ message: '94', presentation: 'dialog', hint: 'Face check failed too often today.' }),
  95: identity({ message: '95', retry: 'now', hint: 'Face check failed; the user may try again.' }),
  96: identity({
    message: '96',
    retry: 'never',
    presentation: 'dialog',
    hint: 'Face check not enabled; offer a way with `actions`.',
  }),
  97: identity({ documented: false }),
  98: identity({ documented: false }),
  99: identity({
    message: '99',
    retry: 'never',
    presentation: 'dialog',
    hint: 'No real-name check yet; offer a way with `actions`.',
  }),
}
