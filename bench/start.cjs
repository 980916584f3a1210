/**
 * One start, for callgrind: `node start.cjs <file of a start as JSON>`, over a stub of a window. Each call of
 * `os.loadavg` makes callgrind write down what it has counted since the one before (`--dump-before=uv_loadavg`).
 */
const { readFileSync } = require('node:fs')
const { loadavg } = require('node:os')
const vm = require('node:vm')

const { agent, native, script, create, call, hash = '' } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const nothing = () => {}
const element = () => ({
  style: { setProperty: nothing },
  classList: { add: nothing },
  setAttribute: nothing,
  appendChild: nothing,
  addEventListener: nothing,
})
const storage = { getItem: () => null, setItem: nothing, removeItem: nothing }
const href = `https://bench.example/${hash}`
const { performance } = globalThis
const stubs = {
  navigator: { userAgent: agent, languages: ['zh-CN'] },
  // Node makes its own at the first look, which takes 12 million instructions that no page pays for.
  performance: { now: () => performance.now(), getEntriesByType: () => [{ name: href }] },
  document: {
    addEventListener: nothing,
    removeEventListener: nothing,
    querySelector: () => null,
    querySelectorAll: () => [],
    createElement: element,
    createDocumentFragment: element,
    documentElement: element(),
    head: element(),
    body: element(),
    readyState: 'complete',
  },
  location: { hash, href, search: '', hostname: 'bench.example', origin: 'https://bench.example' },
  sessionStorage: storage,
  localStorage: storage,
  addEventListener: nothing,
  removeEventListener: nothing,
  dispatchEvent: nothing,
  reached() {
    loadavg()
    // The call is never answered: without this its time limit is counted too.
    process.reallyExit(0)
  },
}
for (const name of ['window', 'self', 'parent', 'top']) stubs[name] = globalThis
for (const name of Object.keys(stubs))
  Object.defineProperty(globalThis, name, { value: stubs[name], writable: true, configurable: true })

vm.runInThisContext(native)
const steps = [new vm.Script(create), new vm.Script(call)]
loadavg()
const compiled = new vm.Script(script, { filename: 'measured.js' })
loadavg()
compiled.runInThisContext()
for (const step of steps) {
  loadavg()
  step.runInThisContext()
}
// One that reaches native later, out of a promise, has until here.
setTimeout(() => process.exit(1), 10_000)
