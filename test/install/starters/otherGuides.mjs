/** What other guides have for the project of docs/zh/vue.md: another `main.ts`, another `wallet.ts`. */
import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { codeWith } from './guide.mjs'
import { payInVain, payOn, runInShell, scriptBytes, serve, writeFiles } from './project.mjs'

/** Guides with another main.ts: each gets a page of its own, beside the project's. */
const MAINS = [
  { name: 'testing', isSimulated: true },
  { name: 'faq', isSimulated: false },
]

/** A library's own UI saves about a fifth of the kit, as the guide to one's own UI promises. */
const LEAST_SAVED = 4500

export function writeOtherPages(folder, { files }, language) {
  for (const { name } of MAINS)
    writeFiles(folder, {
      [`${name}.html`]: files['index.html'].replace('/src/main.ts', `/src/${name}.ts`),
      [`src/${name}.ts`]: codeWith(name, language, ["from './App.vue'"]),
    })
}

/** Taps in each of them: one has the simulated wallet, and the one that the FAQ finds blank tells that it is outside. */
export async function useOtherPages(page, address, { pay, paid }, dialog) {
  await page.route('https://open.95516.com/**', (route) => route.abort())
  const errors = []
  const onError = ({ message }) => errors.push(message)
  page.on('pageerror', onError)
  for (const { name, isSimulated } of MAINS) {
    await page.goto(new URL(`${name}.html`, address).href)
    await page.getByRole('button', { name: pay, exact: true }).click()
    if (isSimulated) await page.getByRole('button', { name: paid, exact: true }).waitFor()
    else await page.locator(dialog).getByRole('button').first().waitFor()
  }
  assert.deepEqual(errors, [])
  page.off('pageerror', onError)
  await page.unroute('https://open.95516.com/**')
}

/**
 * Takes the wallet.ts of the guide to one's own UI, builds, and pays with it.
 *
 * @param whole the bytes of the scripts with the usual wallet.ts
 */
export async function useOwnUi(
  folder,
  steps,
  { out, dialog, library },
  { page, whole, language, texts, sdk },
) {
  writeFiles(folder, {
    'src/wallet.ts': codeWith('your-own-ui', language, ['// wallet.ts', `from '${library}'`]),
  })
  rmSync(join(folder, out), { recursive: true })
  await runInShell(folder, steps.build)
  const saved = whole - scriptBytes(join(folder, out))
  assert.ok(saved > LEAST_SAVED, `own UI saves ${saved} bytes`)
  const server = await serve(folder, steps.serve)
  try {
    await payOn(page, server.address, texts, sdk)
    await payInVain(page, server.address, texts, sdk, dialog)
  } finally {
    server.stop()
  }
  writeFiles(folder, { 'src/wallet.ts': steps.files['src/wallet.ts'] })
}
