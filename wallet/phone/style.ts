/** The styles of the phone's page: those of the drawings, plus its own layout. */
import { css } from '../view/style'

const layout = `
html { font: medium/1.5 -apple-system, "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Segoe UI", Roboto, sans-serif; color-scheme: light dark; }
body { margin: 0; height: 100vh; height: 100dvh; overflow: hidden; display: flex; flex-direction: column; background: var(--ground); color: var(--ink); font-size: .9em; }
.top { flex: none; display: flex; flex-wrap: wrap; align-items: center; gap: .4em 1em; padding: .45em 1em; background: var(--paper); border-bottom: 1px solid var(--line); }
.top h1 { margin: 0; font-size: 1em; white-space: nowrap; }
.controls { display: flex; flex-wrap: wrap; align-items: center; gap: .4em .9em; min-width: 0; }
.controls .field { display: flex; align-items: center; gap: .5em; width: auto; min-width: 0; }
.controls .field > span { flex: none; }
.controls select { width: auto; min-width: 0; max-width: 17em; }
.top > .plain { margin-left: auto; }
.options { margin-top: 1.1em; }
.options summary { padding: .3em 0; font-weight: 600; }
.options .row { margin-top: .5em; }
.use-it { width: min(46em, 94vw); max-height: 92vh; overflow: auto; border-radius: 1.1em; }
.use-it::backdrop { background: rgba(8, 20, 24, .5); }
.use-it .head { position: sticky; top: 0; background: var(--paper); }
.use-it .body { padding-bottom: 1.1em; justify-items: start; }
.use-it .body > .lines, .use-it .body > .field { width: 100%; }
.skip { position: absolute; z-index: 5; top: -5em; left: .4em; background: var(--paper); }
.skip:focus { top: .4em; }
.error { color: var(--bad); font-size: .86em; }
[inert] { opacity: .5; }
.notice { flex: none; margin: 0; padding: .4em 1em; background: var(--paper); border-bottom: 1px solid var(--line); color: var(--warn); }
.work { flex: 1; min-height: 0; display: flex; flex-direction: column; }
.desk { position: relative; flex: 1; min-height: 0; display: grid; grid-template: minmax(0, 1fr) / 18em minmax(0, 1fr) clamp(22em, 38%, 37em); }
.desk > .settings-side { border-right: 1px solid var(--line); }
.desk > .log-side { border-left: 1px solid var(--line); }
.no-settings { grid-template-columns: minmax(0, 1fr) clamp(22em, 38%, 37em); }
.no-log { grid-template-columns: 18em minmax(0, 1fr); }
.no-settings.no-log { grid-template-columns: minmax(0, 1fr); }
.desk.landscape { grid-template: minmax(0, 1fr) 38% / 18em minmax(0, 1fr); }
.landscape > .settings-side { grid-row: 1 / 3; }
.landscape > .log-side { grid-column: 2; border: 0; border-top: 1px solid var(--line); }
.desk.landscape.no-settings { grid-template-columns: minmax(0, 1fr); }
.landscape.no-settings > .log-side { grid-column: 1; }
.desk.landscape.no-log { grid-template-rows: minmax(0, 1fr); }
.fold[aria-expanded=false] { color: var(--soft); }
.fold:hover { background: var(--ground); }
.side { min-width: 0; min-height: 0; padding: 1em; overflow: auto; overscroll-behavior: contain; background: var(--paper); }
.side:focus-visible, .stage:focus-visible { outline-offset: -3px; }
.desk > .log-side { display: flex; padding: 0; overflow: hidden; }
.desk > .log-side[hidden] { display: none; }
.stage { min-width: 0; min-height: 0; padding: .7em 0; display: flex; flex-direction: column; gap: .6em; }
.path { flex: none; display: flex; flex-wrap: wrap; justify-content: center; gap: .3em; width: 100%; max-width: 36em; margin: 0 auto; }
.path input[type=text] { flex: 1; min-width: 5em; background: var(--paper); }
.path .plain { flex: none; white-space: nowrap; background: var(--paper); }
.path .icons { flex: none; display: flex; gap: .3em; }
.path .icon-button { color: inherit; border-radius: .6em; }
.path .icon-button:hover { background: var(--paper); }
.path .icon-button[aria-pressed=true] { background: var(--accent); color: var(--on-accent); }
.area { flex: 1; min-height: 0; min-width: 0; display: grid; place-items: center; overflow: hidden; }
.fit { flex: none; }
.device { width: 375px; height: 667px; transform-origin: 0 0; display: flex; flex-direction: column; border: 8px solid var(--frame); border-radius: 18px; background: var(--frame); box-sizing: content-box; --bar-text: 16px; }
:root { --frame: #17242a; }
@media (prefers-color-scheme: dark) { :root { --frame: #46545a; } }
.settings-side .pair { grid-template-columns: repeat(auto-fit, minmax(min(7.4em, 100%), 1fr)); }
.device iframe { flex: 1; width: 100%; min-height: 0; border: 0; background: #fff; }
.device.outside .title-bar { display: none; }
.status-bar { position: relative; z-index: 1; flex: none; margin-bottom: -1px; display: flex; justify-content: space-between; align-items: center; height: 24px; padding: 0 20px; background: var(--paper); color: var(--ink); font-size: 13px; font-weight: 600; line-height: 1; }
.status-bar span { display: flex; gap: 4px; }
.status-bar .icon { width: 17px; height: 17px; stroke-width: 2.2; }
.address-bar { flex: none; display: flex; align-items: center; gap: 6px; margin: 0; padding: 7px 12px; background: var(--paper); color: var(--ink); border-bottom: 1px solid var(--line); font-size: 14px; }
.address-bar .icon { width: 16px; height: 16px; color: var(--soft); }
.address-text { min-width: 0; flex: 1; padding: 4px 12px; border-radius: 16px; background: var(--ground); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.menu { position: relative; flex: none; }
.menu .icon { stroke-width: 3.2; }
.menu .icon-button[aria-expanded=true] { background: var(--ground); }
.menu-list { position: absolute; z-index: 3; top: 100%; right: 0; display: grid; min-width: 11em; padding: .3em; background: var(--paper); border: 1px solid var(--line); border-radius: .7em; box-shadow: var(--shadow); }
.menu-list .plain { border: 0; text-align: left; white-space: nowrap; }
.panel-tabs { flex: none; display: flex; background: var(--paper); border-bottom: 1px solid var(--line); }
.panel-tabs .tab { flex: 1 1 0; min-width: 0; }
.panel-tabs :focus-visible { outline-offset: -3px; }
.counted { margin-left: .4em; padding: .05em .5em; border-radius: 1em; background: var(--ground); color: var(--soft); font-size: .86em; font-weight: 600; font-variant-numeric: tabular-nums; }
.counted.bad { background: var(--bad); color: var(--paper); }
.lines { white-space: pre-line; max-height: none; }
pre.lines { white-space: pre-wrap; }
.all { min-width: 0; padding: 1em; overflow: auto; overscroll-behavior: contain; background: var(--paper); }
.all h2 { margin: 0; font-size: 1.1em; flex: 1; }
.all h3 { margin: .8em 0 .2em; font-size: 1em; }
.all .check { color: inherit; font-size: 1em; }
.all fieldset { margin: 0 0 .8em; padding: 0; border: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(13em, 100%), 1fr)); gap: 0 1em; }
.all legend { padding: 0; font-weight: 600; }
.all .cost { padding: .6em .8em; border-radius: .6em; background: var(--ground); }
.all progress { width: 100%; accent-color: var(--accent); }
.all .tools p { margin: 0; }
.table { overflow-x: clip; }
[data-part=all-status]:focus { outline: 0; }
.table table { width: 100%; min-width: 30em; border-collapse: collapse; }
.table th, .table td { padding: .5em .6em; border: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: anywhere; }
.table th { overflow-wrap: normal; }
.table th:first-child { width: 10em; font-weight: 600; }
.table th:lang(en) { text-wrap: balance; }
.table td { width: 42%; }
.table td[data-marked=true] { background: color-mix(in srgb, var(--bad) 8%, transparent); box-shadow: inset 3px 0 var(--bad); }
.table p { margin: 0; }
.all .mark { color: var(--bad); font-weight: 600; }
.table thead th { position: sticky; top: 0; z-index: 1; background: var(--ground); }
.table .ending { color: var(--warn); }
.table .fact { white-space: nowrap; }
.table .link { padding: 0; }
.desk[data-layout=tabs] { display: flex; flex-direction: column; }
[data-layout=tabs] > .stage { flex: 1; padding: .5em; }
[data-layout=tabs] > .side { position: absolute; inset: 0; padding: .8em; border: 0; }
[data-layout=tabs] > .settings-side > * { max-width: 36em; margin-inline: auto; }
/* The title bar has a visibility of its own. */
.desk > .unseen { visibility: hidden; clip-path: inset(100%); }
@media (max-width: 760px), (pointer: coarse) { summary { min-height: 44px; padding: .7em 0 !important; } }
@media (max-width: 760px) {
  .top { gap: .4em .6em; padding: .35em .6em; }
  .top h1, .controls .field > span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .controls { display: contents; }
  .controls[inert] > * { opacity: .5; }
  .segments { flex: 1 0 auto; }
  .segment { flex: 1 1 auto; padding: 0 .5em; }
  .top .badge { order: 1; }
  .controls .field { order: 2; flex: 1 1 9em; }
  .controls select { flex: 1; width: 0; max-width: none; }
  .controls .soft { order: 3; }
  .top > .plain { order: 2; }
  .table table { min-width: 0; table-layout: fixed; }
  .table th, .table td { width: auto; padding: .4em; }
  .table th:first-child { width: 6.8em; font-size: .86em; overflow-wrap: anywhere; }
}
`

/** Applies the styles. The rules of the drawings use `:host`, but this page has no shadow root. */
export function applyPhoneStyles(): void {
  const style = document.createElement('style')
  const ofPage = css.replace(/:host\(([^)]*\)?)\)/g, ':root$1').replace(/:host/g, ':root')
  // The device may have another theme than the phone around it.
  style.textContent =
    ofPage
      .replace(':root {', ':root, .area[data-theme=light] {')
      .replace(':root[data-theme=dark] {', ':root[data-theme=dark], .area[data-theme=dark] {') + layout
  document.head.appendChild(style)
}
