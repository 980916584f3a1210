/** Runs a function as soon as the document has an element to draw beside. */
export function whenThere(run: () => void): void {
  if (document.readyState !== 'loading') run()
  else document.addEventListener('DOMContentLoaded', run, { once: true })
}
