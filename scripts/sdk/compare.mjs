/** Finds what an upsdk.js has that the known ones do not, and what it lacks of the newest of them. */

/** The lists of facts, with their headings. */
const LISTS = {
  methods: 'methods',
  texts: 'texts',
  signs: 'patterns and signs of a user agent',
  addresses: 'addresses',
  scripts: 'scripts that it loads',
  events: 'events that it listens to',
  throws: 'throws while it loads',
  words: 'other strings',
  names: 'names of members',
}

const quoted = (text) => `“${text}”`

/** Finds the longest part that two lists have in the same order. */
function inSameOrder(one, other) {
  const lengths = Array.from({ length: one.length + 1 }, () => new Array(other.length + 1).fill(0))
  for (let i = one.length - 1; i >= 0; i--)
    for (let j = other.length - 1; j >= 0; j--)
      lengths[i][j] =
        one[i] === other[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1])
  const same = []
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    if (one[i] === other[j]) same.push(one[i++]) && j++
    else if (lengths[i + 1][j] >= lengths[i][j + 1]) i++
    else j++
  }
  return same
}

/** Numbers repeated names, since the place of each matters. */
const numbered = (names) => {
  const times = {}
  return names.map((name) => ((times[name] = (times[name] || 0) + 1) > 1 ? `${name}(${times[name]})` : name))
}

/** Describes how one order of writes differs from another. */
function howOrdersDiffer(written, writtenBefore) {
  const [now, before] = [numbered(written), numbered(writtenBefore)]
  if (!now.length) return ['nothing']
  const added = now.filter((name) => !before.includes(name))
  const lacking = before.filter((name) => !now.includes(name))
  const same = new Set(inSameOrder(now, before))
  const moved = now.filter((name) => before.includes(name) && !same.has(name))
  return [
    added.length && `also ${added.join(' ')}`,
    lacking.length && `no ${lacking.join(' ')}`,
    moved.length && `in another place ${moved.join(' ')}`,
  ].filter(Boolean)
}

function compareCodes({ codes }, known, catalogue) {
  const isKnown = ([code, text]) =>
    catalogue[code]?.description === text || known.some((one) => one.codes[code] === text)
  const newest = known[known.length - 1]?.codes || {}
  return [
    ...Object.entries(codes)
      .filter((entry) => !isKnown(entry))
      .map(([code, text]) => {
        const before = catalogue[code]?.description ?? newest[code]
        return before === undefined
          ? `new: ${code} ${quoted(text)}`
          : `another text: ${code} ${quoted(text)}, before ${quoted(before)}`
      }),
    ...Object.keys(newest)
      .filter((code) => !(code in codes))
      .map((code) => `gone: ${code}`),
  ]
}

/** @param own names that are known without a file */
function compareList(facts, known, name, own = []) {
  const all = new Set([...own, ...known.flatMap((one) => one[name])])
  const newest = known[known.length - 1]?.[name] || []
  return {
    added: facts[name].filter((one) => !all.has(one)),
    gone: newest.filter((one) => !facts[name].includes(one)),
  }
}

function compareWrites({ writes }, known) {
  const newest = known[known.length - 1]?.writes || {}
  /** The differences, with the times at which they occur. */
  const found = new Map()
  for (const when of new Set([...Object.keys(writes), ...Object.keys(newest)])) {
    const now = writes[when] || []
    if (known.some((one) => String(one.writes[when] || []) === String(now))) continue
    for (const how of howOrdersDiffer(now, newest[when] || []))
      found.set(how, [...(found.get(how) || []), when])
  }
  return [...found].map(([how, when]) => `${when.join('; ')}: ${how}`)
}

/**
 * @param known facts of other files, the newest last
 * @param methods names that some generation has
 * @param catalogue the kit's catalogue of codes
 * @returns lines by topic, without empty topics
 */
export function compare(facts, known, { methods, catalogue }) {
  const topics = { codes: compareCodes(facts, known, catalogue) }
  /** Names that were already reported: a new method is also a name, and a word in the list of placeholders. */
  const said = new Set([facts, ...known].flatMap(({ codes }) => Object.keys(codes)))
  for (const [name, title] of Object.entries(LISTS)) {
    const { added, gone } = compareList(facts, known, name, name === 'methods' ? methods : [])
    const isFresh = (one) => !said.has(one)
    topics[title] = [
      ...added.filter(isFresh).map((one) => `new: ${quoted(one)}`),
      ...gone.filter(isFresh).map((one) => `gone: ${quoted(one)}`),
    ]
    for (const one of [...added, ...gone]) said.add(one)
  }
  topics['order of its writes to window.upsdk'] = compareWrites(facts, known)
  return Object.fromEntries(Object.entries(topics).filter(([, lines]) => lines.length))
}
