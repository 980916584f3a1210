/** Runs a function once the document is parsed, so that there is a body to draw beside. */
export function whenParsed(run: () => void): void {
  if (document.readyState !== 'loading') run()
  else document.addEventListener('DOMContentLoaded', run, { once: true })
}
