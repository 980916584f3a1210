/** V8 5.5, that of Chrome 55, parses and runs everything that is published, unchanged. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { rollup } from 'rollup'
import { entries } from '../../config/entries.js'
import { fromPackage } from './packages.mjs'

/** This file runs on Node itself, which is newer. */
const names = Object.keys(entries).filter((name) => !['vite', 'playwright'].includes(name))
const OTHERS = { vue: 'Vue', react: 'React' }

/** An ESM entry as a page's bundler makes a script of it: put together, and nothing else. */
async function asScript(name) {
  const bundle = await rollup({ input: `dist/${name}.js`, external: Object.keys(OTHERS) })
  const { output } = await bundle.generate({ format: 'iife', name: 'Entry', globals: OTHERS })
  await bundle.close()
  return output[0].code
}

/** The command line runs on Node 18 or newer; on this one it has to say so. */
function commandLine(node) {
  const { status, stdout, stderr } = spawnSync(node, ['bin/upsdk-kit.cjs', 'explain', '94'], {
    encoding: 'utf8',
  })
  const ok = status === 1 && !stdout && /^[^\n]*needs Node 18[^\n]*\n$/.test(stderr)
  return { name: 'bin/upsdk-kit.cjs', ok, detail: stdout + stderr }
}

export async function v8() {
  const node = fromPackage('node')
  const folder = mkdtempSync(join(tmpdir(), 'upsdk-kit-'))
  try {
    const files = []
    const { exports } = JSON.parse(readFileSync('package.json', 'utf8'))
    for (const name of names) {
      const path = exports[name === 'index' ? '.' : `./${name}`].require.default
      // Imported for its effect, which it has in development alone: it need only run.
      const exportsNothing = name === 'dev'
      files.push({ name: path, kind: 'cjs', path: resolve(path), exportsNothing })
      const script = join(folder, `${name.replace('/', '-')}.js`)
      writeFileSync(script, await asScript(name))
      files.push({ name: `dist/${name}.js`, kind: 'script', path: script, exportsNothing })
      const { global } = entries[name]
      if (global) files.push({ name: `dist/${global}`, kind: 'global', path: resolve('dist', global) })
    }
    writeFileSync(join(folder, 'files.json'), JSON.stringify(files))
    const output = execFileSync(node, ['test/engines/v8-inside.cjs', join(folder, 'files.json')], {
      encoding: 'utf8',
    })
    const { version, checks } = JSON.parse(output)
    const published = checks.map(([name, ok, detail]) => ({ name, ok, detail }))
    return { version, checks: [...published, commandLine(node)] }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
