import { describe } from 'vitest'

const ROOMS = [
  ...['gate', 'invoke', 'results', 'events', 'helpers', 'explain', 'codes', 'codes-backend', 'codes-debug'],
  ...['codes-methods', 'traits', 'kit-object', 'showing', 'messages', 'locales'],
]

// The quick unit tests in one file, so that window and modules are made once for each mutant. Each test file is
// imported inside a group of its own: its hooks stay with its own tests.
for (const room of ROOMS) describe(room, async () => void (await import(`../unit/${room}.test.ts`)))
