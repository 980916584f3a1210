/**
 * Makes src/call/methodTable.ts from src/call/methods.tsv, so that what is known of the methods stands in one place.
 */
import { readFileSync } from 'node:fs'

/** Names that only read, register or stop are quiet, unless the table says otherwise: fewer names to list. */
export const QUIET_NAMES =
  /^(cancel|check|close|delete|get|is|off|on|query|read|recently|register|st(art|op))/

/** Methods that take numbers as text (upsdk-behaviour §4). methods.tsv has no column for it. */
const NUMBERS_AS_TEXT = new Set(
  (
    'setScreenBrightness readAlbumData readAudioRecordingData readVideoRecordingData readFaceVideoData ' +
    'readFaceImageData chooseFileFromAlbum startAudioRecording startVideoRecording navi openLocation getLocation'
  ).split(' '),
)

const rows = readFileSync('src/call/methods.tsv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))

/** One letter for each trait that is not ordinary; what each means is said in src/call/methods.ts. */
function lettersOf([method, , , , , kind, deadline, quiet, settles, gives, shares]) {
  const isQuiet = quiet === 'quiet'
  return [
    kind === 'payment' && 'p',
    kind === 'interactive' && 'i',
    isQuiet !== QUIET_NAMES.test(method) && (isQuiet ? 'q' : 'x'),
    settles.startsWith('when sent') && 'n',
    settles === 'answer or silence' && 's',
    { object: 'o', text: 't', nothing: 'v' }[gives],
    !kind && deadline === 'none' && 'u',
    { '30 s': 'l', '60 s': 'r' }[deadline],
    NUMBERS_AS_TEXT.has(method) && 'd',
    shares && 'h',
  ]
    .filter(Boolean)
    .join('')
}

export function methodTable() {
  const groups = {}
  for (const row of rows) {
    if (row[2] === 'lifecycle' || row[2].startsWith('synchronous')) continue
    const letters = lettersOf(row)
    if (letters) groups[letters] = [...(groups[letters] || []), row[0]]
  }
  // UnionPay's own authorization button calls it: upsdk does not have it (upsdk-behaviour §5).
  groups.io.push('appletExplicitAuth')
  const lines = Object.keys(groups)
    .sort()
    .map((letters) => `${letters} ${groups[letters].join(' ')}`)
  return `// Written by \`npm run generate\` from src/call/methods.tsv; see src/call/methods.ts for the letters.

/** Names that are quiet unless their line says otherwise. */
export const QUIET_NAMES =
  ${QUIET_NAMES}

/** A line for each kind of method that is not ordinary: its letters, then its methods. */
export const METHOD_TABLE = \`${lines.join('\n')}\`
`
}
