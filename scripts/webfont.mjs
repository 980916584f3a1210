/** A free font with Chinese, for screenshots alone: a computer may have none, and each has another. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const FAMILY = 'Noto Sans SC Variable'
const ROUTE = /\/screenshot-font\/([\w.[\]-]+\.woff2)$/

const stylesheet = createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/index.css')
const faces = readFileSync(stylesheet, 'utf8').replaceAll('./files/', '/screenshot-font/')

/**
 * Lets every page of a browser context write with the font, also in shadow roots, which is where the kit's messages are.
 *
 * @param {import('playwright-core').BrowserContext} context
 */
export async function useWebfont(context) {
  await context.route(ROUTE, (route) => {
    const [, file = ''] = ROUTE.exec(route.request().url()) || []
    const body = readFileSync(join(dirname(stylesheet), 'files', file))
    return route.fulfill({ body, contentType: 'font/woff2' })
  })
  await context.addInitScript(adoptFont, { faces, family: FAMILY })
}

/** Runs in the page, before its own scripts. */
function adoptFont({ faces, family }) {
  const sheetOf = (css) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    return sheet
  }
  // Among Latin letters its quotes and dots are as wide as a Chinese character, unless asked otherwise.
  const font = `{ font-family: "${family}", sans-serif !important }
    :lang(en) { font-feature-settings: "pwid" }`
  document.adoptedStyleSheets = [sheetOf(`${faces} body ${font}`)]
  const inShadow = sheetOf(`:host > * ${font}`)
  const { attachShadow } = Element.prototype
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options)
    root.adoptedStyleSheets = [inShadow]
    return root
  }
}
