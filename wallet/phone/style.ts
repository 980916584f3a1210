/** The styles of the phone's page: those of the drawings, plus its own layout. */
import { css } from '../view/style'

const layout = `
html { font: medium/1.5 -apple-system, "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Segoe UI", Roboto, sans-serif; color-scheme: light dark; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; background: var(--ground); color: var(--ink); font-size: .9em; }
.top { display: flex; flex-wrap: wrap; align-items: flex-end; gap: .6em 1em; padding: .5em 1em; background: var(--paper); border-bottom: 1px solid var(--line); }
.top h1 { margin: 0; font-size: 1em; line-height: 2.75; }
.top .badge { margin-bottom: .75em; }
.controls { flex: 1 1 40em; display: flex; flex-wrap: wrap; align-items: flex-end; gap: .5em .9em; min-width: 0; }
.controls .field { width: auto; }
.controls select { width: auto; max-width: 15em; }
.controls form { flex: 1 1 9em; flex-wrap: nowrap; }
.controls form input { min-width: 0; }
.controls form button { white-space: nowrap; }
.segments { display: flex; border: 1px solid var(--soft); border-radius: .6em; overflow: hidden; }
.segment { min-height: 2.75em; padding: 0 .9em; border-radius: 0; }
.segment[aria-pressed=true] { background: var(--accent); color: var(--on-accent); font-weight: 600; }
.segment:disabled { opacity: .5; cursor: not-allowed; }
.options { flex: 1 1 100%; }
.options summary { min-height: 2em; cursor: pointer; color: var(--soft); }
.link-button { display: inline-grid; place-items: center; color: inherit; text-decoration: none; border-radius: .6em; }
.desk { flex: 1; min-height: 0; display: grid; grid-template-columns: minmax(16em, 22em) minmax(0, auto) minmax(18em, 1fr); }
.side { min-width: 0; padding: 1em; overflow: auto; max-height: calc(100vh - 4em); background: var(--paper); }
.stage { padding: 1.2em; overflow: auto; display: grid; place-items: start center; max-height: calc(100vh - 4em); }
.device { width: var(--width, 375px); height: var(--height, 667px); display: flex; flex-direction: column; overflow: hidden; border: 8px solid #17242a; border-radius: 2em; background: #fff; box-sizing: content-box; box-shadow: var(--shadow); }
.device iframe { flex: 1; width: 100%; min-height: 0; border: 0; background: #fff; }
.compare h2, .compare h3, .compare h4 { margin: .4em 0; font-size: 1em; }
.compare h4 { color: var(--soft); font-weight: 400; }
.columns { display: grid; grid-template-columns: 1fr 1fr; gap: 1.2em; }
.seen { margin: 0; padding: 0; list-style: none; display: grid; gap: .3em; overflow-wrap: anywhere; }
@media (max-width: 1100px) { .desk { grid-template-columns: minmax(0, auto) minmax(16em, 1fr); } .desk .side:first-child { grid-column: 1 / -1; grid-row: 2; max-height: none; } }
@media (max-width: 760px) { .desk { display: flex; flex-direction: column; } .stage { order: -1; padding: .6em 0; max-height: none; } .desk .side:first-child { order: 1; } .side { max-height: none; } .device { max-width: calc(100vw - 16px); border-width: 4px; } .controls { flex-basis: 100%; } }
`

/** Applies the styles. The rules of the drawings use `:host`, but this page has no shadow root. */
export function applyPhoneStyles(): void {
  const style = document.createElement('style')
  style.textContent = css.replace(/:host\(([^)]*\)?)\)/g, ':root$1').replace(/:host/g, ':root') + layout
  document.head.appendChild(style)
}
