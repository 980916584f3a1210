/** Writes the results of a run into README.md, between its two marks. */
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { STEPS } from './instructions.mjs'

const README = new URL('README.md', import.meta.url)
const MARKED = /(<!-- results[^>]*-->\n)[\s\S]*(<!-- end of results -->)/

/** The kit and what is measured of it in bold. */
const emphasised = (name, text) => (name === 'upsdk-kit' ? `**${text}**` : text)
const rowOf = (cells) => `| ${cells.join(' | ')} |`
const tableOf = (head, rows) =>
  [rowOf(head), rowOf(head.map((_, at) => (at ? '---:' : '---'))), ...rows.map(rowOf)].join('\n')
const rounded = (value, digits) => value?.toFixed(digits) ?? '–'

const versionOf = (name) =>
  JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8')).version
const peers = () =>
  Object.keys(JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')).dependencies)
    .map((name) => `${name} ${versionOf(name)}`)
    .join(', ')

function startTable({ sizes, instructions, chromium: { thread, start } }, peer) {
  const head = [
    'a start: from the text of the script to the first call that reached native',
    'kB, min + gzip',
    'instructions, million',
    'main thread, ms',
    '× vk-bridge + notyf',
    'clock, ms',
  ]
  const rows = Object.keys(sizes).map((name) => [
    emphasised(name, name),
    rounded(sizes[name], 1),
    emphasised(name, rounded(instructions[name], 1)),
    emphasised(name, rounded(thread[name], 1)),
    emphasised(name, rounded(thread[name] / thread[peer], 2)),
    rounded(start[name], 1),
  ])
  return tableOf(head, rows)
}

const stepsTable = ({ steps }) =>
  tableOf(
    ['million instructions of it', ...STEPS],
    Object.entries(steps).map(([name, counts]) => [
      emphasised(name, name),
      ...counts.map((one) => one.toFixed(1)),
    ]),
  )

function callsTable({ chromium, node }, peer) {
  const { roundTrip, failure, toast, toastThread, memory, besideOpen } = chromium
  const beside = (title, values, other, digits, ratio = values['upsdk-kit'] / values[other]) => [
    title,
    rounded(values['upsdk-kit'], digits),
    `${rounded(values[other], digits)} (${other === peer ? 'notyf' : other})`,
    `${rounded(ratio, 2)} ×`,
  ]
  const alone = (title, value, digits) => [title, rounded(value, digits), '', '']
  return tableOf(
    ['', 'upsdk-kit', 'beside it', ''],
    [
      beside(
        'a call’s round trip in Chromium, main thread, µs',
        roundTrip.micros,
        'vk-bridge',
        2,
        roundTrip.ratio,
      ),
      beside('a call’s round trip on Node, µs', node.roundTrip.micros, 'vk-bridge', 2, node.roundTrip.ratio),
      alone('a round trip beside 10,000 open calls, clock, µs', besideOpen[10_000].roundTrip, 2),
      alone('a failure, 1,000 in a row, µs', failure, 0),
      beside('the first toast, ms', toast, peer, 1),
      beside('the first toast, main thread, ms', toastThread, peer, 1),
      beside('memory of a call that waits, bytes', memory, 'vk-bridge', 0),
    ],
  )
}

/** @param goals of goals.mjs */
export function writeReadme(results, goals, peer) {
  const { where, load, chromium, node } = results
  const busy = load > cpus().length ? ': a busy machine, on which times are longer' : ''
  const day = new Date().toISOString().slice(0, 10)
  const text = [
    `${day}, ${where}, load ${load.toFixed(1)}${busy}; Chromium ${chromium.version}, Node ${node.version}; ${peers()}.`,
    startTable(results, peer),
    stepsTable(results),
    callsTable(results, peer),
    tableOf(
      ['goal', '', ''],
      goals.map(({ title, limit, said }) => [title, `≤ ${limit}`, said]),
    ),
  ].join('\n\n')
  const readme = readFileSync(README, 'utf8')
  if (!MARKED.test(readme)) throw new Error('bench/README.md has no marks for the results')
  writeFileSync(
    README,
    readme.replace(MARKED, (_, begin, end) => `${begin}\n${text}\n\n${end}`),
  )
}
